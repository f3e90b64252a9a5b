/// How many mechanical mutants each exercise has, and what became of them.
struct MutantTable: Equatable {
    /// Where it stands in a checkout.
    static let path = "Tests/Reference/MechanicalMutants.md"

    /// The mutants of one exercise.
    struct Row: Equatable {
        let exercise: String
        var made = 0
        var caught = 0

        /// Those of the caught that end the process: a trap, or no end. What finds its end late does so
        /// in time on a quick machine only, so that tables of two machines may differ here.
        var ended = 0
        var equivalent = 0
        var refused = 0

        /// Whether another machine found the same.
        func agrees(with other: Row) -> Bool {
            var other = other
            other.ended = ended
            return other == self
        }

        /// The line of the table.
        var line: String {
            let numbers = [made, caught, ended, equivalent, refused].map(String.init)
            return "| \(exercise) | \(numbers.joined(separator: " | ")) |"
        }

        init(_ exercise: String) { self.exercise = exercise }

        /// Reads a line of the table; nil if it is another line.
        init?(line: some StringProtocol) {
            let cells = line.split(separator: "|").map {
                $0.drop { $0 == " " }.prefix { $0 != " " }
            }
            let numbers = cells.dropFirst().compactMap { Int($0) }
            guard cells.count == 6, numbers.count == 5, cells[0].contains(".") else { return nil }
            exercise = String(cells[0])
            (made, caught, ended) = (numbers[0], numbers[1], numbers[2])
            (equivalent, refused) = (numbers[3], numbers[4])
        }
    }

    /// In the order of the course.
    private(set) var rows: [Row]

    init(_ rows: [Row]) { self.rows = rows }

    /// Reads a table.
    init(_ text: String) { rows = text.sourceLines.compactMap { Row(line: $0) } }

    /// The row of an exercise, or nil.
    subscript(exercise: String) -> Row? { rows.first { $0.exercise == exercise } }

    /// The rows that say something else than the same ones of another table, or are missing there.
    func rows(notIn other: MutantTable) -> [Row] {
        rows.filter { row in other[row.exercise].map { !row.agrees(with: $0) } ?? true }
    }

    /// The table with newer rows, of the exercises that there are.
    func updated(with newer: MutantTable, exercises: [String]) -> MutantTable {
        MutantTable(exercises.compactMap { newer[$0] ?? self[$0] })
    }

    /// The page.
    var text: String {
        let all = rows.reduce(into: Row("All")) { sum, row in
            sum.made += row.made
            sum.caught += row.caught
            sum.ended += row.ended
            sum.equivalent += row.equivalent
            sum.refused += row.refused
        }
        return """
            # Mechanical mutants

            Small changes of each solution, and what the checks of its exercise say to them, for every
            seed. `swift run course certify --mechanical` makes them, and compares this table;
            `--update` writes it. *Ended* are those of the caught that trap or find no end in two seconds
            of the processor on which the table was written;
            [*equivalent*](EquivalentMutants.md) are those that answer as the solution does.

            | Exercise | Made | Caught | Ended | Equivalent | Not compiled |
            |---|--:|--:|--:|--:|--:|
            \((rows + [all]).map(\.line).joined(separator: "\n"))

            """
    }
}
