import Curriculum
import DeepTeaching
import Solutions

extension BackpropagationMutants {
    /// G W for G W^T, where the shapes let it pass.
    public enum WeightsNotTransposed: BackpropagationMutant {
        /// The answer.
        public static func denseGradients(
            input: Tensor<Double>, weights: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> DenseGradients {
            var right = try solve(input, weights, upstream)
            if weights.shape[0] == weights.shape[1] {
                right.input = upstream.matrixProduct(weights)
            }
            return right
        }
    }

    /// X G for X^T G, where the shapes let it pass.
    public enum InputNotTransposed: BackpropagationMutant {
        /// The answer.
        public static func denseGradients(
            input: Tensor<Double>, weights: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> DenseGradients {
            var right = try solve(input, weights, upstream)
            if input.shape[0] == input.shape[1] { right.weights = input.matrixProduct(upstream) }
            return right
        }
    }

    /// G^T X for X^T G.
    public enum WeightGradientTransposed: BackpropagationMutant {
        /// The answer.
        public static func denseGradients(
            input: Tensor<Double>, weights: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> DenseGradients {
            var right = try solve(input, weights, upstream)
            right.weights = upstream.transposed().matrixProduct(input)
            return right
        }
    }

    /// The mean over the batch for its sum.
    public enum WeightsAveraged: BackpropagationMutant {
        /// The answer.
        public static func denseGradients(
            input: Tensor<Double>, weights: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> DenseGradients {
            var right = try solve(input, weights, upstream)
            right.weights = right.weights / Double(input.shape[0])
            return right
        }
    }

    /// The weights alone, as if every gradient from above were 1.
    public enum UpstreamIsOne: BackpropagationMutant {
        /// The answer.
        public static func denseGradients(
            input: Tensor<Double>, weights: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> DenseGradients {
            var right = try solve(input, weights, upstream)
            right.input = Tensor.ones(upstream.shape).matrixProduct(weights.transposed())
            return right
        }
    }

    /// One bias for each sample.
    public enum BiasNotUnbroadcast: BackpropagationMutant {
        /// The answer.
        public static func denseGradients(
            input: Tensor<Double>, weights: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> DenseGradients {
            var right = try solve(input, weights, upstream)
            right.bias = upstream
            return right
        }
    }

    /// The mean over the batch for its sum.
    public enum BiasAveraged: BackpropagationMutant {
        /// The answer.
        public static func denseGradients(
            input: Tensor<Double>, weights: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> DenseGradients {
            var right = try solve(input, weights, upstream)
            right.bias = upstream.mean(axes: [0])
            return right
        }
    }

    /// Summed over the outputs, not over the samples.
    public enum BiasOverOutputs: BackpropagationMutant {
        /// The answer.
        public static func denseGradients(
            input: Tensor<Double>, weights: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> DenseGradients {
            var right = try solve(input, weights, upstream)
            right.bias = upstream.sum(axes: [1])
            return right
        }
    }

    private static func solve(
        _ input: Tensor<Double>, _ weights: Tensor<Double>, _ upstream: Tensor<Double>
    ) throws -> DenseGradients {
        try BackpropagationSolution.denseGradients(
            input: input, weights: weights, upstream: upstream)
    }
}

extension BackpropagationAlternatives {
    /// Sample by sample, number by number.
    public enum SampleBySample: BackpropagationMutant {
        /// The answer.
        public static func denseGradients(
            input: Tensor<Double>, weights: Tensor<Double>, upstream: Tensor<Double>
        ) throws -> DenseGradients {
            let (batch, inputs) = (input.shape[0], input.shape[1])
            let outputs = weights.shape[1]
            var gradients = DenseGradients(
                input: .zeros(input.shape), weights: .zeros(weights.shape), bias: .zeros([outputs]))
            for sample in 0..<batch {
                for output in 0..<outputs {
                    let g = upstream[sample, output]
                    gradients.bias[output] += g
                    for index in 0..<inputs {
                        gradients.input[sample, index] += g * weights[index, output]
                        gradients.weights[index, output] += g * input[sample, index]
                    }
                }
            }
            return gradients
        }
    }
}
