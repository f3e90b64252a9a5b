import Curriculum
import DeepTeaching
import Foundation
import Solutions

// MARK: - softmax

extension TensorsMutants {
    /// The exponentials as they are, infinite at 1000.
    public enum SoftmaxOverflows: TensorsMutant {
        /// The answer.
        public static func softmax(of logits: Tensor<Double>, axis: Int) throws -> Tensor<Double> {
            let exponentials = logits.exponential()
            return exponentials / exponentials.sum(axes: [axis], keepingAxes: true)
        }
    }

    /// The largest of all numbers for the largest of each sum.
    public enum LargestOfAll: TensorsMutant {
        /// The answer.
        public static func softmax(of logits: Tensor<Double>, axis: Int) throws -> Tensor<Double> {
            let exponentials = (logits - logits.maximum()).exponential()
            return exponentials / exponentials.sum(axes: [axis], keepingAxes: true)
        }
    }

    /// Along the last axis, whichever is asked for.
    public enum LastAxisAlways: TensorsMutant {
        /// The answer.
        public static func softmax(of logits: Tensor<Double>, axis: Int) throws -> Tensor<Double> {
            logits.softmax()
        }
    }

    /// The axis counted from the end.
    public enum AxisFromTheEnd: TensorsMutant {
        /// The answer.
        public static func softmax(of logits: Tensor<Double>, axis: Int) throws -> Tensor<Double> {
            logits.softmax(axis: logits.rank - 1 - axis)
        }
    }

    /// All shares of the whole tensor add up to 1.
    public enum SumOverEverything: TensorsMutant {
        /// The answer.
        public static func softmax(of logits: Tensor<Double>, axis: Int) throws -> Tensor<Double> {
            logits.reshaped([logits.count]).softmax().reshaped(logits.shape)
        }
    }

    /// The largest share is 1: never divided by the sum.
    public enum SumForgotten: TensorsMutant {
        /// The answer.
        public static func softmax(of logits: Tensor<Double>, axis: Int) throws -> Tensor<Double> {
            (logits - logits.maximum(axes: [axis], keepingAxes: true)).exponential()
        }
    }

    /// The smallest number has the largest share.
    public enum SmallestWins: TensorsMutant {
        /// The answer.
        public static func softmax(of logits: Tensor<Double>, axis: Int) throws -> Tensor<Double> {
            (0 - logits).softmax(axis: axis)
        }
    }

    /// Powers of two for powers of e.
    public enum PowersOfTwo: TensorsMutant {
        /// The answer.
        public static func softmax(of logits: Tensor<Double>, axis: Int) throws -> Tensor<Double> {
            (logits * log(2)).softmax(axis: axis)
        }
    }
}

extension TensorsAlternatives {
    /// The exponential of the logarithm of the softmax.
    public enum ThroughTheLogarithm: TensorsMutant {
        /// The answer.
        public static func softmax(of logits: Tensor<Double>, axis: Int) throws -> Tensor<Double> {
            (logits - logits.logSumExp(axes: [axis], keepingAxes: true)).exponential()
        }
    }

    /// One over the sum of the exponentials of the differences.
    public enum DifferencesToAll: TensorsMutant {
        /// The answer.
        public static func softmax(of logits: Tensor<Double>, axis: Int) throws -> Tensor<Double> {
            let parts = logits.unstacked(axis: axis)
            let shares = parts.map { own in
                1 / parts.map { ($0 - own).exponential() }.reduce(.zeros(own.shape), +)
            }
            return .stacked(shares, axis: axis)
        }
    }
}

// MARK: - logSumExp

extension TensorsMutants {
    /// The exponentials as they are, infinite at 1000 and 0 at -1000.
    public enum LogSumExpOverflows: TensorsMutant {
        /// The answer.
        public static func logSumExp(of values: [Double]) throws -> Double {
            log(values.reduce(0) { $0 + exp($1) })
        }
    }

    /// The largest number alone.
    public enum LargestOnly: TensorsMutant {
        /// The answer.
        public static func logSumExp(of values: [Double]) throws -> Double {
            values.max() ?? -.infinity
        }
    }

    /// The largest number is taken out and never put back.
    public enum LargestNotPutBack: TensorsMutant {
        /// The answer.
        public static func logSumExp(of values: [Double]) throws -> Double {
            guard let largest = values.max(), largest > -.infinity else { return -.infinity }
            return log(values.reduce(0) { $0 + exp($1 - largest) })
        }
    }

    /// The logarithm of the mean for that of the sum.
    public enum MeanOfTheExponentials: TensorsMutant {
        /// The answer.
        public static func logSumExp(of values: [Double]) throws -> Double {
            try TensorsSolution.logSumExp(of: values) - log(Double(max(1, values.count)))
        }
    }

    /// The search for the largest number starts at 0.
    public enum LargestIsAtLeastZero: TensorsMutant {
        /// The answer.
        public static func logSumExp(of values: [Double]) throws -> Double {
            let largest = values.reduce(0, max)
            return largest + log(values.reduce(0) { $0 + exp($1 - largest) })
        }
    }

    /// Minus infinity less minus infinity.
    public enum InfinityLessInfinity: TensorsMutant {
        /// The answer.
        public static func logSumExp(of values: [Double]) throws -> Double {
            guard let largest = values.max() else { return -.infinity }
            return largest + log(values.reduce(0) { $0 + exp($1 - largest) })
        }
    }

    /// 0 where there is nothing to add.
    public enum ZeroForNothingToAdd: TensorsMutant {
        /// The answer.
        public static func logSumExp(of values: [Double]) throws -> Double {
            values.allSatisfy { $0 == -.infinity }
                ? 0 : try TensorsSolution.logSumExp(of: values)
        }
    }
}

extension TensorsAlternatives {
    /// One number after the other, with the largest so far.
    public enum OneAfterTheOther: TensorsMutant {
        /// The answer.
        public static func logSumExp(of values: [Double]) throws -> Double {
            values.reduce(-.infinity) { total, value in
                let (large, small) = (max(total, value), min(total, value))
                return small == -.infinity ? large : large + log1p(exp(small - large))
            }
        }
    }
}
