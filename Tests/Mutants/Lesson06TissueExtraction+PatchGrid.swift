import Curriculum
import DeepTeaching
import Solutions

extension TissueExtractionMutants {
    /// Patches hang over the border; what lies beyond counts as glass.
    public enum HangsOverTheBorder: TissueExtractionMutant {
        /// The answer.
        public static func patchGrid(
            on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
        ) throws -> [PixelRectangle] {
            let corners = grid(tissue, stride) { length in length }
            return patches(corners, side) { share(tissue, $0) >= minimumTissue }
        }
    }

    /// A patch beyond the border is pulled back, so that it overlaps its neighbour.
    public enum PulledBack: TissueExtractionMutant {
        /// The answer.
        public static func patchGrid(
            on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
        ) throws -> [PixelRectangle] {
            let corners = grid(tissue, stride) { $0 }.map { corner in
                (
                    x: min(corner.x, tissue.size.width - side),
                    y: min(corner.y, tissue.size.height - side)
                )
            }
            var seen: Set<PixelRectangle> = []
            return patches(corners, side) { share(tissue, $0) >= minimumTissue }
                .filter { seen.insert($0).inserted }
        }
    }

    /// The last column and row that fit are lost (`<` for `<=`).
    public enum LastColumnLost: TissueExtractionMutant {
        /// The answer.
        public static func patchGrid(
            on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
        ) throws -> [PixelRectangle] {
            let corners = grid(tissue, stride) { $0 - side }
            return patches(corners, side) { share(tissue, $0) >= minimumTissue }
        }
    }

    /// Patches lie edge to edge, whatever the stride.
    public enum StrideIgnored: TissueExtractionMutant {
        /// The answer.
        public static func patchGrid(
            on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
        ) throws -> [PixelRectangle] {
            try TissueExtractionSolution.patchGrid(
                on: tissue, side: side, stride: side, minimumTissue: minimumTissue)
        }
    }

    /// The stride is a gap between patches.
    public enum StrideIsAGap: TissueExtractionMutant {
        /// The answer.
        public static func patchGrid(
            on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
        ) throws -> [PixelRectangle] {
            try TissueExtractionSolution.patchGrid(
                on: tissue, side: side, stride: side + stride, minimumTissue: minimumTissue)
        }
    }

    /// Only the pixel in the middle is looked at.
    public enum MiddlePixelOnly: TissueExtractionMutant {
        /// The answer.
        public static func patchGrid(
            on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
        ) throws -> [PixelRectangle] {
            patches(fitting(tissue, side, stride), side) {
                tissue[x: $0.x + side / 2, y: $0.y + side / 2]
            }
        }
    }

    /// Only the four corner pixels are looked at.
    public enum CornerPixelsOnly: TissueExtractionMutant {
        /// The answer.
        public static func patchGrid(
            on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
        ) throws -> [PixelRectangle] {
            patches(fitting(tissue, side, stride), side) { patch in
                let (right, bottom) = (patch.x + side - 1, patch.y + side - 1)
                let count = [
                    (patch.x, patch.y), (right, patch.y), (patch.x, bottom), (right, bottom),
                ]
                .count { tissue[x: $0.0, y: $0.1] }
                return Double(count) / 4 >= minimumTissue
            }
        }
    }

    /// Any pixel of tissue is enough.
    public enum AnyTissueIsEnough: TissueExtractionMutant {
        /// The answer.
        public static func patchGrid(
            on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
        ) throws -> [PixelRectangle] {
            patches(fitting(tissue, side, stride), side) { share(tissue, $0) > 0 }
        }
    }

    /// Exactly the least share is too little (`>` for `>=`).
    public enum MoreThanTheLeast: TissueExtractionMutant {
        /// The answer.
        public static func patchGrid(
            on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
        ) throws -> [PixelRectangle] {
            patches(fitting(tissue, side, stride), side) { share(tissue, $0) > minimumTissue }
        }
    }

    /// Whole numbers are divided: the share is 0 unless the patch is full.
    public enum WholeNumbersDivided: TissueExtractionMutant {
        /// The answer.
        public static func patchGrid(
            on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
        ) throws -> [PixelRectangle] {
            patches(fitting(tissue, side, stride), side) {
                share(tissue, $0).rounded(.down) >= minimumTissue
            }
        }
    }

    /// The share of the picture for the share of the patch.
    public enum ShareOfThePicture: TissueExtractionMutant {
        /// The answer.
        public static func patchGrid(
            on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
        ) throws -> [PixelRectangle] {
            patches(fitting(tissue, side, stride), side) {
                share(tissue, $0) * Double(side * side) / Double(tissue.size.area)
                    >= minimumTissue
            }
        }
    }

    /// x and y of the corners swapped.
    public enum CornersSwapped: TissueExtractionMutant {
        /// The answer.
        public static func patchGrid(
            on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
        ) throws -> [PixelRectangle] {
            try TissueExtractionSolution.patchGrid(
                on: tissue, side: side, stride: stride, minimumTissue: minimumTissue
            ).map { PixelRectangle(x: $0.y, y: $0.x, width: side, height: side) }
        }
    }
}

extension TissueExtractionAlternatives {
    /// Column by column, from a summed-area table.
    public enum SummedAreas: TissueExtractionMutant {
        /// The answer.
        public static func patchGrid(
            on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
        ) throws -> [PixelRectangle] {
            let (width, height) = (tissue.size.width, tissue.size.height)
            var sums = [[Int]](repeating: [Int](repeating: 0, count: width + 1), count: height + 1)
            for y in 0..<height {
                for x in 0..<width {
                    sums[y + 1][x + 1] =
                        (tissue[x: x, y: y] ? 1 : 0) + sums[y][x + 1] + sums[y + 1][x] - sums[y][x]
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
    }
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
    for y in patch.y..<min(tissue.size.height, patch.y + patch.height) {
        for x in patch.x..<min(tissue.size.width, patch.x + patch.width)
        where tissue[x: x, y: y] {
            count += 1
        }
    }
    return Double(count) / Double(patch.area)
}
