import Curriculum
import DeepTeaching
import Solutions

extension ConvolutionalNetworkMutants {
    /// The mean of each square.
    public enum MeanOfTheSquare: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPooling(_ images: Tensor<Double>, size: Int) throws -> Tensor<Double>
        {
            pooled(images, size) { $0.reduce(0, +) / Double($0.count) }
        }
    }

    /// The smallest number of each square.
    public enum SmallestOfTheSquare: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPooling(_ images: Tensor<Double>, size: Int) throws -> Tensor<Double>
        {
            pooled(images, size) { $0.min() ?? 0 }
        }
    }

    /// The squares move on by one pixel.
    public enum OverlappingSquares: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPooling(_ images: Tensor<Double>, size: Int) throws -> Tensor<Double>
        {
            pooled(images, size, step: 1) { $0.max() ?? 0 }
        }
    }

    /// The largest number of all channels.
    public enum LargestOfAllChannels: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPooling(_ images: Tensor<Double>, size: Int) throws -> Tensor<Double>
        {
            let output = pooled(images, size) { $0.max() ?? 0 }
            return output.maximum(axes: [3], keepingAxes: true).broadcast(to: output.shape)
        }
    }

    /// The search begins at 0.
    public enum BeginsAtZero: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPooling(_ images: Tensor<Double>, size: Int) throws -> Tensor<Double>
        {
            pooled(images, size) { $0.reduce(0, max) }
        }
    }

    /// The number that lies farthest from 0.
    public enum FarthestFromZero: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPooling(_ images: Tensor<Double>, size: Int) throws -> Tensor<Double>
        {
            pooled(images, size) { $0.max { abs($0) < abs($1) } ?? 0 }
        }
    }

    /// Squares that hang over the border count too.
    public enum SquaresHangOver: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPooling(_ images: Tensor<Double>, size: Int) throws -> Tensor<Double>
        {
            func fill(_ length: Int) -> Int { (size - length % size) % size }
            let filled = images.padded(
                before: [0, 0, 0, 0], after: [0, fill(images.shape[1]), fill(images.shape[2]), 0],
                with: -.infinity)
            return pooled(filled, size) { $0.max() ?? 0 }
        }
    }
}

extension ConvolutionalNetworkAlternatives {
    /// The largest of each row, then of each column.
    public enum RowsThenColumns: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPooling(_ images: Tensor<Double>, size: Int) throws -> Tensor<Double>
        {
            let (rows, columns) = (images.shape[1] / size, images.shape[2] / size)
            return images.corner(rows: rows * size, columns: columns * size, axis: 1)
                .reshaped([images.shape[0], rows, size, columns, size, images.shape[3]])
                .maximum(axes: [2, 4])
        }
    }
}

/// One number for each square, whatever it is.
private func pooled(
    _ images: Tensor<Double>, _ size: Int, step: Int? = nil, _ choose: ([Double]) -> Double
) -> Tensor<Double> {
    let step = step ?? size
    let (rows, columns) = (
        (images.shape[1] - size) / step + 1, (images.shape[2] - size) / step + 1
    )
    var output = Tensor<Double>.zeros([images.shape[0], rows, columns, images.shape[3]])
    for b in 0..<images.shape[0] {
        for oy in 0..<rows {
            for ox in 0..<columns {
                for c in 0..<images.shape[3] {
                    output[b, oy, ox, c] = choose(
                        (0..<size * size).map {
                            images[b, oy * step + $0 / size, ox * step + $0 % size, c]
                        })
                }
            }
        }
    }
    return output
}
