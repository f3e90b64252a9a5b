import Graders
import XCTest

final class Lesson03BackpropagationTests: XCTestCase {
    func testTopologicalOrder() throws { try grade("topologicalOrder", in: .backpropagation) }
    func testBackward() throws { try grade("backward", in: .backpropagation) }
    func testDenseGradients() throws { try grade("denseGradients", in: .backpropagation) }
    func testReluGradient() throws { try grade("reluGradient", in: .backpropagation) }
    func testSumGradient() throws { try grade("sumGradient", in: .backpropagation) }
    func testSoftmaxCrossEntropy() throws { try grade("softmaxCrossEntropy", in: .backpropagation) }
    func testMomentumStep() throws { try grade("momentumStep", in: .backpropagation) }
}
