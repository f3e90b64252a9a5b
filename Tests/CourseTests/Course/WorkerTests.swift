import Curriculum
import Foundation
import Graders
import XCTest

@testable import GraderKit

#if canImport(Glibc)
    import Glibc
#endif

final class WorkerTests: XCTestCase {
    private let folder = CourseFolder.ofTests(
        file: URL(filePath: #filePath).deletingLastPathComponent().path)
    private var course: URL { folder.products.appending(path: "course") }

    private func examinee(_ kind: HostileKind) -> WorkerExaminee {
        WorkerExaminee(
            executable: course, arguments: ["--hostile", "Lesson12Clustering", kind.rawValue],
            file: "HostileAnswer.swift")
    }

    private func call(check: String) throws -> WorkerRequest.Call {
        let assign = ClusteringCalls.assign
        return WorkerRequest.Call(
            name: assign.name, inputs: try assign.encode([[0, 0]], [[1, 0]]), deadline: 2,
            check: check)
    }

    func testATrapIsLocatedAndDoesNotHideTheOtherChecks() throws {
        let calls = try ["a", "a", "b"].map(call)
        let outcomes = examinee(.trap).answer(calls).map(\.outcome)
        guard case .crashed(let reason, let line) = outcomes[0] else {
            return XCTFail("\(outcomes[0])")
        }
        XCTAssertEqual(reason, "on purpose")
        XCTAssertNotNil(line)
        XCTAssertEqual(outcomes[1], .skipped)
        XCTAssertEqual(outcomes[2], outcomes[0])
    }

    /// The stack is really full, and the report really that of the system.
    func testEndlessRecursionIsNamed() throws {
        let outcome = examinee(.deepRecursion).answer([try call(check: "a")])[0].outcome
        guard case .crashed(let reason?, _) = outcome else { return XCTFail("\(outcome)") }
        XCTAssertTrue(reason.hasPrefix("endless recursion: "), reason)
        XCTAssertTrue(reason.contains("(_:) calls itself"), reason)
        XCTAssertFalse(reason.contains(": (_:)"), reason)
    }

    func testEndingTheProcessIsNoAnswer() throws {
        XCTAssertEqual(
            examinee(.exit).answer([try call(check: "a")]).map(\.outcome), [.exitedEarly(code: 0)])
    }

    func testAForgedAnswerCountsForNothing() throws {
        XCTAssertEqual(
            examinee(.forgedDescriptors).answer([try call(check: "a")]).map(\.outcome), [.forged])
    }

    func testAProgramThatIsNoWorkerIsTheGradersFault() throws {
        for path in ["/bin/true", "/no/such/program"] {
            let worker = WorkerExaminee(executable: URL(filePath: path), file: "x.swift")
            guard case .graderError = worker.answer([try call(check: "a")])[0].outcome else {
                return XCTFail("\(path) was taken for a worker")
            }
        }
    }

    /// A child that has left the process group is found by its environment.
    func testNothingStaysBehind() throws {
        let script = "setsid sleep 300 & echo $!; wait"
        let process = try ChildProcess(
            executable: URL(filePath: "/bin/sh"), arguments: ["-c", script], input: Data())
        var text = ""
        for _ in 0..<200 where !text.contains("\n") {
            var buffer = [UInt8](repeating: 0, count: 64)
            let count = read(process.output, &buffer, buffer.count)
            if count > 0 { text += String(decoding: buffer[0..<count], as: UTF8.self) }
            usleep(10_000)
        }
        let child = try XCTUnwrap(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        XCTAssertEqual(kill(child, 0), 0, "the child runs")
        process.end()
        for _ in 0..<200 where isRunning(child) { usleep(10_000) }
        XCTAssertFalse(isRunning(child), "the child has ended")
    }

    /// Answers come back while the processes that stay behind are still being started.
    func testNothingStaysBehindThatIsJustBeingStarted() throws {
        let mark = "DEEPTEACHING_TEST=\(UUID().uuidString)"
        let parts = mark.split(separator: "=").map(String.init)
        setenv(parts[0], parts[1], 1)
        defer { unsetenv(parts[0]) }
        for _ in 0..<10 {
            _ = examinee(.staysBehind).answer(try ["a", "b", "c"].map(call))
        }
        usleep(200_000)
        XCTAssertEqual(ProcessTable.processes(markedWith: mark), [])
    }

    /// A process that has ended but that nobody has asked after is a zombie (state Z).
    private func isRunning(_ process: pid_t) -> Bool {
        guard kill(process, 0) == 0 else { return false }
        let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        return status.map { !$0.contains(") Z ") } ?? false
    }
}
