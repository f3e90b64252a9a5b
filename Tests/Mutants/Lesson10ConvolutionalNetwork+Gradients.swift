import Curriculum
import DeepTeaching
import Solutions

extension ConvolutionalNetworkMutants {
    /// Each image of the batch overwrites the gradient of the weights.
    public enum LastImageOnly: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2DGradients(
            images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
            outputGradient: Tensor<Double>
        ) throws -> Convolution2DGradients {
            let last = images.shape[0] - 1
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.weights = try solution(
                images.slice(last..<last + 1), weights, stride, padding,
                outputGradient.slice(last..<last + 1)
            ).weights
            return gradients
        }
    }

    /// The mean over the batch in place of the sum.
    public enum WeightsAveraged: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2DGradients(
            images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
            outputGradient: Tensor<Double>
        ) throws -> Convolution2DGradients {
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.weights = gradients.weights / Double(images.shape[0])
            return gradients
        }
    }

    /// The gradient of the weights stands on its head.
    public enum WeightsFlipped: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2DGradients(
            images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
            outputGradient: Tensor<Double>
        ) throws -> Convolution2DGradients {
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.weights = gradients.weights.reversed(axis: 0).reversed(axis: 1)
            return gradients
        }
    }

    /// The weights look at the images without their padding.
    public enum PaddingForgotten: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2DGradients(
            images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
            outputGradient: Tensor<Double>
        ) throws -> Convolution2DGradients {
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.weights = try solution(
                images.framed(before: 0, after: 2 * padding, axis: 1), weights, stride, 0,
                outputGradient
            ).weights
            return gradients
        }
    }

    /// The window moves on by one pixel on the way back.
    public enum StrideForgotten: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2DGradients(
            images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
            outputGradient: Tensor<Double>
        ) throws -> Convolution2DGradients {
            try solution(images, weights, 1, padding, outputGradient)
        }
    }

    /// Where windows overlap, the last one overwrites the others.
    public enum ImagesOverwritten: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2DGradients(
            images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
            outputGradient: Tensor<Double>
        ) throws -> Convolution2DGradients {
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.images = .zeros(images.shape)
            for tap in Taps(images, weights, stride, padding, outputGradient).all {
                let g = outputGradient[tap.b, tap.oy, tap.ox, tap.o]
                gradients.images[tap.b, tap.y, tap.x, tap.i] =
                    g * weights[tap.dy, tap.dx, tap.i, tap.o]
            }
            return gradients
        }
    }

    /// Only the first output sends something back to the images.
    public enum FirstOutputOnly: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2DGradients(
            images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
            outputGradient: Tensor<Double>
        ) throws -> Convolution2DGradients {
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.images = try solution(
                images, weights.slice(0..<1, axis: 3), stride, padding,
                outputGradient.slice(0..<1, axis: 3)
            ).images
            return gradients
        }
    }

    /// The images get the gradient through a flipped kernel.
    public enum KernelFlippedOnTheWayBack: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2DGradients(
            images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
            outputGradient: Tensor<Double>
        ) throws -> Convolution2DGradients {
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.images = try solution(
                images, weights.reversed(axis: 0).reversed(axis: 1), stride, padding,
                outputGradient
            ).images
            return gradients
        }
    }

    /// The gradient of the padded images is cut from the wrong corner.
    public enum PaddingNotCutOff: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2DGradients(
            images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
            outputGradient: Tensor<Double>
        ) throws -> Convolution2DGradients {
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.images = try solution(
                images.framed(before: padding, after: padding, axis: 1), weights, stride, 0,
                outputGradient
            ).images.corner(rows: images.shape[1], columns: images.shape[2], axis: 1)
            return gradients
        }
    }

    /// The mean over all places in place of the sum.
    public enum BiasAveraged: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2DGradients(
            images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
            outputGradient: Tensor<Double>
        ) throws -> Convolution2DGradients {
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.bias = outputGradient.mean(axes: [0, 1, 2])
            return gradients
        }
    }

    /// The bias counts its outputs, whatever their gradients.
    public enum BiasCounts: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2DGradients(
            images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
            outputGradient: Tensor<Double>
        ) throws -> Convolution2DGradients {
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            let count = outputGradient.count / weights.shape[3]
            gradients.bias = Tensor(repeating: Double(count), shape: gradients.bias.shape)
            return gradients
        }
    }

    /// The bias gets the gradient of the last place only.
    public enum BiasOverwritten: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2DGradients(
            images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
            outputGradient: Tensor<Double>
        ) throws -> Convolution2DGradients {
            var gradients = try solution(images, weights, stride, padding, outputGradient)
            gradients.bias = Tensor(
                outputGradient.elements.suffix(weights.shape[3]).map(\.self),
                shape: gradients.bias.shape)
            return gradients
        }
    }
}

extension ConvolutionalNetworkAlternatives {
    /// Each number gathers its gradient, in another order than the solution's.
    public enum GatheredGradients: ConvolutionalNetworkMutant {
        /// The answer.
        public static func convolution2DGradients(
            images: Tensor<Double>, weights: Tensor<Double>, stride: Int, padding: Int,
            outputGradient: Tensor<Double>
        ) throws -> Convolution2DGradients {
            var gradients = Convolution2DGradients(
                images: .zeros(images.shape), weights: .zeros(weights.shape),
                bias: outputGradient.sum(axes: [0, 1, 2]))
            for tap in Taps(images, weights, stride, padding, outputGradient).all.reversed() {
                let g = outputGradient[tap.b, tap.oy, tap.ox, tap.o]
                gradients.weights[tap.dy, tap.dx, tap.i, tap.o] +=
                    g * images[tap.b, tap.y, tap.x, tap.i]
                gradients.images[tap.b, tap.y, tap.x, tap.i] +=
                    g * weights[tap.dy, tap.dx, tap.i, tap.o]
            }
            return gradients
        }
    }
}

/// Every product that a convolution adds up.
private struct Taps {
    struct Tap { let b, oy, ox, o, dy, dx, i, y, x: Int }

    let all: [Tap]

    init(
        _ images: Tensor<Double>, _ weights: Tensor<Double>, _ stride: Int, _ padding: Int,
        _ outputGradient: Tensor<Double>
    ) {
        let output = outputGradient.shape
        let counts = [output[0], output[1], output[2], output[3]] + weights.shape.prefix(3)
        all = (0..<counts.reduce(1, *)).compactMap { number in
            var rest = number
            let place = counts.reversed().map { count in
                defer { rest /= count }
                return rest % count
            }
            let (i, dx, dy, o, ox, oy, b) = (
                place[0], place[1], place[2], place[3], place[4], place[5], place[6]
            )
            let (y, x) = (oy * stride + dy - padding, ox * stride + dx - padding)
            guard 0 <= y, y < images.shape[1], 0 <= x, x < images.shape[2] else { return nil }
            return Tap(b: b, oy: oy, ox: ox, o: o, dy: dy, dx: dx, i: i, y: y, x: x)
        }
    }
}

private func solution(
    _ images: Tensor<Double>, _ weights: Tensor<Double>, _ stride: Int, _ padding: Int,
    _ outputGradient: Tensor<Double>
) throws -> Convolution2DGradients {
    try ConvolutionalNetworkSolution.convolution2DGradients(
        images: images, weights: weights, stride: stride, padding: padding,
        outputGradient: outputGradient)
}
