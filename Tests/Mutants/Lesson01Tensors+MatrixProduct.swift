import Curriculum
import DeepTeaching
import Solutions

extension TensorsMutants {
    /// Number by number, as the sign * does with tensors.
    public enum NumberByNumber: TensorsMutant {
        /// The answer.
        public static func matrixProduct(
            _ a: Tensor<Double>, _ b: Tensor<Double>
        ) throws -> Tensor<Double> {
            a.shape == b.shape ? a * b : try TensorsSolution.matrixProduct(a, b)
        }
    }

    /// Rows meet rows; only square matrices allow it.
    public enum RowsMeetRows: TensorsMutant {
        /// The answer.
        public static func matrixProduct(
            _ a: Tensor<Double>, _ b: Tensor<Double>
        ) throws -> Tensor<Double> {
            try TensorsSolution.matrixProduct(
                a, b.shape[0] == b.shape[1] ? b.transposed() : b)
        }
    }

    /// The second matrix times the first; only square matrices allow it.
    public enum SecondTimesFirst: TensorsMutant {
        /// The answer.
        public static func matrixProduct(
            _ a: Tensor<Double>, _ b: Tensor<Double>
        ) throws -> Tensor<Double> {
            try a.shape == b.shape
                ? TensorsSolution.matrixProduct(b, a) : TensorsSolution.matrixProduct(a, b)
        }
    }

    /// The sums stand in c[j, i].
    public enum RowsAndColumnsSwapped: TensorsMutant {
        /// The answer.
        public static func matrixProduct(
            _ a: Tensor<Double>, _ b: Tensor<Double>
        ) throws -> Tensor<Double> {
            try TensorsSolution.matrixProduct(a, b).transposed()
        }
    }

    /// Rows of the second matrix are taken to be as long as those of the first.
    public enum WrongRowLength: TensorsMutant {
        /// The answer.
        public static func matrixProduct(
            _ a: Tensor<Double>, _ b: Tensor<Double>
        ) throws -> Tensor<Double> {
            let numbers = b.elements
            let depth = a.shape[1]
            return sums(a, b) { k, j in numbers[(k * depth + j) % numbers.count] }
        }
    }

    /// The last product alone: = for +=.
    public enum LastProductOnly: TensorsMutant {
        /// The answer.
        public static func matrixProduct(
            _ a: Tensor<Double>, _ b: Tensor<Double>
        ) throws -> Tensor<Double> {
            let last = max(0, a.shape[1] - 1)
            return sums(a, b) { k, j in k == last ? b[k, j] : 0 }
        }
    }

    /// Blocks of four; what is left over is lost.
    public enum RemainderLost: TensorsMutant {
        /// The answer.
        public static func matrixProduct(
            _ a: Tensor<Double>, _ b: Tensor<Double>
        ) throws -> Tensor<Double> {
            let whole = a.shape[1] / 4 * 4
            return sums(a, b) { k, j in k < whole ? b[k, j] : 0 }
        }
    }

    /// No numbers at all where there is nothing to add.
    public enum NoNumbersForNothing: TensorsMutant {
        /// The answer.
        public static func matrixProduct(
            _ a: Tensor<Double>, _ b: Tensor<Double>
        ) throws -> Tensor<Double> {
            a.shape[1] == 0 ? .zeros([0, 0]) : try TensorsSolution.matrixProduct(a, b)
        }
    }
}

extension TensorsAlternatives {
    /// In the order i, k, j: along rows of the second matrix.
    public enum AlongTheRows: TensorsMutant {
        /// The answer.
        public static func matrixProduct(
            _ a: Tensor<Double>, _ b: Tensor<Double>
        ) throws -> Tensor<Double> {
            let (rows, depth, columns) = (a.shape[0], a.shape[1], b.shape[1])
            let (left, right) = (a.elements, b.elements)
            var product = [Double](repeating: 0, count: rows * columns)
            for i in 0..<rows {
                for k in 0..<depth {
                    for j in 0..<columns {
                        product[i * columns + j] += left[i * depth + k] * right[k * columns + j]
                    }
                }
            }
            return Tensor(product, shape: [rows, columns])
        }
    }

    /// The sums from their last product to their first.
    public enum FromTheLastProduct: TensorsMutant {
        /// The answer.
        public static func matrixProduct(
            _ a: Tensor<Double>, _ b: Tensor<Double>
        ) throws -> Tensor<Double> {
            try TensorsSolution.matrixProduct(a.reversed(axis: 1), b.reversed(axis: 0))
        }
    }
}

/// Sums of a[i, k] times what stands for b[k, j].
private func sums(
    _ a: Tensor<Double>, _ b: Tensor<Double>, _ second: (_ k: Int, _ j: Int) -> Double
) -> Tensor<Double> {
    var result = Tensor<Double>.zeros([a.shape[0], b.shape[1]])
    for i in 0..<a.shape[0] {
        for j in 0..<b.shape[1] {
            result[i, j] = (0..<a.shape[1]).reduce(0) { $0 + a[i, $1] * second($1, j) }
        }
    }
    return result
}
