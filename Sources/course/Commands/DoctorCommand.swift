import ArgumentParser
import Foundation
import GraderKit
import Graders

/// Looks whether everything that the course needs is there, or whether somebody's slides are sound.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Look whether all that the course needs is there.",
        discussion: """
            With --slide, --data or --slides it looks at your slides instead: it lists what was found \
            and what is wrong. Exit status 1 if the lessons could not use them.
            """)

    @Option(help: "Look at this slide or picture.")
    var slide: String?

    @Option(help: "Look at this folder of slides in the layout of CAMELYON17.")
    var data: String?

    @Option(help: "Look at this table of slides, and at its slides.")
    var slides: String?

    func validate() throws {
        let names = [slide, data, slides].compactMap(\.self)
        if names.contains("") { throw ValidationError("a file needs a name, but it is empty") }
        if names.count > 1 {
            throw ValidationError("give one of --slide, --data and --slides")
        }
    }

    func run() throws {
        if let found = try lookAtSlides() {
            print(found.text)
            if !found.isFine { throw ExitCode.notPassed }
            return
        }
        let session = try CourseSession()
        let checks =
            try [compiler(session)] + exercises(session) + [memory(session), worker(session)]
        for check in checks { print("\(check.isFine ? "ok  " : "FAIL") \(check.words)") }
        if checks.contains(where: { !$0.isFine }) { throw ExitCode.notPassed }
    }

    private func lookAtSlides() throws -> SlideDoctor? {
        if let slide { return try SlideDoctor(slide: slide) }
        if let data { return try SlideDoctor(folder: data) }
        return try slides.map { try SlideDoctor(table: $0) }
    }

    private func compiler(_ session: CourseSession) -> (isFine: Bool, words: String) {
        guard let version = Toolchain.version(in: session.folder.root) else {
            return (false, "no Swift compiler: install Swift 6.2 or later and put it in the PATH")
        }
        return (true, version)
    }

    /// What is wrong with each file, or one line if nothing is.
    private func exercises(_ session: CourseSession) -> [(isFine: Bool, words: String)] {
        let problems = LessonGrader.all.compactMap { session.file(of: $0).problem() }
        if !problems.isEmpty { return problems.map { (false, $0) } }
        return [(true, "\(LessonGrader.all.count) lessons with exercises")]
    }

    private func memory(_ session: CourseSession) -> (isFine: Bool, words: String) {
        do {
            try FileLock(session.folder, name: "state.lock", waits: true).release()
            _ = try session.memory.read()
            return (true, "the course can remember what you do")
        } catch {
            return (false, "\(error)")
        }
    }

    private func worker(_ session: CourseSession) throws -> (isFine: Bool, words: String) {
        let trial = LessonGrader.all.first.flatMap { HostileTrial(.trap, of: $0) }
        let course = session.folder.products.appending(path: "course")
        guard let found = trial?.findings(course: course).first else {
            return (true, "a crash is caught and located")
        }
        return (false, "a crash is not caught: \(found.words)")
    }
}
