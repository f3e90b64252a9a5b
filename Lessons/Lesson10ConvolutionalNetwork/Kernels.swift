import DeepTeaching

/// Kernels made by hand, as image processing had them before networks learnt their own.
enum Kernels {
    /// Bright on the left, dark on the right gives something above 0. Axes [3, 3, 1, 1].
    ///
    /// Source: Sobel and Feldman, A 3x3 isotropic gradient operator for image processing, 1968.
    static let edge = kernel([1, 0, -1, 2, 0, -2, 1, 0, -1], side: 3)

    /// Nothing but the pixel itself. Axes [3, 3, 1, 1].
    static let identity = kernel([0, 0, 0, 0, 1, 0, 0, 0, 0], side: 3)

    /// A dark spot on bright ground: the mean of a ring less the mean of the disc in it. Axes
    /// [9, 9, 1, 1].
    static let spot: Tensor<Double> = {
        let squares = (0..<81).map { place in
            let (y, x) = (place / 9 - 4, place % 9 - 4)
            return y * y + x * x
        }
        let disc = Double(squares.count { $0 <= 5 })
        let ring = Double(squares.count { $0 > 5 && $0 <= 16 })
        return kernel(squares.map { $0 <= 5 ? -1 / disc : $0 <= 16 ? 1 / ring : 0 }, side: 9)
    }()

    private static func kernel(_ weights: [Double], side: Int) -> Tensor<Double> {
        Tensor(weights, shape: [side, side, 1, 1])
    }
}

extension Tensor where Scalar == Double {
    /// The images seen through a kernel [side, side, 1, 1], of the same size as before.
    func seen(through kernel: Tensor) -> Tensor {
        convolved(weights: kernel, bias: .zeros([1]), padding: kernel.shape[0] / 2)
    }

    /// The kernel read from its end.
    var flipped: Tensor { reversed(axis: 0).reversed(axis: 1) }
}
