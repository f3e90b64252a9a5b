import Foundation

@testable import DeepTeaching

/// The values that `Tests/Reference/operations.py` wrote.
struct ReferenceValues: Decodable {
    struct Values: Decodable {
        let shape: [Int]
        let elements: [Double]

        func tensor<Scalar: TensorScalar>(_: Scalar.Type = Scalar.self) -> Tensor<Scalar> {
            Tensor(elements.map { Scalar($0) }, shape: shape)
        }
    }

    struct Case: Decodable {
        let name: String
        let options: [String: [Int]]
        let inputs: [Values]
        let upstream, output: Values
        let gradients: [Values]
    }

    struct Optimizers: Decodable {
        let start: Values
        let gradients: [Values]
        let results: [String: Values]
    }

    let cases: [Case]
    let optimizers: Optimizers

    static func load() throws -> ReferenceValues {
        var tests = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { tests.deleteLastPathComponent() }
        let url = tests.appendingPathComponent("Reference/operations.json")
        return try JSONDecoder().decode(Self.self, from: Data(contentsOf: url))
    }
}

extension Tensor {
    /// The largest difference, relative to the largest expected number; infinite if shapes differ,
    /// not a number if an element is not.
    func difference(to expected: ReferenceValues.Values) -> Double {
        guard shape == expected.shape else { return .infinity }
        let largest = expected.elements.reduce(0) { Swift.max($0, abs($1)) }
        return zip(elements, expected.elements).reduce(0) { sofar, pair in
            let difference = abs(Double(pair.0) - pair.1) / (largest == 0 ? 1 : largest)
            return difference <= sofar ? sofar : difference
        }
    }
}
