import Curriculum
import DeepTeaching
import Solutions

extension ConvolutionalNetworkMutants {
    /// Windows are columns, not rows.
    public enum WindowsAreColumns: ConvolutionalNetworkMutant {
        /// The answer.
        public static func im2col(
            _ image: Tensor<Double>, kernel: Int, stride: Int, padding: Int
        ) throws -> Tensor<Double> {
            try solution(image, kernel, stride, padding).transposed()
        }
    }

    /// First all numbers of a channel, then those of the next.
    public enum ChannelsFirst: ConvolutionalNetworkMutant {
        /// The answer.
        public static func im2col(
            _ image: Tensor<Double>, kernel: Int, stride: Int, padding: Int
        ) throws -> Tensor<Double> {
            let matrix = try solution(image, kernel, stride, padding)
            return matrix.reshaped([matrix.shape[0], kernel * kernel, image.shape[2]])
                .transposed([0, 2, 1]).reshaped(matrix.shape)
        }
    }

    /// A window is read column by column.
    public enum WindowReadByColumns: ConvolutionalNetworkMutant {
        /// The answer.
        public static func im2col(
            _ image: Tensor<Double>, kernel: Int, stride: Int, padding: Int
        ) throws -> Tensor<Double> {
            let matrix = try solution(image, kernel, stride, padding)
            return matrix.reshaped([matrix.shape[0], kernel, kernel, image.shape[2]])
                .transposed([0, 2, 1, 3]).reshaped(matrix.shape)
        }
    }

    /// The windows come column by column.
    public enum WindowsByColumns: ConvolutionalNetworkMutant {
        /// The answer.
        public static func im2col(
            _ image: Tensor<Double>, kernel: Int, stride: Int, padding: Int
        ) throws -> Tensor<Double> {
            let matrix = try solution(image, kernel, stride, padding)
            let rows = (image.shape[0] + 2 * padding - kernel) / stride + 1
            return matrix.reshaped([rows, matrix.shape[0] / rows, matrix.shape[1]])
                .transposed([1, 0, 2]).reshaped(matrix.shape)
        }
    }

    /// All zeros stand above and to the left.
    public enum WindowsPaddedOnOneSide: ConvolutionalNetworkMutant {
        /// The answer.
        public static func im2col(
            _ image: Tensor<Double>, kernel: Int, stride: Int, padding: Int
        ) throws -> Tensor<Double> {
            try solution(image.framed(before: 2 * padding, after: 0, axis: 0), kernel, stride, 0)
        }
    }

    /// The border is repeated in place of zeros.
    public enum WindowsRepeatTheBorder: ConvolutionalNetworkMutant {
        /// The answer.
        public static func im2col(
            _ image: Tensor<Double>, kernel: Int, stride: Int, padding: Int
        ) throws -> Tensor<Double> {
            try solution(image.borderRepeated(padding, axis: 0), kernel, stride, 0)
        }
    }

    /// Beyond the right border comes the next row, as the memory has it.
    public enum RunsIntoTheNextRow: ConvolutionalNetworkMutant {
        /// The answer.
        public static func im2col(
            _ image: Tensor<Double>, kernel: Int, stride: Int, padding: Int
        ) throws -> Tensor<Double> {
            let (width, channels) = (image.shape[1], image.shape[2])
            let elements = image.elements
            let rows = (image.shape[0] + 2 * padding - kernel) / stride + 1
            let columns = (width + 2 * padding - kernel) / stride + 1
            var matrix: [Double] = []
            for window in 0..<rows * columns {
                for tap in 0..<kernel * kernel {
                    let y = window / columns * stride + tap / kernel - padding
                    let x = window % columns * stride + tap % kernel - padding
                    for c in 0..<channels {
                        let place = (y * width + x) * channels + c
                        matrix.append(elements.indices.contains(place) ? elements[place] : 0)
                    }
                }
            }
            return Tensor(matrix, shape: [rows * columns, kernel * kernel * channels])
        }
    }

    /// The windows are one pixel apart, whatever the stride.
    public enum WindowsWithoutStride: ConvolutionalNetworkMutant {
        /// The answer.
        public static func im2col(
            _ image: Tensor<Double>, kernel: Int, stride: Int, padding: Int
        ) throws -> Tensor<Double> {
            let right = try solution(image, kernel, stride, padding)
            let rows = (image.shape[0] + 2 * padding - kernel) / stride + 1
            let dense = try solution(image, kernel, 1, padding)
            let denseRows = image.shape[0] + 2 * padding - kernel + 1
            return dense.reshaped([denseRows, dense.shape[0] / denseRows, dense.shape[1]])
                .corner(rows: rows, columns: right.shape[0] / rows, axis: 0).reshaped(right.shape)
        }
    }

    /// There is a window for every stride that begins on the image.
    public enum WindowsHangOver: ConvolutionalNetworkMutant {
        /// The answer.
        public static func im2col(
            _ image: Tensor<Double>, kernel: Int, stride: Int, padding: Int
        ) throws -> Tensor<Double> {
            try solution(
                image.framed(before: padding, after: padding + stride - 1, axis: 0), kernel, stride,
                0)
        }
    }
}

extension ConvolutionalNetworkAlternatives {
    /// Cuts every window out of the padded image.
    public enum CutOutWindows: ConvolutionalNetworkMutant {
        /// The answer.
        public static func im2col(
            _ image: Tensor<Double>, kernel: Int, stride: Int, padding: Int
        ) throws -> Tensor<Double> {
            let padded = image.framed(before: padding, after: padding, axis: 0)
            var rows: [[Double]] = []
            for y in Swift.stride(from: 0, through: padded.shape[0] - kernel, by: stride) {
                for x in Swift.stride(from: 0, through: padded.shape[1] - kernel, by: stride) {
                    rows.append(
                        padded.slice(y..<y + kernel).slice(x..<x + kernel, axis: 1).elements)
                }
            }
            return Tensor(rows: rows)
        }
    }
}

private func solution(
    _ image: Tensor<Double>, _ kernel: Int, _ stride: Int, _ padding: Int
) throws -> Tensor<Double> {
    try ConvolutionalNetworkSolution.im2col(
        image, kernel: kernel, stride: stride, padding: padding)
}
