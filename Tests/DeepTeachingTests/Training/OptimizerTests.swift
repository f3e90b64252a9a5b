import XCTest

@testable import DeepTeaching

final class OptimizerTests: XCTestCase {
    /// Three steps from the start along PyTorch's gradients.
    private func result<Scalar>(
        of optimizer: some Optimizer<Scalar>, _ reference: ReferenceValues.Optimizers
    ) -> Tensor<Scalar> {
        var optimizer = optimizer
        var parameter = Variable(reference.start.tensor(Scalar.self))
        for gradient in reference.gradients {
            optimizer.update(
                &parameter, along: Gradients(names: [""], values: [gradient.tensor()]))
        }
        return parameter.value
    }

    private func check<Scalar: TensorScalar>(_: Scalar.Type, tolerance: Double) throws {
        let reference = try ReferenceValues.load().optimizers
        let results: [String: Tensor<Scalar>] = [
            "adam": result(of: Adam(learningRate: 0.01), reference),
            "adam with decay": result(
                of: Adam(learningRate: 0.1, meanDecay: 0.8, squareDecay: 0.9, weightDecay: 0.1),
                reference),
            "descent": result(of: GradientDescent(learningRate: 0.1), reference),
            "momentum": result(of: GradientDescent(learningRate: 0.1, momentum: 0.9), reference),
        ]
        XCTAssertEqual(Set(results.keys), Set(reference.results.keys))
        for (name, found) in results {
            let difference = found.difference(to: reference.results[name]!)
            XCTAssertLessThan(difference, tolerance, "\(name), \(Scalar.self)")
        }
    }

    func testDouble() throws { try check(Double.self, tolerance: 1e-10) }

    func testFloat() throws { try check(Float.self, tolerance: 1e-5) }

    func testUpdatesInPlace() {
        var layer = Variable(Tensor<Float>.ones([1000]))
        let before = withPointers(layer.value.storage) { UInt(bitPattern: $0) }
        var adam = Adam<Float>()
        for _ in 0..<2 {
            let found = gradients(of: layer) { ($0 * $0).sum() }.gradients
            adam.update(&layer, along: found)
        }
        let after = withPointers(layer.value.storage) { UInt(bitPattern: $0) }
        XCTAssertEqual(before, after)
        XCTAssertNotEqual(layer.value[0], 1)
    }
}
