import Curriculum
import Foundation

/// The generated Swift file that holds the mutants of one exercise.
struct MutantFile {
    /// Its name.
    let name: String

    /// Its text.
    let text: String

    /// The number of the mutant that stands in each line, from line 1 on; nil in the lines around.
    private let owners: [Int?]

    /// The function that adds all of its mutants to the program.
    let adder: String

    /// - Parameter calls: the enum of the lesson's calls, for example "ClusteringCalls".
    init(
        _ mutants: [MechanicalMutant], of function: String, in lesson: LessonOutline, calls: String
    ) {
        let stem = "\(lesson.shortName)_\(function)"
        name = stem + ".swift"
        adder = "add_" + stem
        var lines = ["import Curriculum", "import DeepTeaching", "import Foundation"]
        lines += ["import GraderKit", ""]
        var owners = lines.map { _ in Int?.none }
        func add(_ text: String, _ owner: Int?) {
            let added = text.sourceLines.map(String.init)
            lines += added
            owners += added.map { _ in owner }
        }
        for mutant in mutants {
            add("private enum \(stem)_\(mutant.number) {\n\(mutant.members)\n}", mutant.number)
        }
        add("func \(adder)(to program: inout MutantProgram) {", nil)
        for mutant in mutants {
            let place = "\"\(lesson.name).\(function)\", \(mutant.number)"
            let answer = "\(calls).\(function).answer(\"\", \(stem)_\(mutant.number).\(function))"
            add("    program.add(\(place), \(answer))", mutant.number)
        }
        add("}\n", nil)
        text = lines.joined(separator: "\n")
        self.owners = owners
    }

    /// The mutants in which the compiler found an error, by what it printed.
    func failures(in output: String) -> Set<Int> {
        Set(
            output.sourceLines.compactMap { line -> Int? in
                guard line.contains(": error: "), let range = line.range(of: "/\(name):"),
                    let number = Int(line[range.upperBound...].prefix { $0.isNumber }),
                    (1...owners.count).contains(number)
                else { return nil }
                return owners[number - 1]
            })
    }
}
