import Curriculum
import DeepTeaching
import Solutions

extension ConvolutionalNetworkMutants {
    /// The weights of the window are read from their end.
    public enum WindowFlipped: ConvolutionalNetworkMutant {
        /// The answer.
        public static func fullyConvolutional(
            _ features: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, side: Int
        ) throws -> Tensor<Double> {
            let kernel = kernel(weights, side).reversed(axis: 0).reversed(axis: 1)
            return try solution(features, kernel.reshaped(weights.shape), bias, side)
        }
    }

    /// The window is read column by column.
    public enum WindowTransposed: ConvolutionalNetworkMutant {
        /// The answer.
        public static func fullyConvolutional(
            _ features: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, side: Int
        ) throws -> Tensor<Double> {
            let kernel = kernel(weights, side).transposed([1, 0, 2, 3])
            return try solution(features, kernel.reshaped(weights.shape), bias, side)
        }
    }

    /// The window is read channel by channel, each with all its places.
    public enum WindowChannelsFirst: ConvolutionalNetworkMutant {
        /// The answer.
        public static func fullyConvolutional(
            _ features: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, side: Int
        ) throws -> Tensor<Double> {
            let (channels, classes) = (features.shape[2], weights.shape[1])
            let kernel = weights.reshaped([channels, side * side, classes]).transposed([1, 0, 2])
            return try solution(features, kernel.reshaped(weights.shape), bias, side)
        }
    }

    /// Probabilities in place of logits.
    public enum ProbabilitiesForLogits: ConvolutionalNetworkMutant {
        /// The answer.
        public static func fullyConvolutional(
            _ features: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, side: Int
        ) throws -> Tensor<Double> {
            try solution(features, weights, bias, side).softmax()
        }
    }

    /// The bias is not added.
    public enum WindowWithoutBias: ConvolutionalNetworkMutant {
        /// The answer.
        public static func fullyConvolutional(
            _ features: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, side: Int
        ) throws -> Tensor<Double> {
            try solution(features, weights, .zeros(bias.shape), side)
        }
    }

    /// Windows lie edge to edge.
    public enum WindowsEdgeToEdge: ConvolutionalNetworkMutant {
        /// The answer.
        public static func fullyConvolutional(
            _ features: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, side: Int
        ) throws -> Tensor<Double> {
            try solution(features, weights, bias, side)
                .strided(by: side, axis: 0).strided(by: side, axis: 1)
        }
    }

    /// The last row and column of windows is lost.
    public enum LastWindowLost: ConvolutionalNetworkMutant {
        /// The answer.
        public static func fullyConvolutional(
            _ features: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, side: Int
        ) throws -> Tensor<Double> {
            let all = try solution(features, weights, bias, side)
            return all.corner(
                rows: max(1, all.shape[0] - 1), columns: max(1, all.shape[1] - 1), axis: 0)
        }
    }

    /// Every place repeats the answer of the first window.
    public enum FirstWindowEverywhere: ConvolutionalNetworkMutant {
        /// The answer.
        public static func fullyConvolutional(
            _ features: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, side: Int
        ) throws -> Tensor<Double> {
            let all = try solution(features, weights, bias, side)
            return all.corner(rows: 1, columns: 1, axis: 0).broadcast(to: all.shape)
        }
    }
}

extension ConvolutionalNetworkAlternatives {
    /// Cuts out each window, flattens it and asks the dense layer.
    public enum WindowByWindow: ConvolutionalNetworkMutant {
        /// The answer.
        public static func fullyConvolutional(
            _ features: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, side: Int
        ) throws -> Tensor<Double> {
            let (rows, columns) = (features.shape[0] - side + 1, features.shape[1] - side + 1)
            let windows = (0..<rows * columns).map { number in
                let (y, x) = (number / columns, number % columns)
                return features.slice(y..<y + side).slice(x..<x + side, axis: 1).elements
            }
            return (Tensor(rows: windows).matrixProduct(weights) + bias)
                .reshaped([rows, columns, bias.count])
        }
    }
}

/// The weights as a kernel, axes [side, side, channel, class].
private func kernel(_ weights: Tensor<Double>, _ side: Int) -> Tensor<Double> {
    weights.reshaped([side, side, weights.shape[0] / (side * side), weights.shape[1]])
}

private func solution(
    _ features: Tensor<Double>, _ weights: Tensor<Double>, _ bias: Tensor<Double>, _ side: Int
) throws -> Tensor<Double> {
    try ConvolutionalNetworkSolution.fullyConvolutional(
        features, weights: weights, bias: bias, side: side)
}
