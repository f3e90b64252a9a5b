import Curriculum
import DeepTeaching
import Solutions

extension TensorsMutants {
    /// The mean over the repeated places for their sum.
    public enum MeanOfTheGradients: TensorsMutant {
        /// The answer.
        public static func unbroadcast(
            _ gradient: Tensor<Double>, to shape: [Int]
        ) throws -> Tensor<Double> {
            let sum = try TensorsSolution.unbroadcast(gradient, to: shape)
            return sum / (Double(gradient.count) / Double(sum.count))
        }
    }

    /// The gradient at the first of the repeated places.
    public enum FirstOfTheGradients: TensorsMutant {
        /// The answer.
        public static func unbroadcast(
            _ gradient: Tensor<Double>, to shape: [Int]
        ) throws -> Tensor<Double> {
            repeatedAxes(gradient.shape, shape).reduce(gradient) { $0.slice(0..<1, axis: $1) }
                .reshaped(shape)
        }
    }

    /// Only the axes that the smaller shape lacks are summed.
    public enum OnlyNewAxesSummed: TensorsMutant {
        /// The answer.
        public static func unbroadcast(
            _ gradient: Tensor<Double>, to shape: [Int]
        ) throws -> Tensor<Double> {
            gradient.sum(axes: Array(0..<gradient.rank - shape.count))
        }
    }

    /// Only the axes of length 1 are summed.
    public enum OnlyStretchedAxesSummed: TensorsMutant {
        /// The answer.
        public static func unbroadcast(
            _ gradient: Tensor<Double>, to shape: [Int]
        ) throws -> Tensor<Double> {
            let missing = gradient.rank - shape.count
            let axes = repeatedAxes(gradient.shape, shape).filter { $0 >= missing }
            return gradient.sum(axes: axes, keepingAxes: true)
        }
    }

    /// The axes of length 1 vanish.
    public enum SummedAxesVanish: TensorsMutant {
        /// The answer.
        public static func unbroadcast(
            _ gradient: Tensor<Double>, to shape: [Int]
        ) throws -> Tensor<Double> {
            gradient.sum(axes: repeatedAxes(gradient.shape, shape))
        }
    }

    /// The missing axes are looked for at the end.
    public enum NewAxesAtTheEnd: TensorsMutant {
        /// The answer.
        public static func unbroadcast(
            _ gradient: Tensor<Double>, to shape: [Int]
        ) throws -> Tensor<Double> {
            let axes = gradient.shape.indices.filter { axis in
                axis >= shape.count || shape[axis] != gradient.shape[axis]
            }
            let sum = gradient.sum(axes: axes)
            return sum.count == shape.reduce(1, *) ? sum.reshaped(shape) : sum
        }
    }

    /// A shape without axes is taken for one that needs no sum.
    public enum NoAxesNoSum: TensorsMutant {
        /// The answer.
        public static func unbroadcast(
            _ gradient: Tensor<Double>, to shape: [Int]
        ) throws -> Tensor<Double> {
            shape.isEmpty ? gradient : try TensorsSolution.unbroadcast(gradient, to: shape)
        }
    }

    /// Where no axis was repeated, all are summed.
    public enum NoAxesMeansAll: TensorsMutant {
        /// The answer.
        public static func unbroadcast(
            _ gradient: Tensor<Double>, to shape: [Int]
        ) throws -> Tensor<Double> {
            repeatedAxes(gradient.shape, shape).isEmpty
                ? gradient.sum().broadcast(to: shape)
                : try TensorsSolution.unbroadcast(gradient, to: shape)
        }
    }
}

extension TensorsAlternatives {
    /// Adds each number of the gradient to the place that it came from.
    public enum EachToItsPlace: TensorsMutant {
        /// The answer.
        public static func unbroadcast(
            _ gradient: Tensor<Double>, to shape: [Int]
        ) throws -> Tensor<Double> {
            var sums = [Double](repeating: 0, count: shape.reduce(1, *))
            for (place, value) in gradient.elements.enumerated() {
                var (rest, target, stride) = (place, 0, 1)
                for back in 1..<shape.count + 1 {
                    let length = gradient.shape[gradient.rank - back]
                    let own = shape[shape.count - back]
                    if own != 1 { target += rest % length * stride }
                    (rest, stride) = (rest / length, stride * own)
                }
                sums[target] += value
            }
            return Tensor(sums, shape: shape)
        }
    }
}

private func repeatedAxes(_ large: [Int], _ small: [Int]) -> [Int] {
    let missing = large.count - small.count
    return large.indices.filter { $0 < missing || small[$0 - missing] != large[$0] }
}
