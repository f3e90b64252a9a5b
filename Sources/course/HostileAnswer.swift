import Curriculum
import Foundation
import GraderKit
import Graders

/// Answers that misbehave, to prove that the graders stand them. `course` starts itself with
/// `--hostile LESSON KIND` and is then the worker that gives such an answer.
struct HostileAnswer {
    let grader: LessonGrader
    let kind: HostileKind

    /// Serves one request and ends the process, if it was started for that; else returns.
    static func runIfAsked() {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.count == 3, arguments.first == "--hostile",
            let kind = arguments.last.flatMap(HostileKind.init),
            let grader = LessonGrader.all.first(where: {
                $0.lesson.name == CommandLine.arguments[2]
            })
        else { return }
        let hostile = HostileAnswer(grader: grader, kind: kind)
        Worker.run(Answer(name: kind.rawValue, observe: hostile.answer))
    }

    /// The answer; some kinds never give one.
    @Sendable func answer(call: String, inputs: Data) throws -> Data {
        switch kind {
        case .trap: fatalError("on purpose")
        case .outOfBounds: return Data([inputs.map(\.self)[inputs.count]])
        case .endlessLoop: while true {}
        case .endlessMemory: exhaustMemory()
        case .exit: exit(0)
        case .deepRecursion: return Data([UInt8(truncatingIfNeeded: descend(inputs.count))])
        case .throwing: throw HostileError.onPurpose
        case .flood: while true { print(String(repeating: "no end ", count: 1000)) }
        case .fillsDisk: fillDisk()
        case .notANumber, .empty, .wrongShape, .contradictsItself:
            return try distorted(call, inputs)
        case .constantOfSeedZero: return try constant(call)
        case .echo: return inputs
        case .forgedOutput, .forgedDescriptors: return try forge(call, inputs)
        case .staysBehind: return stayBehind()
        }
    }

    private enum HostileError: Error { case onPurpose }

    private func exhaustMemory() -> Never {
        var kept: [[UInt8]] = []
        while true {
            kept.append([UInt8](unsafeUninitializedCapacity: 1 << 26) { $1 = $0.count })
        }
    }

    private func descend(_ depth: Int) -> Int {
        depth == Int.max ? 0 : descend(depth + 1) &+ depth
    }

    private func fillDisk() -> Never {
        let path = NSTemporaryDirectory() + "deepteaching-hostile-\(getpid())"
        let file = open(path, O_CREAT | O_WRONLY, 0o600)
        unlink(path)
        let block = [UInt8](repeating: 7, count: 1 << 20)
        while true { _ = write(file, block, block.count) }
    }

    /// The right answer's shape with wrong contents, or the other way round.
    private func distorted(_ call: String, _ inputs: Data) throws -> Data {
        let right = try grader.solution.observe(call, inputs)
        let value = try JSONSerialization.jsonObject(with: right, options: .fragmentsAllowed)
        let wrong: Any =
            switch kind {
            case .notANumber: Self.replacingNumbers(in: value)
            case .empty: Self.emptying(value)
            case .contradictsItself: Self.enlarging(value)
            default: Self.lengthening(value)
            }
        return try JSONSerialization.data(withJSONObject: wrong, options: .fragmentsAllowed)
    }

    private static func replacingNumbers(in value: Any) -> Any {
        switch value {
        case let array as [Any]: array.map(replacingNumbers)
        case let object as [String: Any]: object.mapValues(replacingNumbers)
        default: "nan"
        }
    }

    private static func emptying(_ value: Any) -> Any {
        switch value {
        case is [Any]: [Any]()
        case let object as [String: Any]: object.mapValues(emptying)
        default: NSNull()
        }
    }

    private static func lengthening(_ value: Any) -> Any {
        switch value {
        case let array as [Any]: array + array.prefix(1) + (array.isEmpty ? [0] : [])
        case let object as [String: Any]: object.mapValues(lengthening)
        default: [value, value]
        }
    }

    private static func nestingFirst(of array: [Any]) -> [Any] {
        var copy = array
        copy.replaceSubrange(..<min(1, array.count), with: [Array(array.prefix(1))] as [Any])
        return copy
    }

    /// Every number larger, what is listed as it was: a size then promises more than there is. Where
    /// there are only lists, a list in place of the first element.
    private static func enlarging(_ value: Any) -> Any {
        switch value {
        case let array as [Any]: nestingFirst(of: array)
        case let object as [String: Any] where object.values.allSatisfy({ $0 is [Any] }):
            object.mapValues(enlarging)
        case let object as [String: Any]:
            object.mapValues { member in member is [Any] ? member : enlarging(member) }
        case let number as NSNumber: number.intValue + 1
        default: [value]
        }
    }

    private func constant(_ call: String) throws -> Data {
        for check in grader.exercises.flatMap(\.checks) where check.call == call {
            if let inputs = try check.inputs(0).first {
                return try grader.solution.observe(call, inputs)
            }
        }
        return Data()
    }

    /// Writes what looks like an answer to the standard output, or to all that is open.
    private func forge(_ call: String, _ inputs: Data) throws -> Data {
        let right = try grader.solution.observe(call, inputs)
        let frame = Data("answer 00000000 0 value \(right.count)\n".utf8) + right
        let descriptors: Range<Int32> = kind == .forgedOutput ? 1..<3 : 1..<1024
        for descriptor in descriptors {
            _ = frame.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        }
        return Data("\"forged\"".utf8)
    }

    /// Leaves a process behind that has left the group, holds the pipes and outlives the answer.
    private func stayBehind() -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["setsid", "sleep", "600"]
        try? process.run()
        return Data("\"stayed\"".utf8)
    }
}
