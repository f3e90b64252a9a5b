import Graders
import XCTest

final class Lesson08ColorModelsTests: XCTestCase {
    func testHSV() throws { try grade("hsv", in: .colorModels) }
    func testOpticalDensity() throws { try grade("opticalDensity", in: .colorModels) }
    func testUnmix() throws { try grade("unmix", in: .colorModels) }
    func testMacenkoStains() throws { try grade("macenkoStains", in: .colorModels) }
    func testNormalizeStain() throws { try grade("normalizeStain", in: .colorModels) }
}
