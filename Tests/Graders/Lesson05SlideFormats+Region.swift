import Curriculum
import DeepTeaching
import GraderKit

private let call = SlideFormatsCalls.readRegion

extension SlideFormatsGraders {
    static let readRegion = ExerciseGrader(
        call,
        checks: [
            call.check(
                "origin", "the origin lies in level 0, the size in the level",
                question: "Where on level 2 lies the place that is (400, 200) on level 0?",
                inputs: { generator in
                    [1, 2.0005, 2.6, 4, 4.0161, 8].map { downsample in
                        // A single tile, so that only the place matters here.
                        let level = level(
                            PixelSize(width: 30, height: 27), in: PixelSize(width: 32, height: 28),
                            downsample: downsample, &generator)
                        let (x, y) = (2 + generator.index(below: 9), 5 + generator.index(below: 7))
                        // Three quarters of a pixel further than a column begins.
                        return (
                            BaselinePoint(
                                x: ((Double(x) + 0.75) * downsample).rounded(.down),
                                y: (Double(y) * downsample).rounded()),
                            PixelSize(width: 7, height: 5), level
                        )
                    } + betweenColumns(&generator)
                }, compare: Comparison.exact),
            call.check(
                "tiles", "a region across several tiles shows each at its place",
                question: "Which tile holds a pixel, and where in it does the pixel lie?",
                inputs: { generator in
                    [33, 35, 38].map { width in
                        let level = level(
                            PixelSize(width: width, height: 22), in: PixelSize(width: 8, height: 6),
                            downsample: 1, &generator)
                        return (
                            BaselinePoint(
                                x: Double(3 + generator.index(below: 4)),
                                y: Double(2 + generator.index(below: 3))),
                            PixelSize(width: 17, height: 12), level
                        )
                    }
                }, compare: Comparison.exact),
            call.check(
                "background", "what lies outside, and what the scanner left out, is white",
                question: "Which colour has the glass?",
                inputs: backgroundRegions, compare: Comparison.exact),
        ],
        misconceptions: originMistakes + tileMistakes + backgroundMistakes,
        alternatives: [
            call.answer("tile by tile, each pasted at its place") { origin, size, level in
                var image = Image(size: size, color: .white)
                let first = RegionReader.first(origin, level)
                for (index, tile) in level.tiles.enumerated() {
                    guard let tile else { continue }
                    let columns = RegionReader.columns(of: level)
                    let x = index % columns * level.tileSize.width
                    let y = index / columns * level.tileSize.height
                    let shown = PixelRectangle(
                        x: 0, y: 0, width: min(level.tileSize.width, level.size.width - x),
                        height: min(level.tileSize.height, level.size.height - y))
                    image.paste(tile.cropped(to: shown), x: x - first.x, y: y - first.y)
                }
                return image
            }
        ],
        hints: Hints(
            question: "Pixel (0, 0) of the result: which pixel of the level is it?",
            concept:
                "Divide the origin by the downsample and round: that is pixel (0, 0). The others "
                + "follow by adding their x and y; the downsample is needed only once.",
            step:
                "let x = left + u, y = top + v; the tile is level.tiles[y / tileHeight * columns + x / "
                + "tileWidth], the pixel in it [x: x % tileWidth, y: y % tileHeight]."))

    /// A level of noise, all its tiles there.
    private static func level(
        _ size: PixelSize, in tile: PixelSize, downsample: Double,
        _ generator: inout SeededGenerator
    ) -> DecodedLevel {
        let columns = (size.width + tile.width - 1) / tile.width
        let rows = (size.height + tile.height - 1) / tile.height
        return DecodedLevel(
            size: size, downsample: downsample, tileSize: tile,
            tiles: (0..<columns * rows).map { _ in
                // Neither black nor white.
                let bytes = (0..<3 * tile.area).map { _ in UInt8(40 + generator.index(below: 150)) }
                return Image(size: tile, pixels: bytes)
            })
    }

    /// Origins halfway between two columns or rows, on both sides of 0, and origins with a fraction.
    private static func betweenColumns(
        _ generator: inout SeededGenerator
    ) -> [(BaselinePoint, PixelSize, DecodedLevel)] {
        let side = PixelSize(width: 16, height: 15)
        let size = PixelSize(width: 7, height: 6)
        let (fine, coarse) = (
            level(side, in: side, downsample: 1, &generator),
            level(side, in: side, downsample: 4, &generator)
        )
        return [
            (BaselinePoint(x: 10, y: -10), size, coarse),
            (BaselinePoint(x: -6, y: 14), size, coarse),
            (BaselinePoint(x: 5.75, y: 4.625), size, fine),
        ]
    }

    private static func backgroundRegions(
        _ generator: inout SeededGenerator
    ) -> [(BaselinePoint, PixelSize, DecodedLevel)] {
        var sparse = level(
            PixelSize(width: 16, height: 12), in: PixelSize(width: 8, height: 6), downsample: 1,
            &generator)
        sparse.tiles[generator.index(below: 4)] = nil
        // The tile is larger than the level: what hangs over is padding.
        let padded = level(
            PixelSize(width: 11, height: 9), in: PixelSize(width: 16, height: 16), downsample: 1,
            &generator)
        let size = PixelSize(width: 14, height: 12)
        return [
            (BaselinePoint(x: 0, y: 0), sparse.size, sparse),
            (BaselinePoint(x: 5, y: -4), size, padded), (BaselinePoint(x: -6, y: 3), size, padded),
            (BaselinePoint(x: 30, y: 0), size, padded), (BaselinePoint(x: 0, y: -40), size, padded),
        ]
    }

    private static let originMistakes: [Misconception] = [
        call.misconception(
            "the origin is read in pixels of the level", check: "origin",
            hints: Hints(
                question: "What is the downsample for, in your function?",
                concept:
                    "A place has one name on all levels: its level-0 pixels. On a level they must "
                    + "be divided by its downsample. Otherwise you read another piece of tissue, and "
                    + "nothing looks wrong.",
                step: "Int((origin.x / level.downsample + 0.5).rounded(.down)).")
        ) { origin, size, level in
            RegionReader(level).image(Int(origin.x), Int(origin.y), size)
        },
        call.misconception(
            "the origin is multiplied by the downsample", check: "origin",
            hints: Hints(
                question: "Has a coarser level more pixels, or fewer?",
                concept: "Fewer: one pixel of the level covers `downsample` pixels of level 0.",
                step: "Divide by level.downsample.")
        ) { origin, size, level in
            RegionReader(level).image(
                Int(origin.x * level.downsample), Int(origin.y * level.downsample), size)
        },
        call.misconception(
            "the size is taken in level-0 pixels, too", check: "origin",
            hints: Hints(
                question: "How large is the picture that you return?",
                concept: "The caller says how many pixels it wants to get: those of the level.",
                step: "Image(size: size, color: .white), with the size as it was given.")
        ) { origin, size, level in
            let first = RegionReader.first(origin, level)
            func smaller(_ length: Int) -> Int { max(1, Int(Double(length) / level.downsample)) }
            return RegionReader(level).image(
                first.x, first.y,
                PixelSize(width: smaller(size.width), height: smaller(size.height)))
        },
        call.misconception(
            "the origin is cut down to a whole pixel, not rounded", check: "origin",
            hints: Hints(
                question: "Which column edge lies nearest to 3.75?",
                concept:
                    "That of column 4. Who cuts takes column 3, and maps of several levels shift "
                    + "against each other by half a pixel on average.",
                step: "(value + 0.5).rounded(.down).")
        ) { origin, size, level in
            RegionReader(level).image(
                Int((origin.x / level.downsample).rounded(.down)),
                Int((origin.y / level.downsample).rounded(.down)), size)
        },
        call.misconception(
            "x and y of the origin are swapped", check: "origin",
            hints: Hints(
                question: "Which coordinate chooses the column?",
                concept:
                    "x runs to the right and chooses the column, y runs down and chooses the row.",
                step: "left from origin.x, top from origin.y.")
        ) { origin, size, level in
            let turned = RegionReader.first(BaselinePoint(x: origin.y, y: origin.x), level)
            return RegionReader(level).image(turned.x, turned.y, size)
        },
    ]

    private static let tileMistakes: [Misconception] = [
        call.misconception(
            "row and column of a tile are swapped", check: "tiles",
            hints: Hints(
                question: "Which tile is number 1: the one to the right, or the one below?",
                concept: "Tiles are stored row by row.",
                step: "level.tiles[row * columns + column].")
        ) { origin, size, level in
            var reader = RegionReader(level)
            reader.index = { row, column, columns, rows in column * rows + row }
            return reader.image(origin, size)
        },
        call.misconception(
            "the last tile of a row is not counted", check: "tiles",
            hints: Hints(
                question: "How many tiles of 8 pixels does a row of 33 need?",
                concept: "5: the last one hangs over the border.",
                step: "(level.size.width + tileWidth - 1) / tileWidth.")
        ) { origin, size, level in
            var reader = RegionReader(level)
            let whole = level.size.width / level.tileSize.width
            reader.index = { row, column, _, _ in row * max(1, whole) + column }
            return reader.image(origin, size)
        },
        call.misconception(
            "only the tile under the origin is read", check: "tiles",
            hints: Hints(
                question: "What does your function show where the region leaves the first tile?",
                concept: "A region may need many tiles; most need four.",
                step: "Choose the tile anew for every pixel.")
        ) { origin, size, level in
            var reader = RegionReader(level)
            let first = RegionReader.first(origin, level)
            let (width, height) = (level.tileSize.width, level.tileSize.height)
            reader.isShown = { x, y in
                x / width == first.x / width && y / height == first.y / height
            }
            return reader.image(origin, size)
        },
        call.misconception(
            "every tile is shown from its top left corner on", check: "tiles",
            hints: Hints(
                question:
                    "The region begins in the middle of a tile. Which of its pixels comes first?",
                concept:
                    "The place in the tile is what remains when the tile's own place is taken off.",
                step: "tile[x: x % tileWidth, y: y % tileHeight], with x and y of the level.")
        ) { origin, size, level in
            let reader = RegionReader(level)
            let first = RegionReader.first(origin, level)
            let (width, height) = (level.tileSize.width, level.tileSize.height)
            return reader.image(
                first.x / width * width, first.y / height * height, size)
        },
    ]

    private static let backgroundMistakes: [Misconception] = [
        call.misconception(
            "a tile that is not stored turns black", check: "background",
            hints: Hints(
                question: "Why did the scanner not store this tile?",
                concept:
                    "There was nothing but glass, which is white. Black would pass for something "
                    + "dark, such as tissue.",
                step: "Begin with Image(size: size, color: .white).")
        ) { origin, size, level in
            var reader = RegionReader(level)
            reader.missing = .black
            return reader.image(origin, size)
        },
        call.misconception(
            "what lies outside the level turns black", check: "background",
            hints: Hints(
                question: "Which colour lies around the slide?",
                concept: "White, as the glass: the border of a slide must not look like an edge.",
                step: "Begin with Image(size: size, color: .white).")
        ) { origin, size, level in
            var reader = RegionReader(level)
            reader.outside = .black
            return reader.image(origin, size)
        },
        call.misconception(
            "the padding of the last tiles is shown", check: "background",
            hints: Hints(
                question: "A level of 11 columns in a tile of 16: what are the columns 11 to 15?",
                concept: "Whatever the encoder put there. They are no part of the picture.",
                step: "Compare x with level.size.width and y with level.size.height.")
        ) { origin, size, level in
            var padded = level
            padded.size.width =
                RegionReader.columns(of: level) * level.tileSize.width
            padded.size.height =
                RegionReader.rows(of: level) * level.tileSize.height
            return RegionReader(padded).image(origin, size)
        },
        call.misconception(
            "the pixels at the border are repeated outside", check: "background",
            hints: Hints(
                question: "Was there any tissue outside of the slide?",
                concept: "Nobody knows; repeated pixels are invented tissue.",
                step: "Leave the pixel white if x or y lies outside.")
        ) { origin, size, level in
            var reader = RegionReader(level)
            reader.clamps = true
            return reader.image(origin, size)
        },
    ]
}
