import Graders
import XCTest

final class Lesson09NeuralNetworkTests: XCTestCase {
    func testFlattenPatches() throws { try grade("flattenPatches", in: .neuralNetwork) }
    func testHeInitialization() throws { try grade("heInitialization", in: .neuralNetwork) }
    func testWeightedCrossEntropy() throws {
        try grade("weightedCrossEntropy", in: .neuralNetwork)
    }
    func testDropout() throws { try grade("dropout", in: .neuralNetwork) }
    func testEarlyStopping() throws { try grade("earlyStopping", in: .neuralNetwork) }
}
