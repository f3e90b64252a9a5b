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
    func file(of grader: LessonGrader) -> ExerciseFile {
        ExerciseFile(of: grader.lesson, in: folder)
    }

    /// Builds a lesson, grades it, and remembers how it came out. A file that cannot be graded is a
    /// report too, so that other lessons go on.
    func grade(
        _ grader: LessonGrader, functions: [String]? = nil,
        seeds: [UInt64] = LessonGrader.usualSeeds
    ) throws -> LessonReport {
        do {
            let file = file(of: grader)
            let (report, saved) = try file.whileSteady(note: Output.note) { saved in
                try self.report(of: grader, saved, functions, seeds)
            }
            let text = try file.text(of: saved)
            remember { $0.record(report, text: text) }
            return report
        } catch let error as StudentFileError {
            return grader.notRun(.notCompiled, "\(error)", functions: functions)
        }
    }

    /// The report on one state of a file, or nil if the program may hold another.
    private func report(
        of grader: LessonGrader, _ saved: ExerciseFile.Saved, _ functions: [String]?,
        _ seeds: [UInt64]
    ) throws -> LessonReport? {
        do {
            switch try LessonBuild(folder, note: Output.note).build(grader.lesson, of: saved) {
            case .outdated: return nil
            case .notCompiled(let message):
                return grader.notRun(.notCompiled, message, functions: functions)
            case .built:
                let worker = WorkerExaminee(
                    executable: folder.program(of: grader.lesson),
                    file: grader.lesson.name + ".swift")
                let source = StudentSource(
                    text: try file(of: grader).text(of: saved),
                    compiled: CompiledExercises(of: grader.lesson, in: folder))
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
            let hash = (try? file(of: grader).text()).map(CourseState.hash)
            let functions = grader.lesson.exercises.map(\.function)
            let state = try state()
            let isKnown = functions.allSatisfy {
                hash != nil && state[grader.lesson.name, $0].textHash == hash
            }
            let passed =
                isKnown
                ? functions.filter { state[grader.lesson.name, $0].status == .passed }
                // Not from the memory: in a read-only checkout nothing was remembered.
                : try grade(grader).exercises.filter { $0.status == .passed }.map(\.function)
            let open = functions.first { !passed.contains($0) }
            if let open { return (grader, open) }
        }
        return nil
    }
}
