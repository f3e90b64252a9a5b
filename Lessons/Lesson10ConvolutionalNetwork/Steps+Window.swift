import CourseKit
import Curriculum
import DeepTeaching

/// The window that moves.
extension ConvolutionCourse {
    func showWindow(_ patch: ExamplePatch) throws {
        try lesson.step("window") { step in
            showMaps(patch, step)
            showOneOutput(patch, step)
            let (stride, padding) = (1, 1)
            try step.compare(
                mine, ConvolutionalNetworkCalls.convolution2D, patch.gray, Kernels.edge,
                .zeros([1]), stride, padding, with: patch.gray.seen(through: Kernels.edge))
            let flipped = patch.gray.seen(through: Kernels.edge.flipped)
            step.number(
                "wrongFlippedCorrelation",
                correlation(patch.gray.seen(through: Kernels.edge), flipped), .decimals(2))
            showDrift(step)
        }
    }

    private func showMaps(_ patch: ExamplePatch, _ step: LessonStep) {
        let pictures = [patch.image, patch.edges.signedPicture(), patch.spots.signedPicture()]
        step.figure(
            "maps",
            .sideBySide(
                pictures.map { $0.enlarged(by: enlargement(to: 256)) }, spacing: 8))
    }

    /// One output by hand, where the map of edges is largest.
    private func showOneOutput(_ patch: ExamplePatch, _ step: LessonStep) {
        let brightness = Tensor(
            patch.image.luma().values.map { Double($0.rounded()) }, shape: patch.gray.shape)
        let map = brightness.convolved(weights: Kernels.edge, bias: .zeros([1]))
        let place = map.elements.indices.max { map.elements[$0] < map.elements[$1] } ?? 0
        let (y, x) = (place / map.shape[2], place % map.shape[2])
        let window = brightness.slice(y..<y + 3, axis: 1).slice(x..<x + 3, axis: 2).elements
        let weights = Kernels.edge.elements
        // listing: ConvolutionCourse.oneOutput
        let products = zip(window, weights).map { $0 * $1 }
        let sum = products.reduce(0, +)
        // end listing
        func row(_ numbers: [Double], _ row: Int) -> String {
            numbers[3 * row..<3 * row + 3].map(NumberFormat.integer.text).joined(separator: ", ")
        }
        step.table(
            "products",
            rows: (0..<3).map { [row(window, $0), row(weights, $0), row(products, $0)] })
        step.number("handSum", sum, .integer)
        step.number("librarySum", map.elements[place], .integer)
    }

    /// How far an image wanders through ten layers that pad on one side only.
    private func showDrift(_ step: LessonStep) {
        let side = source.grid.side
        var image = Tensor<Double>.zeros([1, side, side, 1])
        image[0, side / 2, side / 2, 0] = 1
        var (right, wrong) = (image, image)
        for _ in 0..<10 {
            // listing: ConvolutionCourse.padding
            right = right.convolved(
                weights: Kernels.identity, bias: .zeros([1]), padding: 1)
            wrong = wrong.padded(before: [0, 2, 2, 0], after: [0, 0, 0, 0])
                .convolved(weights: Kernels.identity, bias: .zeros([1]))
            // end listing
        }
        step.number("padDrift", column(of: right) - side / 2)
        step.number("wrongPadDrift", column(of: wrong) - side / 2)
    }

    private func column(of image: Tensor<Double>) -> Int {
        (image.elements.firstIndex(of: image.elements.max() ?? 0) ?? 0) % image.shape[2]
    }

    private func correlation(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Double {
        let (x, y) = (a - a.mean(), b - b.mean())
        return (x * y).sum().scalar
            / ((x * x).sum().scalar * (y * y).sum().scalar).squareRoot()
    }
}
