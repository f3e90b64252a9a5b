import Curriculum
import Foundation

/// One hostile answer to one check, put to a grader through the real worker path.
public struct HostileTrial: Sendable {
    let grader: LessonGrader
    let exercise: ExerciseGrader
    let check: Check

    /// How the answer goes wrong.
    public let kind: HostileKind

    /// Each kind of hostile answer to each type of result, in the order of the lessons.
    ///
    /// - Parameter known: the types of results that have been tried already; those that are found
    ///   here are added.
    public static func all(of grader: LessonGrader, known: inout Set<String>) -> [HostileTrial] {
        var trials: [HostileTrial] = []
        for exercise in grader.exercises {
            let fresh = exercise.checks.first { !known.contains($0.resultType) }
            guard let check = fresh else { continue }
            known.insert(check.resultType)
            trials += HostileKind.allCases.map {
                HostileTrial(grader: grader, exercise: exercise, check: check, kind: $0)
            }
        }
        return trials
    }

    /// One hostile answer to the lesson's first exercise.
    public init?(_ kind: HostileKind, of grader: LessonGrader) {
        guard let exercise = grader.exercises.first, let check = exercise.checks.first else {
            return nil
        }
        self.init(grader: grader, exercise: exercise, check: check, kind: kind)
    }

    private init(
        grader: LessonGrader, exercise: ExerciseGrader, check: Check, kind: HostileKind
    ) {
        self.grader = grader.leaving(check, of: exercise)
        self.exercise = exercise
        self.check = check
        self.kind = kind
    }

    /// What is wrong with the grader, in the order of the trials. Most trials wait for a deadline or
    /// for the report of a crash, so two run on each core.
    ///
    /// - Parameter course: the program `course`, which starts itself again as the worker.
    public static func findings(of trials: [HostileTrial], course: URL) -> [Finding] {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        return sideBySide(trials.count, atMost: 2 * cores) { trials[$0].findings(course: course) }
            .flatMap(\.self)
    }

    /// What is wrong with the grader.
    public func findings(course: URL) -> [Finding] {
        let worker = WorkerExaminee(
            executable: course, arguments: ["--hostile", grader.lesson.name, kind.rawValue],
            file: "HostileAnswer.swift")
        let start = DispatchTime.now().uptimeNanoseconds
        let report = grader.grade(of: worker, seeds: LessonGrader.usualSeeds)
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) * 1e-9
        guard let result = report.exercises.first else { return [] }
        var complaints: [String] = []
        if result.status != kind.expected {
            let words = result.message ?? result.checks.first?.difference ?? ""
            complaints.append(
                "is \(result.status.rawValue), expected \(kind.expected.rawValue): \(words)")
        }
        if result.earned != 0 { complaints.append("earns \(result.earned) points") }
        if seconds > 30 { complaints.append("takes \(Int(seconds)) s") }
        return complaints.map {
            Finding(
                4, "\(grader.lesson.name).\(exercise.function)",
                "\(kind.rawValue) for \(check.resultType) \($0)")
        }
    }
}

extension LessonGrader {
    /// The grader of one check alone.
    fileprivate func leaving(_ check: Check, of exercise: ExerciseGrader) -> LessonGrader {
        var copy = self
        var one = exercise
        one.checks = [check]
        copy.exercises = [one]
        return copy
    }
}
