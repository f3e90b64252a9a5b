import CourseKit
import Curriculum
import DeepTeaching

/// The largest of four.
extension ConvolutionCourse {
    func showPooling(_ patch: ExamplePatch) throws {
        try lesson.step("pooling") { step in
            let spots = Variable(patch.spots)
            // listing: ConvolutionCourse.pooled
            let once = spots.maximumPooled()
            let twice = once.maximumPooled()
            // end listing
            showPeaks(patch.spots, step)
            showChange(patch.spots, step)
            showPooled([patch.spots, once.value, twice.value], step)
            let belowZero = once.value.elements.count { $0 < 0 }
            step.number(
                "wrongPoolingFromZero", Double(belowZero) / Double(once.value.count), .percent(0))
            try step.compare(
                mine, ConvolutionalNetworkCalls.maxPooling, patch.spots, 2, with: once.value)
        }
    }

    /// Which spots stay in their square of 4 x 4 when they move by one pixel, and which must share
    /// it with a brighter one.
    private func showPeaks(_ spots: Tensor<Double>, _ step: LessonStep) {
        let peaks = spots.peaks
        let staying = peaks.count { $0.x % 4 < 3 }
        let squares = Set(peaks.map { [$0.x / 4, $0.y / 4] })
        step.number("peaks", peaks.count)
        step.number("peaksStaying", Double(staying) / Double(max(1, peaks.count)), .percent(0))
        step.number("peaksLost", peaks.count - squares.count)
        step.choose("spots", squares.count < peaks.count ? "merge" : "survive")
    }

    private func showChange(_ spots: Tensor<Double>, _ step: LessonStep) {
        let width = spots.shape[2]
        let here = Variable(spots.slice(0..<width - 4, axis: 2)).relu()
        let moved = Variable(spots.slice(1..<width - 3, axis: 2)).relu()
        func change(_ a: Variable<Double>, _ b: Variable<Double>) -> Double {
            (a.value - b.value).absolute().sum().scalar / a.value.absolute().sum().scalar
        }
        func pooled(_ map: Variable<Double>) -> Variable<Double> {
            map.maximumPooled().maximumPooled()
        }
        let (before, after) = (change(here, moved), change(pooled(here), pooled(moved)))
        step.number("changeBefore", before, .percent(0))
        step.number("changeAfter", after, .percent(0))
        step.choose("change", after < 0.5 * before ? "shrinks" : "stays")
    }

    private func showPooled(_ maps: [Tensor<Double>], _ step: LessonStep) {
        let largest = maps[0].elements.max() ?? 1
        let pictures = maps.enumerated().map { level, map in
            map.picture(to: largest).enlarged(by: enlargement(to: 256) << level)
        }
        step.figure("pooling", .sideBySide(pictures, spacing: 8))
    }
}

extension Tensor where Scalar == Double {
    /// The places of a map [1, height, width, 1] that are larger than their neighbours, and than a
    /// quarter of the largest.
    fileprivate var peaks: [(x: Int, y: Int)] {
        let (height, width) = (shape[1], shape[2])
        let elements = elements
        let least = (elements.max() ?? 0) / 4
        func isPeak(_ x: Int, _ y: Int) -> Bool {
            let rows = max(0, y - 1)...min(height - 1, y + 1)
            let columns = max(0, x - 1)...min(width - 1, x + 1)
            let value = elements[y * width + x]
            let isLargest = rows.allSatisfy { row in
                columns.allSatisfy { (row, $0) == (y, x) || elements[row * width + $0] < value }
            }
            return value > least && isLargest
        }
        return (0..<height * width).map { (x: $0 % width, y: $0 / width) }
            .filter { isPeak($0.x, $0.y) }
    }
}
