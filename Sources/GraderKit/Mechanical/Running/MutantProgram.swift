import Curriculum
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The program in which mechanical mutants run: it knows the graders, judges one mutant of one
/// exercise for one seed after the other, and says before each which one it is.
///
/// A trap, or more than its share of processor time, ends the process; whoever started it sees by
/// the last line which mutant that was, and starts it again for the rest.
public struct MutantProgram {
    private let graders: [LessonGrader]
    private var answers: [String: [Int: Answer]] = [:]

    /// A program without mutants.
    public init(_ graders: [LessonGrader]) { self.graders = graders }

    /// Adds a mutant of an exercise.
    public mutating func add(_ exercise: String, _ number: Int, _ answer: Answer) {
        answers[exercise, default: [:]][number] = answer
    }

    /// What a process is to do.
    struct Request: Codable {
        let exercise: String
        let trials: [Trial]
    }

    /// One mutant for one seed.
    struct Trial: Codable, Hashable {
        let number: Int
        let seed: UInt64
    }

    /// Does what stands in the standard input, writes to the descriptor that carries answers, and
    /// ends the process.
    public func run() -> Never {
        guard let data = try? FileHandle.standardInput.readToEnd(),
            let request = try? ValueCoding.decode(Request.self, from: data)
        else {
            FileHandle.standardError.write(Data("course certify --mechanical runs this\n".utf8))
            exit(64)
        }
        WorkerLimits().apply()
        for grader in graders {
            for exercise in grader.exercises
            where "\(grader.lesson.name).\(exercise.function)" == request.exercise {
                judge(request, MutantJudge(exercise, solution: grader.solution))
            }
        }
        exit(0)
    }

    private func judge(_ request: Request, _ start: MutantJudge) {
        var judge = start
        for trial in request.trials {
            guard let answer = answers[request.exercise]?[trial.number] else { continue }
            say("begin \(trial.number) \(trial.seed)")
            Self.limitTime()
            say(judge.isCaught(answer, seed: trial.seed) ? "caught" : "missed")
            // Only now: it may trap in a case that nobody needed to see that it is wrong.
            let alike = judge.lookalikes(of: answer, seed: trial.seed)
            if !alike.isEmpty { say("alike " + alike.map(String.init).joined(separator: " ")) }
        }
    }

    /// So much processor time ends the process by a signal, however busy the machine is.
    private static let seconds = 2

    private static func limitTime() {
        var timer = itimerval()
        timer.it_value.tv_sec = seconds
        #if canImport(Glibc)
            setitimer(__itimer_which_t(ITIMER_VIRTUAL.rawValue), &timer, nil)
        #else
            setitimer(ITIMER_VIRTUAL, &timer, nil)
        #endif
    }

    private func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(Worker.answerDescriptor, bytes, bytes.count)
    }
}
