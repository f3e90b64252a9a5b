import ArgumentParser
import Foundation
import GraderKit
import Graders
import LessonMarkdown

/// Proves the graders.
struct CertifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certify",
        abstract: "Prove that the graders accept what is right and catch what is wrong.")

    @Option(help: "How many seeds.")
    var seeds = 5

    @Option(help: "One lesson; without it all.")
    var lesson: String?

    @Flag(help: "Only what lessons say: a moment after each change of a text.")
    var texts = false

    @Flag(help: "Only small changes of the solutions, made by machine: all must be caught.")
    var mechanical = false

    @Flag(help: "With --mechanical: write the table of these changes anew.")
    var update = false

    func validate() throws {
        if seeds < 1 { throw ValidationError("--seeds \(seeds): at least one seed is needed") }
        if update && !mechanical { throw ValidationError("--update belongs to --mechanical") }
    }

    func run() throws {
        let session = try CourseSession()
        let graders = try lesson.map { [try session.grader(named: $0)] } ?? LessonGrader.all
        if mechanical { return try certifyMechanically(graders, session) }
        var known: Set<String> = []
        var failures = 0
        let listings = ListingSources(root: session.folder.root)
        for grader in graders {
            print(grader.lesson.name)
            let words = LessonWords(of: grader.lesson, in: session.folder, listings: listings)
            if texts {
                let findings = TextProofs(grader).findings(in: words)
                findings.forEach { print("  \($0)") }
                failures += findings.count(where: \.isFailure)
                continue
            }
            let certification = Certification(grader, seeds: (0..<UInt64(seeds)).map { 1 + $0 })
            certification.tables.forEach { print($0) }
            let findings =
                try certification.findings
                + TextProofs(grader).findings(in: words)
                + programs(grader, session, &known)
            findings.forEach { print("  \($0)") }
            let count = findings.count(where: \.isFailure)
            print(count == 0 ? "  certified\n" : "  NOT certified: \(count) failures\n")
            failures += count
        }
        if lesson == nil { failures += textsOfOtherLessons(session) }
        if failures > 0 { throw ExitCode.notPassed }
    }

    private func certifyMechanically(_ graders: [LessonGrader], _ session: CourseSession) throws {
        let proof = MechanicalProof(
            graders, in: session.folder, seeds: (0..<UInt64(seeds)).map { 1 + $0 })
        let result = try proof.run(known: LessonGrader.all, updates: update)
        print("exercise | made | caught | ended | equivalent | not compiled")
        result.lines.forEach { print($0) }
        result.findings.forEach { print("  \($0)") }
        if result.findings.contains(where: \.isFailure) { throw ExitCode.notPassed }
    }

    /// Lessons without exercises have texts too.
    private func textsOfOtherLessons(_ session: CourseSession) -> Int {
        let findings = TextProofs.findings(in: session.folder, besides: LessonGrader.all)
        findings.forEach { print("  \($0)") }
        return findings.count(where: \.isFailure)
    }

    private func programs(
        _ grader: LessonGrader, _ session: CourseSession, _ known: inout Set<String>
    ) throws -> [Finding] {
        let folder = session.folder
        let proofs = ProgramProofs(grader)
        var findings: [Finding] = []
        do {
            let file = session.file(of: grader)
            findings += try file.whileSteady(note: Output.note) { saved in
                try stubs(of: saved, in: file, proofs, grader, folder)
            }.result
        } catch let error as StudentFileError {
            Output.note("its stubs are not proved: \(error)")
        }
        let course = folder.products.appending(path: "course")
        return findings + proofs.hostileAnswers(course: course, known: &known)
    }

    /// The proof of the stubs in a student's file; nil if the program may hold another state of it.
    private func stubs(
        of saved: ExerciseFile.Saved, in file: ExerciseFile, _ proofs: ProgramProofs,
        _ grader: LessonGrader, _ folder: CourseFolder
    ) throws -> [Finding]? {
        switch try LessonBuild(folder, note: Output.note).build(grader.lesson, of: saved) {
        case .outdated: return nil
        case .notCompiled:
            Output.note("\(file.path) does not compile: its stubs are not proved")
            return []
        case .built:
            return try proofs.stubs(
                student: file.text(of: saved),
                solution: folder.text(of: folder.solution(of: grader.lesson)),
                program: folder.program(of: grader.lesson))
        }
    }
}
