import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// What the networks are made of: layers that enlarge, a memory with gates, sweeps.
extension SegmentationCourse {
    func showEnlarging() throws {
        try lesson.step("enlarging") { step in
            let image = Tensor<Double>([1, 2, 3, 4], shape: [1, 2, 2, 1])
            let kernel = Tensor<Double>([1, 10, 100, 1000], shape: [2, 2, 1, 1])
            // listing: SegmentationCourse.enlarge
            let layer = TransposedConvolution2D(
                weights: kernel, bias: .zeros([1]), stride: 2)
            let larger = layer(image)  // [1, 4, 4, 1]
            // end listing
            step.table(
                "larger",
                rows: (0..<4).map { y in
                    (0..<4).map { x in NumberFormat.decimals(0).text(larger[0, y, x, 0]) }
                })
            let wide = TransposedConvolution2D(
                weights: Tensor<Double>.ones([3, 3, 1, 1]), bias: .zeros([1]), stride: 2)
            let checkers = wide(.ones([1, 3, 3, 1]))
            step.number("overlapLow", checkers.elements.min() ?? 0, .decimals(0))
            step.number("overlapHigh", checkers.elements.max() ?? 0, .decimals(0))
            try step.compare(
                mine, SegmentationCalls.transposedConvolution, image, kernel, .zeros([1]), 2,
                with: larger)
        }
    }

    func showGates() throws {
        try lesson.step("gates") { step in
            let weights = GateWeights(
                input: Tensor(rows: [[1, -1, 2]]), recurrent: Tensor(rows: [[0.5, 1, -1]]),
                inputBias: .zeros([3]),
                recurrentBias: .zeros([3]))
            let (x, h) = (Tensor<Double>(rows: [[0.5]]), Tensor<Double>(rows: [[0.8]]))
            // listing: SegmentationCourse.step
            let unit = GRU(
                weights: RecurrentWeights(
                    input: weights.input, recurrent: weights.recurrent,
                    inputBias: weights.inputBias, recurrentBias: weights.recurrentBias))
            let next = unit.next(Variable(x), after: Variable(h)).value
            // end listing
            step.number("handState", next[0, 0], .decimals(4))
            try step.compare(
                mine, SegmentationCalls.gruStep, x, h, weights, with: next)
        }
    }

    func showSweeps(_ data: RegionData) throws {
        try lesson.step("sweeps") { step in
            step.number("sweepSide", source.grid.side / 4)
            let reaches = Segmenter.allCases.map { kind in
                var generator = SeededGenerator(seed: lesson.seed, stream: "reach")
                return Reach(of: kind.network(using: &generator), side: source.grid.side)
            }
            step.number("convolutionalReach", reaches[0].width)
            step.number("convolutionalPixels", reaches[0].share, .percent(0))
            step.number("sweepingPixels", reaches[1].share, .percent(0))
            step.number("uNetPixels", reaches[2].share, .percent(0))
            step.figure(
                "reaches",
                .sideBySide(
                    reaches.map { $0.picture.enlarged(by: enlargement(to: 256)) }, spacing: 12))
            let row = Tensor<Double>([1, 2, 4], shape: [1, 1, 3, 1])
            try step.compare(
                mine, SegmentationCalls.bidirectionalSweep, row, 2, 0.5,
                with: Tensor<Double>([1, 3, 2.5, 4, 5.25, 4], shape: [1, 1, 3, 2]))
        }
    }
}

/// On which pixels the answer for the middle pixel depends, before anything is learnt.
struct Reach {
    /// How much each pixel matters, the largest 1.
    private let plane: Plane

    init(of network: any Layer<Float>, side: Int) {
        var generator = SeededGenerator(seed: 1, stream: "noise")
        let noise = Variable(Tensor<Float>.uniform([4, side, side, 3], using: &generator))
        // listing: Reach.gradient
        let middle = side / 2..<side / 2 + 1
        let slopes = gradients(of: noise) { images in
            let logits = network(images, in: .inference)
            return logits.slice(middle, axis: 1).slice(middle, axis: 2).sum()
        }.gradients.values[0]  // [4, side, side, 3]
        // end listing
        let sums = slopes.absolute().sum(axes: [0, 3])  // [side, side]
        let largest = sums.elements.max() ?? 1
        plane = Plane(
            size: PixelSize(side: side),
            values: sums.elements.map { $0 / Swift.max(largest, .leastNormalMagnitude) })
    }

    /// The share of the pixels that matter at all.
    var share: Double { Double(plane.values.count { $0 > 0 }) / Double(plane.size.area) }

    /// How many columns matter.
    var width: Int {
        (0..<plane.size.width).count { x in
            (0..<plane.size.height).contains { plane[x: x, y: $0] > 0 }
        }
    }

    /// The pixels on a logarithmic scale: what matters a millionth as much as the most is black.
    var picture: Image {
        let shown = Plane(
            size: plane.size,
            values: plane.values.map { Float($0 > 0 ? Swift.max(0.08, 1 + log10($0) / 6) : 0) })
        return Image(size: plane.size).overlaying(
            shown, where: Mask(size: plane.size, repeating: true), by: .perceptual, opacity: 1)
    }
}
