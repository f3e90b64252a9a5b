import Curriculum
import DeepTeaching
import Solutions

extension ConvolutionalNetworkMutants {
    /// Every number of the square gets the whole gradient.
    public enum GradientForAll: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPoolingGradient(
            images: Tensor<Double>, size: Int, outputGradient: Tensor<Double>
        ) throws -> Tensor<Double> {
            spread(images, size, outputGradient) { square, _ in square.map { _ in 1 } }
        }
    }

    /// Every number of the square gets an equal part, as if it had been averaged.
    public enum GradientShared: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPoolingGradient(
            images: Tensor<Double>, size: Int, outputGradient: Tensor<Double>
        ) throws -> Tensor<Double> {
            spread(images, size, outputGradient) { square, _ in
                square.map { _ in 1 / Double(square.count) }
            }
        }
    }

    /// The winner's number comes along as a factor.
    public enum TimesTheWinner: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPoolingGradient(
            images: Tensor<Double>, size: Int, outputGradient: Tensor<Double>
        ) throws -> Tensor<Double> {
            spread(images, size, outputGradient) { square, winner in
                square.indices.map { $0 == winner ? square[$0] : 0 }
            }
        }
    }

    /// The first number of the square gets everything.
    public enum FirstOfTheSquare: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPoolingGradient(
            images: Tensor<Double>, size: Int, outputGradient: Tensor<Double>
        ) throws -> Tensor<Double> {
            spread(images, size, outputGradient) { square, _ in
                square.indices.map { $0 == 0 ? 1 : 0 }
            }
        }
    }

    /// One winner for all channels: that of the first.
    public enum WinnerOfTheFirstChannel: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPoolingGradient(
            images: Tensor<Double>, size: Int, outputGradient: Tensor<Double>
        ) throws -> Tensor<Double> {
            let first = images.slice(0..<1, axis: 3).broadcast(to: images.shape)
            return try ConvolutionalNetworkSolution.maxPoolingGradient(
                images: first, size: size, outputGradient: outputGradient)
        }
    }

    /// All of the largest numbers get the whole gradient.
    public enum AllTiesWin: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPoolingGradient(
            images: Tensor<Double>, size: Int, outputGradient: Tensor<Double>
        ) throws -> Tensor<Double> {
            spread(images, size, outputGradient) { square, winner in
                square.map { $0 == square[winner] ? 1 : 0 }
            }
        }
    }

    /// The largest numbers share the gradient.
    public enum TiesShare: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPoolingGradient(
            images: Tensor<Double>, size: Int, outputGradient: Tensor<Double>
        ) throws -> Tensor<Double> {
            spread(images, size, outputGradient) { square, winner in
                let count = square.count { $0 == square[winner] }
                return square.map { $0 == square[winner] ? 1 / Double(count) : 0 }
            }
        }
    }

    /// Of the largest numbers the last one wins.
    public enum LastTieWins: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPoolingGradient(
            images: Tensor<Double>, size: Int, outputGradient: Tensor<Double>
        ) throws -> Tensor<Double> {
            spread(images, size, outputGradient) { square, winner in
                let last = square.lastIndex(of: square[winner])
                return square.indices.map { $0 == last ? 1 : 0 }
            }
        }
    }

    /// What fills no square is missing in the gradient.
    public enum RestCutOff: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPoolingGradient(
            images: Tensor<Double>, size: Int, outputGradient: Tensor<Double>
        ) throws -> Tensor<Double> {
            try ConvolutionalNetworkSolution.maxPoolingGradient(
                images: images, size: size, outputGradient: outputGradient
            ).corner(
                rows: images.shape[1] / size * size, columns: images.shape[2] / size * size,
                axis: 1)
        }
    }
}

extension ConvolutionalNetworkAlternatives {
    /// Lists the numbers of each square, and the first index of the largest.
    public enum ListedSquares: ConvolutionalNetworkMutant {
        /// The answer.
        public static func maxPoolingGradient(
            images: Tensor<Double>, size: Int, outputGradient: Tensor<Double>
        ) throws -> Tensor<Double> {
            spread(images, size, outputGradient) { square, _ in
                let first = square.firstIndex(of: square.max() ?? 0)
                return square.indices.map { $0 == first ? 1 : 0 }
            }
        }
    }
}

/// The gradient of each square times the factors of its numbers.
///
/// - Parameter factors: of the numbers of a square, row by row, and the index of the winner.
private func spread(
    _ images: Tensor<Double>, _ size: Int, _ outputGradient: Tensor<Double>,
    _ factors: (_ square: [Double], _ winner: Int) -> [Double]
) -> Tensor<Double> {
    var gradient = Tensor<Double>.zeros(images.shape)
    for b in 0..<images.shape[0] {
        for oy in 0..<outputGradient.shape[1] {
            for ox in 0..<outputGradient.shape[2] {
                for c in 0..<images.shape[3] {
                    let places = (0..<size * size).map {
                        (y: oy * size + $0 / size, x: ox * size + $0 % size)
                    }
                    let square = places.map { images[b, $0.y, $0.x, c] }
                    let winner = square.firstIndex(of: square.max() ?? 0) ?? 0
                    for (place, factor) in zip(places, factors(square, winner)) {
                        gradient[b, place.y, place.x, c] = factor * outputGradient[b, oy, ox, c]
                    }
                }
            }
        }
    }
    return gradient
}
