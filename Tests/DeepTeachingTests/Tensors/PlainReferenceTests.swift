import XCTest

@testable import DeepTeaching

/// Operations without a gradient against NumPy.
final class PlainReferenceTests: XCTestCase {
    private typealias Operation<Scalar: TensorScalar> = (
        _ x: [Tensor<Scalar>], _ options: [String: [Int]]
    ) -> Tensor<Scalar>

    private func operations<Scalar>() -> [String: Operation<Scalar>] {
        func positions(_ places: [Int]) -> Tensor<Scalar> {
            Tensor(places.map { Scalar($0) }, shape: [places.count])
        }
        return [
            "less": { x, _ in x[0] .< x[1] }, "lessOrEqual": { x, _ in x[0] .<= x[1] },
            "greater": { x, _ in x[0] .> x[1] }, "greaterOrEqual": { x, _ in x[0] .>= x[1] },
            "equal": { x, _ in x[0] .== x[1] }, "notEqual": { x, _ in x[0] .!= x[1] },
            "argmax": { x, options in
                positions(x[0].argmax(axis: options["axis"]![0]))
            },
            "argmin": { x, options in
                positions(x[0].argmin(axis: options["axis"]![0]))
            },
            "unbiased variance": { x, options in
                x[0].variance(axes: options["axis"]!, isUnbiased: true)
            },
            "oneHot": { x, _ in .oneHot(x[0].elements.map { Int($0) }, classes: 4) },
            "evenlySpaced": { _, _ in .evenlySpaced(from: -1, to: 2, count: 7) },
            "counting": { _, _ in .counting(6) },
            "identity": { _, _ in .identity(3) },
        ]
    }

    private func check<Scalar: TensorScalar>(_: Scalar.Type, tolerance: Double) throws {
        let operations: [String: Operation<Scalar>] = operations()
        let cases = try reference("operations", as: PlainReference.self).values
        XCTAssertEqual(Set(cases.map(\.name)), Set(operations.keys))
        for (number, reference) in cases.enumerated() {
            let operation = try XCTUnwrap(operations[reference.name])
            var found = operation(
                reference.inputs.map { $0.tensor(Scalar.self) }, reference.options)
            // Positions come as a plain list.
            if reference.name.hasPrefix("arg") {
                found = found.reshaped(reference.output.shape)
            }
            XCTAssertLessThan(
                found.difference(to: reference.output), tolerance,
                "case \(number), \(reference.name), \(Scalar.self)")
        }
    }

    func testDouble() throws { try check(Double.self, tolerance: 1e-10) }

    func testFloat() throws { try check(Float.self, tolerance: 1e-5) }
}
