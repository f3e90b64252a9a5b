import Graders
import XCTest

final class Lesson12ClusteringTests: XCTestCase {
    func testAssign() throws { try grade("assign", in: .clustering) }
    func testUpdateCentroids() throws { try grade("updateCentroids", in: .clustering) }
}
