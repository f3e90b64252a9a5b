import DeepTeaching

/// Kernels made by hand, as image processing had them before networks learnt their own.
enum Kernels {
    /// Bright on the left, dark on the right gives something above 0. Axes [3, 3, 1, 1].
    ///
    /// Source: Sobel and Feldman, A 3x3 isotropic gradient operator for image processing, 1968.
    static let edge = kernel([1, 0, -1, 2, 0, -2, 1, 0, -1])

    /// Nothing but the pixel itself. Axes [3, 3, 1, 1].
    static let identity = kernel([0, 0, 0, 0, 1, 0, 0, 0, 0])

    /// A dark spot on bright ground: the mean of a ring, 16 micrometres across, less the mean of the
    /// disc in it, 9 micrometres across. Axes [side, side, 1, 1], the side not above 9.
    static func spot(micronsPerPixel: Double) -> Tensor<Double> {
        let reach = min(4, Int(8 / micronsPerPixel))
        let distances = (-reach...reach).flatMap { y in
            (-reach...reach).map { x in Double(x * x + y * y).squareRoot() * micronsPerPixel }
        }
        let disc = Double(distances.count { $0 <= 4.5 })
        let ring = Double(distances.count { $0 > 4.5 && $0 <= 8 })
        return kernel(distances.map { $0 <= 4.5 ? -1 / disc : $0 <= 8 ? 1 / ring : 0 })
    }

    private static func kernel(_ weights: [Double]) -> Tensor<Double> {
        let side = Int(Double(weights.count).squareRoot().rounded())
        return Tensor(weights, shape: [side, side, 1, 1])
    }
}

extension Tensor where Scalar == Double {
    /// The images seen through a kernel [side, side, 1, 1], of the same size as before.
    func seen(through kernel: Tensor) -> Tensor {
        convolved(weights: kernel, bias: .zeros([1]), padding: kernel.shape[0] / 2)
    }

    /// The kernel read from its end.
    var flipped: Tensor { reversed(axis: 0).reversed(axis: 1) }

    /// The windows of an image [height, width, channel] without padding, one window a row.
    func windows(_ side: Int) -> Tensor {
        let (rows, columns) = (shape[0] - side + 1, shape[1] - side + 1)
        let (width, channels) = (shape[1], shape[2])
        let elements = elements
        var matrix: [Double] = []
        matrix.reserveCapacity(rows * columns * side * side * channels)
        for y in 0..<rows {
            for x in 0..<columns {
                for dy in 0..<side {
                    let start = ((y + dy) * width + x) * channels
                    matrix += elements[start..<start + side * channels]
                }
            }
        }
        return Tensor(matrix, shape: [rows * columns, side * side * channels])
    }
}
