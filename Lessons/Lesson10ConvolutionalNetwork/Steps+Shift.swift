import CourseKit
import DeepTeaching
import LessonSlides

/// Patches that move.
extension ConvolutionCourse {
    func showShift(
        _ data: PatchData, _ network: PatchClassifier<Float>, _ dense: DenseNetwork
    ) throws {
        try lesson.step("shift") { step in
            step.number("shift", PatchClassifier<Float>.step)
            step.figure("moved", movedMaps(data, network))
            measureMoves(data, network, step)
            measureHiddenSums(data, dense, step)
            showChanges(dense: changes(dense, data.known), changes(network, data.known), step)
        }
    }

    private func movedMaps(_ data: PatchData, _ network: PatchClassifier<Float>) -> Image {
        let patch = data.example(isTumor: true)
        let images = [patch.moved(), patch.moved(by: PatchClassifier<Float>.step)]
        let maps = network.first(Tensor(images: images)).inDouble
        let means = maps.mean(axes: [0, 1, 2]).elements
        let brightest = means.indices.max { means[$0] < means[$1] } ?? 0
        let scale = enlargement(to: 256)
        let pictures = images.indices.map {
            maps.picture(of: $0, channel: brightest, to: 3).enlarged(by: 2 * scale)
        }
        return .grid(
            images.map { $0.enlarged(by: scale) } + pictures, columns: 2, spacing: 8)
    }

    private func measureMoves(
        _ data: PatchData, _ network: PatchClassifier<Float>, _ step: LessonStep
    ) {
        let patches = Array(data.known.prefix(64))
        func map(movedBy shift: Int) -> Tensor<Double> {
            let images = Tensor<Float>(images: patches.map { $0.moved(by: shift) })
            return network.features(of: Variable(images), in: .inference).value.inDouble
        }
        let here = map(movedBy: 0)
        // The columns that two maps have in common if one lies some places further left.
        func common(_ moved: Tensor<Double>, _ places: Int) -> (Tensor<Double>, Tensor<Double>) {
            let window = network.window
            return (
                moved.slice(0..<window - places, axis: 2), here.slice(places..<window, axis: 2)
            )
        }
        func change(_ moved: Tensor<Double>, _ places: Int) -> Double {
            let (a, b) = common(moved, places)
            return (a - b).absolute().sum().scalar / b.absolute().sum().scalar
        }
        let moved = map(movedBy: PatchClassifier<Float>.step)
        let places = (0..<network.window).min { change(moved, $0) < change(moved, $1) } ?? 0
        let (a, b) = common(moved, places)
        step.number("placesMoved", places)
        step.number("mapDifference", a.largestDifference(from: b), .decimals(6))
        let half = map(movedBy: PatchClassifier<Float>.step / 2)
        step.number("halfPlaceChange", min(change(half, 0), change(half, 1)), .percent(0))
    }

    /// How much of what tells patches apart in the hidden sums is left after the move: the mean of
    /// the correlations over the hidden units that are not always the same.
    private func measureHiddenSums(
        _ data: PatchData, _ dense: DenseNetwork, _ step: LessonStep
    ) {
        let patches = Array(data.known.prefix(64))
        func sums(movedBy shift: Int) -> Tensor<Double> {
            let images = Tensor<Float>(images: patches.map { $0.moved(by: shift) })
            let sums = dense.hiddenSums(of: images).inDouble
            return sums - sums.mean(axes: [0])
        }
        let (x, y) = (sums(movedBy: 0), sums(movedBy: PatchClassifier<Float>.step))
        let products = (x * y).sum(axes: [0]).elements
        let sizes = ((x * x).sum(axes: [0]) * (y * y).sum(axes: [0])).squareRoot().elements
        let alive = zip(products, sizes).filter { $0.1 > 0 }.map { $0.0 / $0.1 }
        let correlation = alive.reduce(0, +) / Double(max(1, alive.count))
        step.number("wrongDenseCorrelation", correlation, .decimals(2))
        step.choose("hidden", correlation < 0.9 ? "change" : "stay")
    }

    private func showChanges(dense: Double, _ convolution: Double, _ step: LessonStep) {
        step.number("denseChanges", dense, .percent(1))
        step.number("convolutionChanges", convolution, .percent(1))
        step.choose(
            "steady", dense > convolution ? "convolution" : dense < convolution ? "dense" : "both")
    }

    /// The share of the patches that are called differently when they are moved.
    private func changes(_ network: some Layer<Float>, _ patches: [WidePatch]) -> Double {
        let here = PatchScores(network, patches).calls
        let moved = PatchScores(network, patches, movedBy: PatchClassifier<Float>.step).calls
        return Double(zip(here, moved).count { $0 != $1 }) / Double(max(1, here.count))
    }
}
