import Graders
import XCTest

final class Lesson20StagingTests: XCTestCase {
    func testSlideLabel() throws { try grade("slideLabel", in: .staging) }
    func testPNStage() throws { try grade("pNStage", in: .staging) }
    func testSubmission() throws { try grade("submission", in: .staging) }
    func testEvaluate() throws { try grade("evaluate", in: .staging) }
    func testErrorAnalysis() throws { try grade("errorAnalysis", in: .staging) }
}
