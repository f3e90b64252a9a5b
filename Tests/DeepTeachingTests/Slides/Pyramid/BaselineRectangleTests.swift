import DeepTeaching
import XCTest

final class BaselineRectangleTests: XCTestCase {
    private let rectangle = BaselineRectangle(
        origin: BaselinePoint(x: -3, y: 4.5), width: 10, height: 5)

    func testEdgesAndMiddle() {
        XCTAssertEqual(rectangle.right, 7)
        XCTAssertEqual(rectangle.bottom, 9.5)
        XCTAssertEqual(rectangle.center, BaselinePoint(x: 2, y: 7))
        XCTAssertEqual(
            BaselineRectangle(center: rectangle.center, width: 10, height: 5), rectangle)
        XCTAssertEqual(
            BaselineRectangle(origin: BaselinePoint(x: 1, y: 2), side: 3),
            BaselineRectangle(origin: BaselinePoint(x: 1, y: 2), width: 3, height: 3))
    }

    func testTheMiddleKeepsTheCenterAndTheShape() {
        XCTAssertEqual(
            rectangle.middle(0.5),
            BaselineRectangle(origin: BaselinePoint(x: -0.5, y: 5.75), width: 5, height: 2.5))
        XCTAssertEqual(rectangle.middle(1), rectangle)
    }

    func testARectangleHoldsThePointsItIsDrawnAround() {
        let corners = [(7.0, 6.0), (-3, 9.5), (0, 4.5)].map { BaselinePoint(x: $0.0, y: $0.1) }
        XCTAssertEqual(BaselineRectangle(around: corners), rectangle)
        XCTAssertEqual(
            BaselineRectangle(around: [BaselinePoint(x: 1, y: 2)]),
            BaselineRectangle(origin: BaselinePoint(x: 1, y: 2), side: 0))
        XCTAssertNil(BaselineRectangle(around: []))
    }

    func testNeighborsTouchAndOthersDoNot() {
        func touches(_ x: Double, _ y: Double) -> Bool {
            rectangle.touches(BaselineRectangle(origin: BaselinePoint(x: x, y: y), side: 2))
        }
        XCTAssertTrue(touches(0, 6))
        XCTAssertTrue(touches(7, 9.5), "in one corner")
        XCTAssertFalse(touches(7.01, 6))
        XCTAssertFalse(touches(0, 2.49))
        XCTAssertTrue(touches(-5, 2.5))
    }
}
