import Graders
import XCTest

final class Lesson16FeaturesTests: XCTestCase {
    func testMapSummary() throws { try grade("mapSummary", in: .features) }
    func testRegionProperties() throws { try grade("regionProperties", in: .features) }
    func testLongestDiameter() throws { try grade("longestDiameter", in: .features) }
    func testMetastasisType() throws { try grade("metastasisType", in: .features) }
    func testImputeMissing() throws { try grade("imputeMissing", in: .features) }
}
