import Curriculum
import DeepTeaching
import Foundation
import Solutions

/// Wrong answers that are right on all but a few inputs: numbers on a bound, numbers that are larger
/// than somebody thought, numbers ordered as words.
enum FreshWrongBounds {
    static let nearestBelowAMillion = ClusteringCalls.assign.answer("the search begins at 1e6") {
        points, centroids in
        points.map { point in
            var (nearest, smallest) = (0, 1e6)
            for (cluster, centroid) in centroids.enumerated() {
                let distance = zip(point, centroid).reduce(0) {
                    $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
                }
                if distance < smallest { (nearest, smallest) = (cluster, distance) }
            }
            return nearest
        }
    }

    static let lossesBelowOne = stopping("the best loss begins at 1", best: 1, gain: 0)

    static let gainsOfAThousandth = stopping(
        "better is better by a thousandth", best: .infinity, gain: 0.001)

    private static func stopping(_ name: String, best start: Double, gain: Double) -> Answer {
        NeuralNetworkCalls.earlyStopping.answer(name) { _, losses, patience in
            var (best, bestEpoch, waited) = (start, 0, 0)
            for (epoch, loss) in losses.enumerated() {
                waited += 1
                if loss < best - gain { (best, bestEpoch, waited) = (loss, epoch, 0) }
                if waited == patience {
                    return TrainingEnd(lastEpoch: epoch, bestEpoch: bestEpoch)
                }
            }
            return TrainingEnd(lastEpoch: losses.count - 1, bestEpoch: bestEpoch)
        }
    }

    /// Keeps the first patients in the order of their numbers: "10" stands before "2".
    static let patientsAsWords = split("patients ordered as words") { patients, share, draws in
        let words = patients.map(String.init).sorted().enumerated()
        let order = words.sorted { draws[$0.offset] < draws[$1.offset] }.map(\.element)
        return (order.compactMap { Int($0) }, max(1, Int((share * Double(order.count)).rounded())))
    }

    static let alwaysUp = split("the number of patients is rounded up") { patients, share, draws in
        (
            patients.sorted { draws[$0] < draws[$1] },
            Int((share * Double(patients.count)).rounded(.up))
        )
    }

    static let noneOfFew = split("of few patients none is examined") { patients, share, draws in
        (
            patients.sorted { draws[$0] < draws[$1] },
            Int((share * Double(patients.count)).rounded())
        )
    }

    private static func split(
        _ name: String, _ rule: @escaping @Sendable ([Int], Double, [Double]) -> ([Int], Int)
    ) -> Answer {
        TissueExtractionCalls.split.answer(name) { patches, share, draws in
            let (patients, count) = rule(
                Set(patches.map(\.patient)).sorted(), share, draws)
            let test = Set(patients.prefix(count))
            return TrainingTestSplit(
                training: patches.indices.filter { !test.contains(patches[$0].patient) },
                test: patches.indices.filter { test.contains(patches[$0].patient) })
        }
    }

    static let slidesAsWords = TissueExtractionCalls.balancedSample.answer(
        "slides ordered as words"
    ) { patches, draws in
        draws.map { u in
            let labelled = patches.indices.filter {
                u[0] < 0.5
                    ? patches[$0].isOutlined
                    : !patches[$0].isOutlined && !patches[$0].isSlidePositive
            }
            let slides = Set(labelled.map { "\(patches[$0].slide)" }).sorted()
            let slide = Int(slides[Int(u[1] * Double(slides.count))])
            let candidates = labelled.filter { patches[$0].slide == slide }
            return candidates[Int(u[2] * Double(candidates.count))]
        }
    }

    static let penBetweenItsBounds = mask("the bounds of a pen's hues are tissue") {
        color, darkest, hues in
        color.value < darkest || (color.hue > hues.lowerBound && color.hue < hues.upperBound)
    }

    static let darkestIsBlack = mask("the limit itself is black") { color, darkest, hues in
        color.value <= darkest || hues.contains(color.hue)
    }

    private static func mask(
        _ name: String, _ isInk: @escaping @Sendable (HSV, Float, ClosedRange<Float>) -> Bool
    ) -> Answer {
        TissueExtractionCalls.tissueMask.answer(name) { image, threshold, darkest, hues in
            var mask = Mask(size: image.size)
            for y in 0..<image.size.height {
                for x in 0..<image.size.width {
                    let color = image[x: x, y: y].hsv
                    mask[x: x, y: y] =
                        color.saturation > threshold && !isInk(color, darkest, hues)
                }
            }
            return mask
        }
    }

    /// Holes of overlapping patches are counted once for all: by the share of the whole picture.
    static let shareOfThePicture = TissueExtractionCalls.patchGrid.answer(
        "the share of the whole picture"
    ) { tissue, side, stride, minimum in
        let share = Double(tissue.pixels.count { $0 }) / Double(tissue.size.area)
        let all = try TissueExtractionSolution.patchGrid(
            on: Mask(size: tissue.size, repeating: true), side: side, stride: stride,
            minimumTissue: 0)
        return share >= minimum ? all : []
    }

    static let largestOfTheBatch = BackpropagationCalls.softmaxCrossEntropy.answer(
        "the largest logit of the batch, not of the row"
    ) { logits, labels in
        let shifted = logits - (logits.elements.max() ?? 0)
        let exponentials = shifted.exponential()
        let shares = exponentials / exponentials.sum(axes: [1], keepingAxes: true)
        var (loss, gradient) = (0.0, shares)
        for (row, label) in labels.enumerated() {
            loss -= log(shares[row, label]) / Double(labels.count)
            gradient[row, label] -= 1
        }
        return LossAndGradient(loss: loss, gradient: gradient / Double(labels.count))
    }

    static let aboveMinusAThousand = ConvolutionalNetworkCalls.maxPooling.answer(
        "the search begins at -1000"
    ) { images, size in
        try ConvolutionalNetworkSolution.maxPooling(images, size: size).map { max($0, -1000) }
    }
}
