import CourseKit
import Curriculum
import DeepTeaching

/// Gradients of a convolution and of a maximum.
extension ConvolutionCourse {
    func showWayBack(_ patch: ExamplePatch) throws {
        try lesson.step("wayBack") { step in
            let problem = SmallProblem(patch)
            let truth = problem.centralDifferences
            func error(_ gradient: Tensor<Double>) -> Double {
                ((gradient - truth) * (gradient - truth)).sum().scalar.squareRoot()
                    / (truth * truth).sum().scalar.squareRoot()
            }
            let gradient = problem.libraryGradient
            step.number("gradientError", error(gradient), .scientific(1))
            step.number("windowsOfAPixel", problem.windows(seeing: 6))
            step.number("wrongOverwrittenError", error(problem.overwrittenGradient), .percent(0))
            try compareGradients(problem, gradient, step)
        }
    }

    private func compareGradients(
        _ problem: SmallProblem, _ gradient: Tensor<Double>, _ step: LessonStep
    ) throws {
        let (stride, padding) = (1, 1)
        try step.compare(
            mine, ConvolutionalNetworkCalls.convolution2DGradients, problem.image, Kernels.edge,
            stride, padding, problem.outputGradient, with: gradient, part: \.images)
        let image = Variable(problem.image)
        let ones = Tensor<Double>.ones(image.maximumPooled().shape)
        try step.compare(
            mine, ConvolutionalNetworkCalls.maxPoolingGradient, problem.image, 2, ones,
            with: gradients(of: image) { $0.maximumPooled().sum() }.gradients.values[0])
    }
}

/// A corner of a patch seen through the edge kernel; the loss is the sum of the squares of the map.
private struct SmallProblem {
    /// Axes [1, 12, 12, 1].
    let image: Tensor<Double>

    init(_ patch: ExamplePatch) {
        image = patch.gray.slice(8..<20, axis: 1).slice(8..<20, axis: 2)
    }

    private func loss(_ image: Variable<Double>) -> Variable<Double> {
        let map = image.convolved(
            weights: Variable(Kernels.edge), bias: Variable(.zeros([1])), padding: 1)
        return (map * map).sum()
    }

    /// How the loss changes with the map: twice the map.
    var outputGradient: Tensor<Double> { image.seen(through: Kernels.edge) * 2 }

    var libraryGradient: Tensor<Double> {
        gradients(of: Variable(image), at: loss).gradients.values[0]
    }

    /// The wrong way: = for +=.
    var overwrittenGradient: Tensor<Double> {
        let g = outputGradient
        var gradient = Tensor<Double>.zeros(image.shape)
        forEachTap { pixel, output, tap in
            gradient[0, pixel.y, pixel.x, 0] =
                g[0, output.y, output.x, 0] * Kernels.edge[tap.y, tap.x, 0, 0]
        }
        return gradient
    }

    /// How many windows see the pixel in some row and column.
    func windows(seeing place: Int) -> Int {
        var count = 0
        forEachTap { pixel, _, _ in count += pixel == (place, place) ? 1 : 0 }
        return count
    }

    /// Visits what each window sees, in the order in which the windows move.
    private func forEachTap(
        _ visit: (_ pixel: (y: Int, x: Int), _ output: (y: Int, x: Int), _ tap: (y: Int, x: Int))
            -> Void
    ) {
        let side = image.shape[1]
        for place in 0..<side * side * 9 {
            let (output, tap) = (place / 9, place % 9)
            let (oy, ox, dy, dx) = (output / side, output % side, tap / 3, tap % 3)
            let (y, x) = (oy + dy - 1, ox + dx - 1)
            guard 0..<side ~= y, 0..<side ~= x else { continue }
            visit((y, x), (oy, ox), (dy, dx))
        }
    }

    var centralDifferences: Tensor<Double> {
        let differences = (0..<image.count).map { pixel in
            let h = 1e-5
            // listing: SmallProblem.centralDifference
            let (up, down) = (loss(moving: pixel, by: h), loss(moving: pixel, by: -h))
            let slope = (up - down) / (2 * h)
            // end listing
            return slope
        }
        return Tensor(differences, shape: image.shape)
    }

    private func loss(moving pixel: Int, by distance: Double) -> Double {
        var elements = image.elements
        elements[pixel] += distance
        return loss(Variable(Tensor(elements, shape: image.shape))).value.scalar
    }
}
