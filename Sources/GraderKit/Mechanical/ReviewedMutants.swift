import Foundation

/// A list of mutants that somebody has looked at, with what was found.
struct ReviewedMutants {
    /// Those that are no mistakes: whatever they are given, they answer as the solution does, and the
    /// list says why.
    static let equivalentPath = "Tests/Reference/EquivalentMutants.md"

    /// Those that are the mistake of a misconception itself, as the list says.
    static let samePath = "Tests/Reference/SameMistakes.md"

    /// One entry: "- `a` becomes `b`: reason" below the heading of its exercise.
    private struct Entry: Hashable {
        let exercise: String
        let text: String
    }

    private let entries: [Entry]
    private var used: Set<Entry> = []

    init(_ text: String) {
        var exercise = ""
        var entries: [Entry] = []
        for line in text.sourceLines {
            if line.hasPrefix("## ") { exercise = String(line.dropFirst(3)) }
            if line.hasPrefix("- `") {
                entries.append(Entry(exercise: exercise, text: String(line.dropFirst(2))))
            }
        }
        self.entries = entries
    }

    /// Whether the list holds a mutant, with a reason; what was asked for is not stale.
    mutating func contains(_ mutant: MechanicalMutant) -> Bool {
        let found = entries.first { entry in
            entry.exercise == mutant.exercise && entry.text.hasPrefix(mutant.words + ": ")
                && entry.text.count > mutant.words.count + 10
        }
        if let found { used.insert(found) }
        return found != nil
    }

    /// The entries of these exercises that no surviving mutant has asked for.
    func stale(of exercises: Set<String>) -> [String] {
        entries.filter { exercises.contains($0.exercise) && !used.contains($0) }
            .map { "\($0.exercise): \($0.text)" }
    }
}
