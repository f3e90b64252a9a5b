import Graders
import XCTest

final class Lesson06TissueExtractionTests: XCTestCase {
    func testOtsuThreshold() throws { try grade("otsuThreshold", in: .tissueExtraction) }
    func testTissueMask() throws { try grade("tissueMask", in: .tissueExtraction) }
    func testRasterize() throws { try grade("rasterize", in: .tissueExtraction) }
    func testPatchGrid() throws { try grade("patchGrid", in: .tissueExtraction) }
    func testSplit() throws { try grade("split", in: .tissueExtraction) }
    func testBalancedSample() throws { try grade("balancedSample", in: .tissueExtraction) }
}
