import Graders
import XCTest

final class Lesson15MorphologyTests: XCTestCase {
    func testErode() throws { try grade("erode", in: .morphology) }
    func testDilate() throws { try grade("dilate", in: .morphology) }
    func testOpenAndClose() throws { try grade("openAndClose", in: .morphology) }
    func testConnectedComponents() throws { try grade("connectedComponents", in: .morphology) }
    func testFillHoles() throws { try grade("fillHoles", in: .morphology) }
    func testDistanceTransform() throws { try grade("distanceTransform", in: .morphology) }
    func testJoinWithin() throws { try grade("joinWithin", in: .morphology) }
}
