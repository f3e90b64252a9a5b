import Curriculum
import DeepTeaching
import Solutions

// Wrong answers to `reluGradient` and `sumGradient`.

extension BackpropagationMutants {
    /// Everything passes.
    public enum ReluPassesBelowZero: BackpropagationMutant {
        /// The answer.
        public static func reluGradient(
            input: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> Tensor<Double> {
            upstream
        }
    }

    /// The slope alone.
    public enum ReluSlopeAlone: BackpropagationMutant {
        /// The answer.
        public static func reluGradient(
            input: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> Tensor<Double> {
            input .> 0
        }
    }

    /// The gradient decides about itself.
    public enum ReluOfTheGradient: BackpropagationMutant {
        /// The answer.
        public static func reluGradient(
            input: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> Tensor<Double> {
            upstream.relu()
        }
    }

    /// The value for the slope.
    public enum ReluValueForSlope: BackpropagationMutant {
        /// The answer.
        public static func reluGradient(
            input: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> Tensor<Double> {
            input.relu() * upstream
        }
    }

    /// Open at 0.
    public enum ReluOpenAtZero: BackpropagationMutant {
        /// The answer.
        public static func reluGradient(
            input: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> Tensor<Double> {
            (input .>= 0) * upstream
        }
    }

    /// The sum's gradient is shared out among what was added.
    public enum SharedOut: BackpropagationMutant {
        /// The answer.
        public static func sumGradient(
            upstream: Tensor<Double>, shape: [Int], axis: Int
        ) throws -> Tensor<Double> {
            try BackpropagationSolution.sumGradient(upstream: upstream, shape: shape, axis: axis)
                / Double(shape[axis])
        }
    }

    /// Ones, whatever comes back.
    public enum OnesForAll: BackpropagationMutant {
        /// The answer.
        public static func sumGradient(
            upstream: Tensor<Double>, shape: [Int], axis: Int
        ) throws -> Tensor<Double> {
            .ones(shape)
        }
    }

    /// All elements get the gradients of all sums.
    public enum AllSumsForAll: BackpropagationMutant {
        /// The answer.
        public static func sumGradient(
            upstream: Tensor<Double>, shape: [Int], axis: Int
        ) throws -> Tensor<Double> {
            Tensor(repeating: upstream.sum().scalar, shape: shape)
        }
    }

    /// The gradient laid along each row, whichever axis was added up.
    public enum AlwaysAlongRows: BackpropagationMutant {
        /// The answer.
        public static func sumGradient(
            upstream: Tensor<Double>, shape: [Int], axis: Int
        ) throws -> Tensor<Double> {
            laid(upstream, shape) { _, column in column }
        }
    }

    /// The gradient laid down each column, whichever axis was added up.
    public enum AlwaysDownColumns: BackpropagationMutant {
        /// The answer.
        public static func sumGradient(
            upstream: Tensor<Double>, shape: [Int], axis: Int
        ) throws -> Tensor<Double> {
            laid(upstream, shape) { row, _ in row }
        }
    }

    /// The axes mixed up.
    public enum AxesMixedUp: BackpropagationMutant {
        /// The answer.
        public static func sumGradient(
            upstream: Tensor<Double>, shape: [Int], axis: Int
        ) throws -> Tensor<Double> {
            laid(upstream, shape) { row, column in axis == 0 ? row : column }
        }
    }
}

extension BackpropagationAlternatives {
    /// A product with what the ReLU let through.
    public enum MaskTimesGradient: BackpropagationMutant {
        /// The answer.
        public static func reluGradient(
            input: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> Tensor<Double> {
            (input .> 0) * upstream
        }
    }

    /// Broadcasting does it: `[1, columns]` or `[rows, 1]` repeated.
    public enum BroadcastGradient: BackpropagationMutant {
        /// The answer.
        public static func sumGradient(
            upstream: Tensor<Double>, shape: [Int], axis: Int
        ) throws -> Tensor<Double> {
            upstream.insertingAxis(at: axis).broadcast(to: shape)
        }
    }
}

/// A matrix whose elements stand somewhere in a vector; too far counts from the beginning.
private func laid(
    _ vector: Tensor<Double>, _ shape: [Int], place: (Int, Int) -> Int
) -> Tensor<Double> {
    let elements = (0..<shape[0]).flatMap { row in
        (0..<shape[1]).map { column in vector[place(row, column) % vector.count] }
    }
    return Tensor(elements, shape: shape)
}
