import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import LessonSlides

/// The same network over a whole region.
extension ConvolutionCourse {
    func showRegion(_ network: PatchClassifier<Float>) throws {
        try lesson.step("region") { step in
            let side = source.grid.side
            let width = side + RegionMap.step * (side < 64 ? 24 : 56)
            step.number("regionSide", width)
            step.number("overlap", (side / RegionMap.step) * (side / RegionMap.step))
            // Known hospitals have a positive slide each: without one they are unknown.
            let slide = hospitals.known.first(where: \.isPositive) ?? hospitals.known[0]
            let region = try BorderRegion(
                of: slide, side: width, micronsPerPixel: source.grid.micronsPerPixel)
            let map = measureRegion(network, region, step)
            step.text("regionSlide", slide.name)
            step.figure("region", picture(map, region))
            showQuality(map, region, step)
            try compareOwnRegion(network, region, step)
        }
    }

    private func measureRegion(
        _ network: PatchClassifier<Float>, _ region: BorderRegion, _ step: LessonStep
    ) -> RegionMap {
        let start = Date()
        let map = RegionMap(network, atOnce: region.image)
        let middle = Date()
        let patches = RegionMap(network, patchByPatch: region.image)
        step.duration("timeAtOnce", seconds: middle.timeIntervalSince(start))
        step.duration("timePatchByPatch", seconds: Date().timeIntervalSince(middle))
        step.number("regionPlaces", map.places.size.area)
        step.number("regionSavings", savings(map, network, region), .decimals(0))
        let difference = map.places.values.map { Double($0) }
            .largestDifference(from: patches.places.values.map { Double($0) })
        step.number("regionDifference", difference, .decimals(6))
        return map
    }

    private func picture(_ map: RegionMap, _ region: BorderRegion) -> Image {
        let scale = max(1, 384 / region.image.size.width)
        return .sideBySide(
            [
                region.image.outlining(region.tumor, color: RGB(0, 130, 60), thickness: 2),
                map.picture(over: region.image),
            ].map { $0.enlarged(by: scale) }, spacing: 8)
    }

    /// How far the map agrees with the outlines.
    private func showQuality(_ map: RegionMap, _ region: BorderRegion, _ step: LessonStep) {
        let probabilities = map.places.values.map { Double($0) }
        let scores = PatchScores(
            probabilities: probabilities, isTumor: map.truth(region.tumor))
        func mean(_ isTumor: Bool) -> Double {
            let own = zip(probabilities, scores.isTumor).filter { $0.1 == isTumor }.map(\.0)
            return own.reduce(0, +) / Double(own.count)
        }
        step.number("regionInside", mean(true), .percent(0))
        step.number("regionOutside", mean(false), .percent(0))
        step.number("regionArea", (try? scores.area()) ?? .nan)
    }

    /// How many times as many multiplications the first three layers do patch by patch.
    private func savings(
        _ map: RegionMap, _ network: PatchClassifier<Float>, _ region: BorderRegion
    ) -> Double {
        func count(_ side: Int) -> Double {
            let first = side - 4
            let second = first / 2 - 2
            let third = second / 2 - 2
            let products: [Int] = [
                first * first * 75 * 16, second * second * 144 * 32, third * third * 288 * 32,
            ]
            return Double(products.reduce(0, +))
        }
        return Double(map.places.size.area) * count(network.side) / count(region.image.size.width)
    }

    private func compareOwnRegion(
        _ network: PatchClassifier<Float>, _ region: BorderRegion, _ step: LessonStep
    ) throws {
        let side = network.side
        let corner = region.image.cropped(
            to: PixelRectangle(x: 0, y: 0, width: side + 16, height: side + 8))
        let features = network.features(of: Variable(Tensor(images: [corner])), in: .inference)
        let (window, weights) = (network.window, network.hidden.weights.value)
        let library = features.convolved(
            weights: Variable(weights.reshaped([window, window, 32, 32])),
            bias: network.hidden.bias
        ).value
        try step.compare(
            mine, ConvolutionalNetworkCalls.fullyConvolutional,
            features.value.removingAxis(0).inDouble, weights.inDouble,
            network.hidden.bias.value.inDouble, window,
            with: library.removingAxis(0).inDouble)
    }
}
