import Graders
import XCTest

final class Lesson14ConfidenceMapsTests: XCTestCase {
    func testStitch() throws { try grade("stitch", in: .confidenceMaps) }
    func testNonMaximumSuppression() throws {
        try grade("nonMaximumSuppression", in: .confidenceMaps)
    }
    func testSlideScore() throws { try grade("slideScore", in: .confidenceMaps) }
    func testDetections() throws { try grade("detections", in: .confidenceMaps) }
}
