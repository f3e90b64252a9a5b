import Curriculum
import DeepTeaching
import GraderKit

private let call = SlideFormatsCalls.tilesCovering

extension SlideFormatsGraders {
    static let tilesCovering = ExerciseGrader(
        call,
        checks: [
            call.check(
                "inside",
                "regions inside the picture need the tiles that they touch, and no others",
                question: "Which is the last column of pixels that belongs to the region?",
                inputs: insideRegions, compare: Comparison.labels),
            call.check(
                "border", "what lies outside the picture needs no tile",
                question: "Which part of the region lies inside the picture?",
                inputs: borderRegions, compare: Comparison.labels),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("tile by tile: does it overlap?") { region, picture, tile in
                let spans = TileSpans(region, picture, tile)
                return (0..<spans.columns * spans.rows).filter { index in
                    let x = index % spans.columns * tile.width
                    let y = index / spans.columns * tile.height
                    let right = min(x + tile.width, picture.width, region.x + region.width)
                    let bottom = min(y + tile.height, picture.height, region.y + region.height)
                    return max(x, region.x) < right && max(y, region.y) < bottom
                }
            }
        ],
        hints: Hints(
            question:
                "A region with x 200 and width 100: in which columns of tiles of 256 does it lie?",
            concept:
                "Cut the region at the borders of the picture first. Its first column of pixels is "
                + "left, its last one right - 1. Divide both by the width of a tile.",
            step: "left / tile.width...(right - 1) / tile.width are the columns of tiles; the rows "
                + "likewise; index = row * columns + column."))

    /// Regions that end in a tile, or exactly where a tile ends; pictures whose last tiles hang over.
    private static func insideRegions(
        _ generator: inout SeededGenerator
    ) -> [(PixelRectangle, PixelSize, PixelSize)] {
        (0..<6).map { round in
            let tile = PixelSize(
                width: 12 + generator.index(below: 8), height: 21 + generator.index(below: 9))
            let picture = PixelSize(
                width: 6 * tile.width + 1
                    + (round < 2 ? 0 : generator.index(below: tile.width - 2)),
                height: 4 * tile.height + 1 + generator.index(below: tile.height - 2))
            let (x, y) = (
                tile.width + 3 + generator.index(below: tile.width - 4),
                tile.height + 3 + generator.index(below: tile.height - 4)
            )
            // The right and lower edge of every other region are those of a tile; the others need one
            // more pixel.
            let right = 4 * tile.width + round % 2
            let bottom = 3 * tile.height + round % 2
            return (
                PixelRectangle(x: x, y: y, width: right - x, height: bottom - y), picture, tile
            )
        }
    }

    private static func borderRegions(
        _ generator: inout SeededGenerator
    ) -> [(PixelRectangle, PixelSize, PixelSize)] {
        let side = 14 + generator.index(below: 5)
        let tile = PixelSize(width: side, height: side)
        // Whole tiles, so that only the border matters here.
        let picture = PixelSize(width: 5 * side, height: 5 * side)
        let (width, height) = (picture.width, picture.height)
        let inner = 1 + generator.index(below: 4 * side)
        func region(_ x: Int, _ y: Int, _ width: Int, _ height: Int)
            -> (PixelRectangle, PixelSize, PixelSize)
        {
            (PixelRectangle(x: x, y: y, width: width, height: height), picture, tile)
        }
        // The last tiles hang over: what lies on their padding lies beside the picture.
        let cut = PixelSize(width: width - 5, height: height - 6)
        let padding = [
            (PixelRectangle(x: cut.width, y: inner, width: 3, height: 2), cut, tile),
            (PixelRectangle(x: inner, y: cut.height + 1, width: 2, height: 4), cut, tile),
        ]
        return padding + [
            region(inner, inner, width, 1), region(inner, inner, 1, height),
            region(-3 * side, inner, 4 * side, 1), region(inner, -2 * side, 1, 3 * side),
            region(-side, -side, 9 * side, 9 * side),
            region(width, inner, 20, 20), region(inner, height + 3, 20, 20),
            region(-2 * side, inner, 2 * side, 9), region(inner, -side, 9, side),
            region(-5, inner, 6, 1), region(inner, -5, 1, 6),
            region(inner, inner, 0, 5), region(inner, inner, 5, 0),
        ]
    }

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "row and column of a tile are swapped", check: "inside",
            hints: Hints(
                question: "Which tile is number 1: the one to the right, or the one below?",
                concept:
                    "Tiles are numbered row by row, like words on a page: 1 lies to the right of 0.",
                step: "index = row * columns + column.")
        ) { region, picture, tile in
            let spans = TileSpans(region, picture, tile)
            return spans.indices { row, column in column * spans.rows + row }.sorted()
        },
        call.misconception(
            "the last tile of a row is not counted", check: "inside",
            hints: Hints(
                question: "How many tiles of 256 pixels does a picture of 1000 need?",
                concept: "3.9, so 4: the last one hangs over the border. With 3 a row all numbers "
                    + "behind the first row are wrong.",
                step: "columns = (picture.width + tile.width - 1) / tile.width.")
        ) { region, picture, tile in
            TileSpans(region, picture, tile).indices { row, column in
                row * (picture.width / tile.width) + column
            }
        },
        call.misconception(
            "a region that ends where a tile ends takes the next tile, too", check: "inside",
            hints: Hints(
                question:
                    "A region of the columns 0 to 255: does it need the tile that begins at 256?",
                concept: "x + width is the first column that does not belong to the region.",
                step: "The last column of tiles is (right - 1) / tile.width.")
        ) { region, picture, tile in
            let spans = TileSpans(region, picture, tile)
            if spans.isEmpty { return [] }
            return (spans.top / tile.height...spans.bottom / tile.height).flatMap { row in
                (spans.left / tile.width...spans.right / tile.width).map {
                    row * spans.columns + $0
                }
            }.filter { $0 < spans.columns * spans.rows }
        },
        call.misconception(
            "only the tiles under the four corners are read", check: "inside",
            hints: Hints(
                question: "A region is three tiles wide. Which tile has none of its corners?",
                concept: "All tiles between the first and the last count.",
                step: "Two ranges, one of rows and one of columns, and each pair of both.")
        ) { region, picture, tile in
            let spans = TileSpans(region, picture, tile)
            if spans.isEmpty { return [] }
            let rows = Set([spans.rowRange.lowerBound, spans.rowRange.upperBound])
            let columns = Set([spans.columnRange.lowerBound, spans.columnRange.upperBound])
            return rows.flatMap { row in columns.map { row * spans.columns + $0 } }.sorted()
        },
        call.misconception(
            "the number of tiles follows from the size of the region alone", check: "inside",
            hints: Hints(
                question:
                    "How many tiles does a region of 10 pixels need that lies across a border?",
                concept: "Two. Where a region begins matters as much as how large it is.",
                step: "Divide the first and the last pixel, not the width.")
        ) { region, picture, tile in
            let spans = TileSpans(region, picture, tile)
            if spans.isEmpty { return [] }
            let wide = (spans.right - spans.left + tile.width - 1) / tile.width
            let high = (spans.bottom - spans.top + tile.height - 1) / tile.height
            return (0..<high).flatMap { row in
                (0..<wide).map {
                    (spans.rowRange.lowerBound + row) * spans.columns + spans.columnRange.lowerBound
                        + $0
                }
            }
        },
        call.misconception(
            "tiles are taken for squares", check: "inside",
            hints: Hints(
                question: "Which side of a tile do you divide rows of pixels by?",
                concept: "A tile may be wider than high.",
                step: "Columns by tile.width, rows by tile.height.")
        ) { region, picture, tile in
            let square = PixelSize(width: tile.width, height: tile.width)
            return TileSpans(region, picture, square).indices { row, column in
                row * ((picture.width + tile.width - 1) / tile.width) + column
            }
        },
        call.misconception(
            "a region that hangs over the right border goes on in the next row", check: "border",
            hints: Hints(
                question: "Which tile has the number behind the last one of a row?",
                concept:
                    "The first one of the next row, far away on the other side of the picture.",
                step: "right = min(picture.width, region.x + region.width).")
        ) { region, picture, tile in
            let spans = TileSpans(region, picture, tile)
            if spans.isEmpty { return [] }
            let last = (region.x + region.width - 1) / tile.width
            return spans.rowRange.flatMap { row in
                (spans.columnRange.lowerBound...last).map { row * spans.columns + $0 }
            }
        },
        call.misconception(
            "a region that begins left of the picture gets tiles of the row above", check: "border",
            hints: Hints(
                question: "What is the number of the tile in row 2 and column -1?",
                concept: "There is none. The formula gives the last tile of row 1.",
                step: "left = max(0, region.x), and the same for the top.")
        ) { region, picture, tile in
            let spans = TileSpans(region, picture, tile)
            if spans.isEmpty { return [] }
            let first = Int((Double(region.x) / Double(tile.width)).rounded(.down))
            return spans.rowRange.flatMap { row in
                (first...spans.columnRange.upperBound).map { row * spans.columns + $0 }
            }.filter { $0 >= 0 }
        },
        call.misconception(
            "a region beside the picture gets the tiles at its border", check: "border",
            hints: Hints(
                question: "Which pixels of the picture belong to a region that lies beside it?",
                concept: "None, so it needs no tile, and nothing has to be decoded.",
                step: "if left >= right || top >= bottom { return [] }, after both were cut.")
        ) { region, picture, tile in
            func clamped(_ value: Int, _ count: Int) -> Int { max(0, min(count - 1, value)) }
            if region.width == 0 || region.height == 0 { return [] }
            let spans = TileSpans(region, picture, tile)
            let left = clamped(region.x, picture.width) / tile.width
            let right = clamped(region.x + region.width - 1, picture.width) / tile.width
            let top = clamped(region.y, picture.height) / tile.height
            let bottom = clamped(region.y + region.height - 1, picture.height) / tile.height
            return (top...bottom).flatMap { row in
                (left...right).map { row * spans.columns + $0 }
            }
        },
        call.misconception(
            "a region without a pixel gets a tile", check: "border",
            hints: Hints(
                question: "How many pixels has a region of 0 x 5?",
                concept: "None. Its first column lies behind its last one.",
                step: "if left >= right || top >= bottom { return [] }.")
        ) { region, picture, tile in
            let grown = PixelRectangle(
                x: region.x, y: region.y, width: max(1, region.width),
                height: max(1, region.height))
            return TileSpans(grown, picture, tile).indices()
        },
    ]
}

/// The rows and columns of tiles that a region needs.
private struct TileSpans {
    let left: Int
    let top: Int
    let right: Int
    let bottom: Int
    let columns: Int
    let rows: Int
    private let tile: PixelSize

    init(_ region: PixelRectangle, _ picture: PixelSize, _ tile: PixelSize) {
        left = max(0, region.x)
        top = max(0, region.y)
        right = min(picture.width, region.x + region.width)
        bottom = min(picture.height, region.y + region.height)
        columns = (picture.width + tile.width - 1) / tile.width
        rows = (picture.height + tile.height - 1) / tile.height
        self.tile = tile
    }

    var isEmpty: Bool { left >= right || top >= bottom }
    var rowRange: ClosedRange<Int> { top / tile.height...(bottom - 1) / tile.height }
    var columnRange: ClosedRange<Int> { left / tile.width...(right - 1) / tile.width }

    /// The indices by a formula; without one, row by row.
    func indices(_ index: ((_ row: Int, _ column: Int) -> Int)? = nil) -> [Int] {
        if isEmpty { return [] }
        return rowRange.flatMap { row in
            columnRange.map { index?(row, $0) ?? row * columns + $0 }
        }
    }
}
