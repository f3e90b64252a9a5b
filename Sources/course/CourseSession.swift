import Curriculum
import Foundation
import GraderKit
import Graders

/// What every command needs: the checkout, its memory, and the graders.
struct CourseSession {
    let folder: CourseFolder
    let memory: StateFile
    let text: ReportText
    let usesColor: Bool

    init() throws {
        folder = try CourseFolder.current()
        memory = StateFile(folder)
        usesColor = Output.usesColor
        text = ReportText(usesColor: usesColor)
    }

    /// The lesson that a student means by "12", "Lesson12", "Lesson12Clustering" or "clustering".
    func grader(named name: String) throws -> LessonGrader {
        let wanted = name.lowercased()
        let found = LessonGrader.all.first { grader in
            let full = grader.lesson.name.lowercased()
            return full == wanted || full.dropFirst(6).prefix(2) == wanted
                || full.prefix(8) == wanted || full.dropFirst(8) == wanted
        }
        guard let found else {
            throw CourseError.unknownLesson(name, known: LessonGrader.all.map(\.lesson.name))
        }
        return found
    }

    /// The exercise of a lesson, found without regard to upper and lower case.
    func function(_ name: String, in grader: LessonGrader) throws -> String {
        let known = grader.lesson.exercises.map(\.function)
        guard let found = known.first(where: { $0.lowercased() == name.lowercased() }) else {
            throw CourseError.unknownExercise(name, lesson: grader.lesson.name, known: known)
        }
        return found
    }

    /// The student's file of a lesson.
    func source(of grader: LessonGrader) throws -> StudentSource {
        StudentSource(text: try folder.text(of: folder.exercises(of: grader.lesson)))
    }

    /// Builds a lesson, grades it, and remembers how it came out.
    func grade(
        _ grader: LessonGrader, functions: [String]? = nil,
        seeds: [UInt64] = LessonGrader.usualSeeds
    ) throws -> LessonReport {
        let source = try source(of: grader)
        let report = try report(of: grader, source, functions, seeds)
        remember { $0.record(report, text: source.text) }
        return report
    }

    /// Builds and grades; a build that fails is a report too, so that other lessons go on.
    private func report(
        of grader: LessonGrader, _ source: StudentSource, _ functions: [String]?, _ seeds: [UInt64]
    ) throws -> LessonReport {
        do {
            switch try LessonBuild(folder, note: Output.note).build(grader.lesson) {
            case .notCompiled(let message):
                return grader.notRun(.notCompiled, message, functions: functions)
            case .built:
                let worker = WorkerExaminee(
                    executable: folder.program(of: grader.lesson),
                    file: grader.lesson.name + ".swift")
                return grader.grade(functions, of: worker, source: source, seeds: seeds)
            }
        } catch let error as CourseError {
            guard case .brokenBuild = error else { throw error }
            return grader.notRun(.graderError, "\(error)", functions: functions)
        }
    }

    /// What is remembered; nothing if it cannot be read.
    func state() throws -> CourseState { try memory.read() }

    /// Changes what is remembered. A read-only checkout is worth a sentence, not a failure.
    func remember(_ change: (inout CourseState) -> Void) {
        do {
            try memory.update(change)
        } catch {
            Output.note("this is not remembered: \(error)")
        }
    }

    /// The first exercise that has not passed, in the order of the course; lessons whose file has
    /// changed since they were graded are graded again first.
    func next() throws -> (grader: LessonGrader, function: String)? {
        for grader in LessonGrader.all {
            let text = try source(of: grader).text
            let hash = CourseState.hash(of: text)
            let functions = grader.lesson.exercises.map(\.function)
            var state = try state()
            let known = functions.allSatisfy { state[grader.lesson.name, $0].textHash == hash }
            if !known {
                let report = try grade(grader)
                // Not from the file: in a read-only checkout nothing was remembered.
                state.record(report, text: text)
            }
            let open = functions.first { state[grader.lesson.name, $0].status != .passed }
            if let open { return (grader, open) }
        }
        return nil
    }
}
