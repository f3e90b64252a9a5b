import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 15.
    public static let morphology = LessonGrader(
        morphologyContract, solution: MorphologySolution.self,
        exercises: [
            MorphologyGraders.erode, MorphologyGraders.dilate, MorphologyGraders.openAndClose,
            MorphologyGraders.connectedComponents, MorphologyGraders.fillHoles,
            MorphologyGraders.distanceTransform, MorphologyGraders.joinWithin,
        ])
}

/// The graders of the exercises of Lesson 15, one file each.
enum MorphologyGraders {
    /// Compares two masks, and counts what is missing and what is too much.
    static func compareMasks(_ expected: Mask, _ got: Mask) -> Verdict {
        TissueExtractionGraders.compare(expected, got, foreground: "foreground")
    }

    /// A mask drawn with "#" for foreground.
    static func mask(_ rows: [String]) -> Mask {
        Mask(
            size: PixelSize(width: rows.first?.count ?? 0, height: rows.count),
            pixels: rows.flatMap { $0.map { $0 == "#" } })
    }

    /// Foreground here and there.
    static func noise(_ size: PixelSize, _ share: Double, _ generator: inout SeededGenerator)
        -> Mask
    {
        Mask(size: size, pixels: (0..<size.area).map { _ in generator.uniform() < share })
    }

    /// Rectangles with a few holes of one pixel, with background around them `margin` pixels wide.
    static func island(margin: Int, _ generator: inout SeededGenerator) -> Mask {
        let inner = PixelSize(
            width: 12 + generator.index(below: 5), height: 8 + generator.index(below: 3))
        var mask = Mask(
            size: PixelSize(width: inner.width + 2 * margin, height: inner.height + 2 * margin))
        for _ in 0..<5 {
            let (width, height) = (2 + generator.index(below: 6), 2 + generator.index(below: 5))
            let x = margin + generator.index(below: inner.width - width + 1)
            let y = margin + generator.index(below: inner.height - height + 1)
            for v in y..<y + height {
                for u in x..<x + width { mask[x: u, y: v] = true }
            }
        }
        for _ in 0..<6 {
            let x = margin + generator.index(below: inner.width)
            let y = margin + generator.index(below: inner.height)
            mask[x: x, y: y].toggle()
        }
        // A hole of one pixel in the left half, and a lone pixel in the right half.
        for (half, isHole) in [(0, true), (1, false)] {
            let x = margin + 1 + half * 6 + generator.index(below: 4)
            let y = margin + 1 + generator.index(below: inner.height - 2)
            for v in y - 1...y + 1 {
                for u in x - 1...x + 1 { mask[x: u, y: v] = isHole }
            }
            mask[x: x, y: y] = !isHole
        }
        return mask
    }

    /// Elements that are the same in a mirror, turned and with rows and columns swapped: a cross, a
    /// square, a cross without its origin, a wide cross of single pixels, and the origin alone.
    static let symmetric: [[Offset]] = [
        [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)],
        [(-1, -1), (0, -1), (1, -1), (-1, 0), (0, 0), (1, 0), (-1, 1), (0, 1), (1, 1)],
        [(1, 0), (-1, 0), (0, 1), (0, -1)],
        [(0, 0), (2, 0), (-2, 0), (0, 2), (0, -2)],
        [(0, 0)],
    ].map { $0.map { Offset(dx: $0.0, dy: $0.1) } }

    /// Elements with their origin that lie more to one side.
    static let lopsided: [[Offset]] = [
        [(0, 0), (1, 0), (2, 0), (0, 1)], [(0, 0), (-1, 0)], [(0, 0), (0, -2), (1, -1)],
        [(2, 1), (0, 0), (3, 0)],
    ].map { $0.map { Offset(dx: $0.0, dy: $0.1) } }

    /// Whether a pixel lies on a picture.
    static func holds(_ size: PixelSize, _ x: Int, _ y: Int) -> Bool {
        0..<size.width ~= x && 0..<size.height ~= y
    }

    /// The mask whose pixels fulfil a condition on their column and row.
    static func mask(_ size: PixelSize, where isForeground: (Int, Int) throws -> Bool) rethrows
        -> Mask
    {
        var mask = Mask(size: size)
        for y in 0..<size.height {
            for x in 0..<size.width { mask[x: x, y: y] = try isForeground(x, y) }
        }
        return mask
    }

    /// Two pictures of labels are the same if they part the pixels in the same way; background is 0.
    ///
    /// - Parameter isNumbered: whether the regions must have the numbers 1, 2, 3, ... without gaps, in
    ///   whatever order.
    static func comparePartitions(
        _ expected: [[Int]], _ got: [[Int]], isNumbered: Bool = true
    ) -> Verdict {
        guard got.map(\.count) == expected.map(\.count) else {
            return .wrong(
                "the labels do not have the shape of the picture: \(expected.count) rows of "
                    + "\(expected.first?.count ?? 0)", symptom: .shape)
        }
        var (forward, back) = ([0: 0], [0: 0])
        for (y, (row, own)) in zip(expected, got).enumerated() {
            for (x, (label, number)) in zip(row, own).enumerated() {
                let place = "column \(x), row \(y)"
                if (label == 0) != (number == 0) {
                    return .wrong(
                        "\(place) is \(label == 0 ? "background" : "foreground"), its number is "
                            + "\(number)")
                }
                if forward[label, default: number] != number {
                    return .wrong("\(place) belongs to an earlier region, but got another number")
                }
                if back[number, default: label] != label {
                    return .wrong("\(place) got the number of another region")
                }
                (forward[label], back[number]) = (number, label)
            }
        }
        let numbers = back.keys.sorted()
        return !isNumbered || numbers == Array(0..<numbers.count)
            ? .right
            : .wrong("the numbers of the \(numbers.count - 1) regions are not 1, 2, 3, ...")
    }
}
