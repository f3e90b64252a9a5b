import DeepTeaching
import XCTest

@testable import CourseKit

/// Progress on a terminal and in a pipe.
final class ProgressBarTests: XCTestCase {
    func testPipeGetsALineEveryTenth() {
        let recorder = Recorder()
        let bar = ProgressBar(
            "Training", isTerminal: false, output: recorder.output, seconds: { 0 })
        for part in [0, 0.04, 0.1, 0.15, 0.34, 0.2, 0.99, 1, 1] { bar.report(part) }
        bar.end()
        XCTAssertEqual(
            recorder.text, "Training: 10 %\nTraining: 30 %\nTraining: 90 %\nTraining: 100 %\n")
    }

    func testTenthsAreNotLostToRounding() {
        let recorder = Recorder()
        let bar = ProgressBar("Work", isTerminal: false, output: recorder.output, seconds: { 0 })
        var part = 0.0
        for _ in 1...10 {
            part += 0.1
            bar.report(part)
        }
        XCTAssertEqual(recorder.text.split(separator: "\n").count, 10)
    }

    func testTerminalLineIsRewrittenWithTimeLeft() {
        let recorder = Recorder()
        let clock = Clock()
        let bar = ProgressBar(
            "Training", isTerminal: true, width: 40, output: recorder.output,
            seconds: { clock.seconds })
        clock.seconds = 30
        bar.report(0.25)
        bar.end()
        XCTAssertEqual(
            recorder.text,
            "\u{1B}[?25l\r\u{1B}[KTraining ██░░░░░░ 25 %, 1 min 30 s left\r\u{1B}[K\u{1B}[?25h")
    }

    func testQuietIsSilent() {
        for isTerminal in [true, false] {
            let recorder = Recorder()
            let bar = ProgressBar(
                "Training", isTerminal: isTerminal, quiet: true, output: recorder.output,
                seconds: { 0 })
            bar.report(0.5)
            bar.end()
            XCTAssertEqual(recorder.text, "")
        }
    }

    func testThreadsMayReportInAnyOrder() {
        let recorder = Recorder()
        let bar = ProgressBar("Work", isTerminal: false, output: recorder.output, seconds: { 0 })
        parallel(1000) { part in bar.report(Double(part + 1) / 1000) }
        let lines = recorder.text.split(separator: "\n")
        XCTAssertEqual(lines.last, "Work: 100 %")
        XCTAssertLessThanOrEqual(lines.count, 10)
        XCTAssertEqual(Set(lines).count, lines.count)
    }

    private final class Clock: @unchecked Sendable {  // one thread sets and reads it
        var seconds = 0.0
    }
}
