import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = TissueExtractionCalls.patchGrid

extension TissueExtractionGraders {
    static let patchGridMisconceptions = [
        call.misconception(
            "patches hang over the border", check: "border",
            hints: Hints(
                question: "What does the network see in the part of a patch beyond the slide?",
                concept: "Nothing was scanned there. A reader fills in black or white, and the "
                    + "network learns the border instead of the tissue.",
                step: "The last corner is width - side, not width: Swift.stride(from: 0, through: "
                    + "width - side, by: stride).")
        ) { tissue, side, stride, minimumTissue in
            // What lies beyond counts as glass.
            let corners = grid(tissue, stride) { length in length }
            return patches(corners, side) { share(tissue, $0) >= minimumTissue }
        },
        call.misconception(
            "a patch that would hang over the border is pulled back inside", check: "border",
            hints: Hints(
                question: "Are all corners of your patches multiples of the stride?",
                concept: "Pulled back, the last column overlaps its neighbour, and its tissue "
                    + "counts twice. A grid leaves the rest out.",
                step: "Do not use min(x, width - side): stop the loop at width - side.")
        ) { tissue, side, stride, minimumTissue in
            let corners = grid(tissue, stride) { $0 }.map { corner in
                (
                    x: min(corner.x, tissue.size.width - side),
                    y: min(corner.y, tissue.size.height - side)
                )
            }
            var seen: Set<PixelRectangle> = []
            return patches(corners, side) { share(tissue, $0) >= minimumTissue }
                .filter { seen.insert($0).inserted }
        },
        call.misconception(
            "the last column and row that fit are lost", check: "border",
            hints: Hints(
                question: "Ten pixels, patches of five: how many fit side by side?",
                concept: "A patch at x covers x up to x + side - 1. It fits if x + side <= width; "
                    + "equal is allowed.",
                step: "stride(from:to:) stops before its end, stride(from:through:) includes it: "
                    + "use through: width - side.")
        ) { tissue, side, stride, minimumTissue in
            let corners = grid(tissue, stride) { $0 - side }
            return patches(corners, side) { share(tissue, $0) >= minimumTissue }
        },
        call.misconception(
            "patches lie edge to edge, whatever the stride", check: "stride",
            hints: Hints(
                question: "Patches of 64 with a stride of 32: where does the second one begin?",
                concept: "The side says how large a patch is, the stride how far the next one is. "
                    + "A smaller stride makes patches overlap.",
                step: "Step by stride, not by side: corners 0, 32, 64, ...")
        ) { tissue, side, _, minimumTissue in
            try TissueExtractionSolution.patchGrid(
                on: tissue, side: side, stride: side, minimumTissue: minimumTissue)
        },
        call.misconception(
            "you take the stride for a gap between patches", check: "stride",
            hints: Hints(
                question: "Patches of 64 with a stride of 64: do they touch?",
                concept: "A stride goes from corner to corner. A gap would go from the end of one "
                    + "to the beginning of the next.",
                step: "Step by stride, not by side + stride.")
        ) { tissue, side, stride, minimumTissue in
            try TissueExtractionSolution.patchGrid(
                on: tissue, side: side, stride: side + stride, minimumTissue: minimumTissue)
        },
        call.misconception(
            "you look at the pixel in the middle only", check: "tissue",
            hints: Hints(
                question: "A small vessel leaves a hole in the very middle of a patch full of "
                    + "tissue. Should the patch be lost?",
                concept: "One pixel is a poor sample of a thousand: the share of tissue needs them "
                    + "all.",
                step: "Count the tissue in rows y ..< y + side and columns x ..< x + side, then "
                    + "divide by side * side.")
        ) { tissue, side, stride, _ in
            patches(fitting(tissue, side, stride), side) {
                tissue[x: $0.x + side / 2, y: $0.y + side / 2]
            }
        },
        call.misconception(
            "you look at the four corners of the patch only", check: "tissue",
            hints: Hints(
                question: "A patch lies over a vessel: tissue in all corners, none in the middle. "
                    + "What is its share of tissue?",
                concept: "Four pixels of a thousand are a small sample, and the corners are "
                    + "neighbours of other patches.",
                step: "Count over all rows y ..< y + side and columns x ..< x + side.")
        ) { tissue, side, stride, minimumTissue in
            patches(fitting(tissue, side, stride), side) { patch in
                let (right, bottom) = (patch.x + side - 1, patch.y + side - 1)
                let corners = [
                    (patch.x, patch.y), (right, patch.y), (patch.x, bottom), (right, bottom),
                ]
                return Double(corners.count { tissue[x: $0.0, y: $0.1] }) / 4 >= minimumTissue
            }
        },
        call.misconception(
            "any pixel of tissue is enough", check: "tissue",
            hints: Hints(
                question: "What do you compare with minimumTissue?",
                concept: "A patch with one pixel of tissue teaches the network glass.",
                step: "fraction = count / (side * side), and keep it if fraction >= "
                    + "minimumTissue.")
        ) { tissue, side, stride, _ in
            patches(fitting(tissue, side, stride), side) { share(tissue, $0) > 0 }
        },
        call.misconception(
            "exactly the least share counts as too little", check: "tissue",
            hints: Hints(
                question: "At least one half: is one half at least one half?",
                concept: "\"At least\" includes equality. With minimumTissue 1 a full patch must "
                    + "stay.",
                step: "8 of 16 pixels are 0.5 >= 0.5: write >= where you write >."),
            isAmbiguous: true
        ) { tissue, side, stride, minimumTissue in
            patches(fitting(tissue, side, stride), side) { share(tissue, $0) > minimumTissue }
        },
        call.misconception(
            "you divide whole numbers, so that all shares but 1 become 0", check: "tissue",
            hints: Hints(
                question: "What is 9 / 16 in Swift if both are Int?",
                concept: "Dividing integers drops what is behind the point: 9 / 16 is 0.",
                step: "Double(count) / Double(side * side).")
        ) { tissue, side, stride, minimumTissue in
            // The share is 0 unless the patch is full.
            patches(fitting(tissue, side, stride), side) {
                share(tissue, $0).rounded(.down) >= minimumTissue
            }
        },
        call.misconception(
            "you divide by the pixels of the whole picture", check: "tissue",
            hints: Hints(
                question: "Can a patch ever hold half of all pixels of a slide?",
                concept: "The share asked for is that of the patch: its tissue over its pixels.",
                step: "Divide by side * side."),
            isAmbiguous: true
        ) { tissue, side, stride, minimumTissue in
            patches(fitting(tissue, side, stride), side) {
                share(tissue, $0) * Double(side * side) / Double(tissue.size.area)
                    >= minimumTissue
            }
        },
        call.misconception(
            "you round down the number of pixels that a patch needs", check: "tissue",
            hints: Hints(
                question: "Half of 9 pixels are 4.5. Are 4 pixels enough?",
                concept: "Int(4.5) cuts off: 4 pixels would pass for a half of 9. A share is "
                    + "compared as it is.",
                step: "Double(count) / Double(side * side) >= minimumTissue.")
        ) { tissue, side, stride, minimumTissue in
            let needed = Int(minimumTissue * Double(side * side))
            return patches(fitting(tissue, side, stride), side) {
                Int((share(tissue, $0) * Double(side * side)).rounded()) >= needed
            }
        },
        call.misconception(
            "you round the number of pixels that a patch needs to the nearest", check: "tissue",
            hints: Hints(
                question: "A quarter of 9 pixels are 2.25. Are 2 pixels enough?",
                concept: "The nearest whole number may be too few. A share is compared as it is.",
                step: "Double(count) / Double(side * side) >= minimumTissue.")
        ) { tissue, side, stride, minimumTissue in
            let needed = Int((minimumTissue * Double(side * side)).rounded())
            return patches(fitting(tissue, side, stride), side) {
                Int((share(tissue, $0) * Double(side * side)).rounded()) >= needed
            }
        },
        call.misconception(
            "x and y of the corners are swapped", check: "border",
            hints: Hints(
                question: "On a slide that is wider than high, which coordinate becomes larger?",
                concept: "x counts columns, up to the width; y counts rows, up to the height.",
                step: "PixelRectangle(x: x, y: y, ...), with x from the loop up to width - side.")
        ) { tissue, side, stride, minimumTissue in
            try TissueExtractionSolution.patchGrid(
                on: tissue, side: side, stride: stride, minimumTissue: minimumTissue
            ).map { PixelRectangle(x: $0.y, y: $0.x, width: side, height: side) }
        },
    ]

    static let patchGridAlternatives = [
        call.answer("column by column, from a summed-area table") {
            tissue, side, stride, minimumTissue in
            let (width, height) = (tissue.size.width, tissue.size.height)
            var sums = [[Int]](
                repeating: [Int](repeating: 0, count: width + 1), count: height + 1)
            for y in 0..<height {
                for x in 0..<width {
                    sums[y + 1][x + 1] =
                        (tissue[x: x, y: y] ? 1 : 0) + sums[y][x + 1] + sums[y + 1][x]
                        - sums[y][x]
                }
            }
            let corners = fitting(tissue, side, stride).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
            return patches(corners, side) { patch in
                let (right, bottom) = (patch.x + side, patch.y + side)
                let count =
                    sums[bottom][right] - sums[patch.y][right] - sums[bottom][patch.x]
                    + sums[patch.y][patch.x]
                return Double(count) >= minimumTissue * Double(side * side)
            }
        }
    ]
}

/// The corners at multiples of the stride, below an end that depends on the picture's length.
private func grid(
    _ tissue: Mask, _ stride: Int, end: (Int) -> Int
) -> [(x: Int, y: Int)] {
    Swift.stride(from: 0, to: end(tissue.size.height), by: stride).flatMap { y in
        Swift.stride(from: 0, to: end(tissue.size.width), by: stride).map { x in (x, y) }
    }
}

private func fitting(_ tissue: Mask, _ side: Int, _ stride: Int) -> [(x: Int, y: Int)] {
    grid(tissue, stride) { $0 - side + 1 }
}

private func patches(
    _ corners: [(x: Int, y: Int)], _ side: Int, where isKept: (PixelRectangle) -> Bool
) -> [PixelRectangle] {
    corners.map { PixelRectangle(x: $0.x, y: $0.y, width: side, height: side) }.filter(isKept)
}

/// The share of a patch that is tissue.
private func share(_ tissue: Mask, _ patch: PixelRectangle) -> Double {
    var count = 0
    for y in max(0, patch.y)..<min(tissue.size.height, patch.y + patch.height) {
        for x in max(0, patch.x)..<min(tissue.size.width, patch.x + patch.width)
        where tissue[x: x, y: y] {
            count += 1
        }
    }
    return Double(count) / Double(patch.area)
}
