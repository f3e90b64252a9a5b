import Curriculum
import Foundation

/// Builds one program that holds mechanical mutants: all of them at once, on demand, in a folder
/// that no other build reads.
public struct MutantBuild {
    /// What came of it.
    public struct Result: Sendable {
        /// The program.
        public let program: URL

        /// The mutants that compile.
        public let compiled: [MechanicalMutant]

        /// Those that do not.
        public let refused: [MechanicalMutant]
    }

    private let folder: CourseFolder
    private let lessons: [LessonOutline]

    /// Builds mutants of these lessons.
    public init(_ folder: CourseFolder, lessons: [LessonOutline]) {
        self.folder = folder
        self.lessons = lessons
    }

    /// The name of the program, and what tells Package.swift where its sources are.
    private static let product = "MechanicalMutants"
    private static let variable = "DEEPTEACHING_MUTANTS"
    private static let path = ".deepteaching/" + product

    /// Makes the mutants, writes them and compiles them; those that do not compile are left out, and
    /// the others are compiled again.
    ///
    /// - Throws: `CourseError` if the build fails for another reason.
    public func run() throws -> Result {
        var (compiled, calls) = try mutants()
        var refused: [MechanicalMutant] = []
        while true {
            let files = files(of: compiled, calls: calls)
            try write(files.map { ($0.file.name, $0.file.text) } + [("main.swift", main(files))])
            let (code, output) = try Tool.run(arguments, in: folder.root)
            let program = folder.products.appending(path: Self.product)
            if code == 0 { return Result(program: program, compiled: compiled, refused: refused) }
            let failed = Dictionary(
                uniqueKeysWithValues: files.map { ($0.exercise, $0.file.failures(in: output)) })
            let isFailed = { (mutant: MechanicalMutant) in
                failed[mutant.exercise]?.contains(mutant.number) ?? false
            }
            guard compiled.contains(where: isFailed) else {
                throw CourseError.brokenBuild(lesson: Self.product, output: output)
            }
            refused += compiled.filter(isFailed)
            compiled.removeAll(where: isFailed)
        }
    }

    /// All mutants, and the enum of calls of each lesson.
    private func mutants() throws -> ([MechanicalMutant], calls: [String: String]) {
        var mutants: [MechanicalMutant] = []
        var calls: [String: String] = [:]
        for lesson in lessons {
            let text = try folder.text(of: folder.solution(of: lesson))
            calls[lesson.name] = Self.calls(of: text)
            let solution = MarkedSolution(text, of: lesson)
            mutants += lesson.exercises.flatMap {
                MechanicalMutant.all(of: $0.function, in: lesson, solution: solution)
            }
        }
        return (mutants, calls)
    }

    private func files(
        of mutants: [MechanicalMutant], calls: [String: String]
    ) -> [(exercise: String, file: MutantFile)] {
        lessons.flatMap { lesson in
            lesson.exercises.map { exercise in
                let name = "\(lesson.name).\(exercise.function)"
                return (
                    name,
                    MutantFile(
                        mutants.filter { $0.exercise == name }, of: exercise.function, in: lesson,
                        calls: calls[lesson.name] ?? "")
                )
            }
        }
    }

    private func main(_ files: [(exercise: String, file: MutantFile)]) -> String {
        """
        import GraderKit
        import Graders

        var program = MutantProgram(LessonGrader.all)
        \(files.map { "\($0.file.adder)(to: &program)" }.joined(separator: "\n"))
        program.run()

        """
    }

    /// Writes the files that have changed, and removes all others.
    private func write(_ files: [(name: String, text: String)]) throws {
        let sources = folder.root.appending(path: Self.path)
        let known = (try? FileManager.default.contentsOfDirectory(atPath: sources.path)) ?? []
        for name in known where !files.contains(where: { $0.name == name }) {
            try? FileManager.default.removeItem(at: sources.appending(path: name))
        }
        for (name, text) in files {
            let file = sources.appending(path: name)
            if (try? folder.text(of: file)) != text { try folder.write(text, to: file) }
        }
    }

    /// "ClusteringCalls", by the name of the contract that the solution answers.
    private static func calls(of solution: String) -> String {
        let line = solution.sourceLines.first { $0.hasPrefix("public enum ") } ?? ""
        let contract = line.split(separator: " ").first { $0.hasSuffix("Contract") } ?? ""
        return contract.dropLast("Contract".count) + "Calls"
    }

    private var arguments: [String] {
        ["env", "\(Self.variable)=\(Self.path)"]
            + LessonBuild.command(product: Self.product, in: folder)
    }
}
