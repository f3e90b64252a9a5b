@testable import DeepTeaching

/// The values that a script in `Tests/Reference` wrote: operations with their gradients.
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
}

/// The values that `operations.py` computed with NumPy, of operations without a gradient.
struct PlainReference: Decodable {
    struct Case: Decodable {
        let name: String
        let options: [String: [Int]]
        let inputs: [ReferenceValues.Values]
        let output: ReferenceValues.Values
    }

    let values: [Case]
}

/// What `layers.py` wrote besides its cases.
struct TrainingReference: Decodable {
    struct RunningStatistics: Decodable {
        let batches: [ReferenceValues.Values]
        let mean, variance, inference: ReferenceValues.Values
    }

    let optimizers: ReferenceValues.Optimizers
    let schedules: [String: [Double]]
    let runningStatistics: RunningStatistics
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
