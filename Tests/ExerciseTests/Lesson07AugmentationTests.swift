import Graders
import XCTest

final class Lesson07AugmentationTests: XCTestCase {
    func testDihedral() throws { try grade("dihedral", in: .augmentation) }
    func testApply() throws { try grade("apply", in: .augmentation) }
    func testAugment() throws { try grade("augment", in: .augmentation) }
    func testStainJitter() throws { try grade("stainJitter", in: .augmentation) }
    func testNormalize() throws { try grade("normalize", in: .augmentation) }
    func testPredictWithTestTimeAugmentation() throws {
        try grade("predictWithTestTimeAugmentation", in: .augmentation)
    }
}
