import XCTest

@testable import DeepTeaching

final class StandardizationTests: XCTestCase {
    /// On x the standardised layer gives what the layer gave on (x - m) / s.
    func testStandardizedLayerSeesTheStandardizedInput() {
        var generator = SeededGenerator(seed: 5)
        let layer = Convolution2D<Double>(
            inputs: 3, outputs: 4, kernel: 3, activation: .relu, using: &generator)
        var standardized = layer
        standardized.standardizeInput(mean: 0.7, standardDeviation: 0.2)
        let input = Tensor<Double>.uniform([2, 6, 5, 3], using: &generator)
        let expected = layer(Variable((input - 0.7) / 0.2), in: .inference).value.elements
        let found = standardized(Variable(input), in: .inference).value.elements
        XCTAssertTrue(expected.contains { $0 > 0.1 })
        for (one, other) in zip(found, expected) { XCTAssertEqual(one, other, accuracy: 1e-12) }
    }
}
