import Graders
import XCTest

final class Lesson02RegressionTests: XCTestCase {
    func testHypothesis() throws { try grade("hypothesis", in: .regression) }
    func testMeanSquaredCost() throws { try grade("meanSquaredCost", in: .regression) }
    func testGradient() throws { try grade("gradient", in: .regression) }
    func testGradientStep() throws { try grade("gradientStep", in: .regression) }
    func testSigmoid() throws { try grade("sigmoid", in: .regression) }
    func testBinaryCrossEntropy() throws { try grade("binaryCrossEntropy", in: .regression) }
}
