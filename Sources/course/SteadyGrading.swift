import Foundation
import GraderKit

/// Grades what lies in a student's file, and no other text: if the file is saved before the report
/// is ready, the report would be about a text that is gone, so it is made again.
struct SteadyGrading {
    /// After so many tries something else than a person saves the file.
    private static let tries = 5

    private let session: CourseSession
    private let grader: LessonGrader
    private let file: ExerciseFile

    /// Grades a lesson of a checkout.
    init(_ session: CourseSession, _ grader: LessonGrader) {
        self.session = session
        self.grader = grader
        file = session.file(of: grader)
    }

    /// The report, and the text that it is about.
    ///
    /// - Throws: `StudentFileError` if there is nothing to grade.
    func report(
        _ functions: [String]?, _ seeds: [UInt64]
    ) throws -> (report: LessonReport, text: String) {
        for number in 1...Self.tries {
            let saved = try saved()
            let report = try report(of: saved, functions, seeds)
            let after = try self.saved()
            // Whatever only touches the file again and again must not keep us here.
            let isSteady = after == saved || number == Self.tries && after.bytes == saved.bytes
            if let report, isSteady { return (report, try file.text(of: saved)) }
            if after != saved { Output.note("\(file.path) was saved meanwhile: grading it again") }
        }
        throw StudentFileError.changedMeanwhile(path: file.path)
    }

    /// The report on one state of the file, or nil if the program may hold another.
    private func report(
        of saved: ExerciseFile.Saved, _ functions: [String]?, _ seeds: [UInt64]
    ) throws -> LessonReport? {
        do {
            let build = LessonBuild(session.folder, note: Output.note)
            switch try build.build(grader.lesson, of: saved) {
            case .outdated: return nil
            case .notCompiled(let message):
                return grader.notRun(.notCompiled, message, functions: functions)
            case .built:
                let worker = WorkerExaminee(
                    executable: session.folder.program(of: grader.lesson),
                    file: grader.lesson.name + ".swift")
                let source = StudentSource(text: try file.text(of: saved))
                return grader.grade(functions, of: worker, source: source, seeds: seeds)
            }
        } catch let error as CourseError {
            guard case .brokenBuild = error else { throw error }
            return grader.notRun(.graderError, "\(error)", functions: functions)
        }
    }

    /// What lies there. Some editors remove a file and write it anew; that moment is waited for.
    private func saved() throws -> ExerciseFile.Saved {
        do {
            return try file.saved()
        } catch StudentFileError.missing {
            usleep(200_000)
            return try file.saved()
        }
    }
}
