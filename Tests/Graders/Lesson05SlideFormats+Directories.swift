import Curriculum
import DeepTeaching
import GraderKit

private let call = SlideFormatsCalls.parseDirectories

extension SlideFormatsGraders {
    static let parseDirectories = ExerciseGrader(
        call,
        checks: [
            call.check(
                "entries", "each entry is read by its type, from its field or from where it points",
                question:
                    "When does a field hold the value itself, and when the place of the values?",
                inputs: entryFiles, compare: difference),
            call.check(
                "byte order", "files that begin with II and files that begin with MM",
                question: "In a file that begins with MM, which byte of a number is the highest?",
                inputs: { generator in
                    [(false, true), (false, false), (true, false)].flatMap { isBig, isLittle in
                        [1, 3].map { columns in
                            var file = WrittenTIFF(
                                directories: [
                                    .drawn(
                                        columns: columns, rows: 2, offsets: 500..<900_000,
                                        &generator)
                                ], isBig: isBig, isLittle: isLittle)
                            // The lower half of a LONG is not its beginning.
                            file.writesLongs = columns == 3
                            return file.bytes
                        }
                    }
                }, compare: difference),
            call.check(
                "chain", "the directories come in the order of their chain, to its end",
                question: "What stands behind the last entry of a directory?",
                inputs: { generator in
                    [3, 5].map { count in
                        var levels = (0..<count).map { level in
                            ImageDirectory.drawn(
                                columns: count - level, rows: 2, offsets: 500..<900_000, &generator)
                        }
                        // It lacks what the first one says.
                        levels[1].xResolution = nil
                        levels[1].resolutionUnit = 2
                        levels[1].compression = 1
                        // Never in the order of the chain.
                        let order = Array(generator.shuffled(Array(1..<count)) + [0])
                        return WrittenTIFF(directories: levels, order: order).bytes
                    } + [linkLikeAnEntry(&generator)]
                }, compare: difference),
            call.check(
                "BigTIFF", "counts and places of 8 bytes, and offsets beyond 4 GB",
                question: "How many bytes does an entry of a BigTIFF have?",
                inputs: { generator in
                    [(1, 1), (2, 1), (3, 2), (4, 1)].map { columns, rows in
                        var file = WrittenTIFF(
                            directories: [
                                .drawn(
                                    columns: columns, rows: rows,
                                    offsets: 5_000_000_000..<900_000_000_000, &generator)
                            ], isBig: true)
                        file.writesLongs = columns == 2
                        return file.bytes
                    } + [twoBigLevels(&generator)]
                }, compare: difference),
        ],
        misconceptions: mistakes.map(\.misconception),
        alternatives: [
            call.answer("byte by byte, in a value of its own") { DirectoryParser($0).directories }
        ],
        hints: Hints(
            question: "What must you know before you can read the second number of the file?",
            concept:
                "Byte order first, then 42 or 43, which says how wide counts and places are. All "
                + "else follows: go to the first directory, read its entries, go to the next one, "
                + "until the place is 0.",
            step:
                "let width = isBig ? 8 : 4; an entry begins at place + (isBig ? 8 : 2) + (4 + 2 * "
                + "width) * index; its field stands at entry + 4 + width."))

    /// Classic files whose entries have all types and lengths, and lack some.
    private static func entryFiles(_ generator: inout SeededGenerator) -> [[UInt8]] {
        [(1, 1), (2, 1), (1, 3), (3, 2)].map { columns, rows in
            // Above 2^31 lie the tiles of files of more than 2 GB.
            var directory = ImageDirectory.drawn(
                columns: columns, rows: rows, offsets: 2_200_000_000..<4_200_000_000, &generator)
            if rows == 3 {
                directory.xResolution = nil
                directory.resolutionUnit = 2
                directory.compression = 1
            }
            var file = WrittenTIFF(directories: [directory])
            file.writesLongs = columns == 3
            // Then the file ends with its directory.
            file.valuesFirst = rows > 1
            file.filling = UInt8(1 + generator.index(below: 255))
            return file.bytes
        } + [WrittenTIFF(directories: [withoutTiles(&generator)]).bytes]
    }

    /// A file whose first link, read as an entry, would be a width: 00 01 is the tag 256, 03 00 a SHORT.
    private static func linkLikeAnEntry(_ generator: inout SeededGenerator) -> [UInt8] {
        let levels = (0..<2).map { _ in
            ImageDirectory.drawn(columns: 2, rows: 2, offsets: 500..<900_000, &generator)
        }
        return WrittenTIFF(directories: levels, secondPlace: 0x0003_0100).bytes
    }

    /// A BigTIFF whose links have their highest byte first: the first four bytes of each are 0.
    private static func twoBigLevels(_ generator: inout SeededGenerator) -> [UInt8] {
        let levels = (0..<2).map { _ in
            ImageDirectory.drawn(
                columns: 2, rows: 1, offsets: 5_000_000_000..<900_000_000_000, &generator)
        }
        return WrittenTIFF(directories: levels, isBig: true, isLittle: false).bytes
    }

    /// A picture that is not in tiles, whose size is not said either.
    private static func withoutTiles(_ generator: inout SeededGenerator) -> ImageDirectory {
        var directory = ImageDirectory.drawn(columns: 0, rows: 0, offsets: 0..<1, &generator)
        directory.width = 0
        directory.height = 0
        directory.tileWidth = 0
        directory.tileHeight = 0
        return directory
    }

    /// Says which part of which directory differs.
    @Sendable private static func difference(
        _ expected: [ImageDirectory], _ got: [ImageDirectory]
    ) -> Verdict {
        guard expected.count == got.count else {
            return .wrong("\(got.count) directories, expected \(expected.count)")
        }
        let parts: [(String, @Sendable (ImageDirectory) -> String)] = [
            ("width", { "\($0.width)" }), ("height", { "\($0.height)" }),
            ("tileWidth", { "\($0.tileWidth)" }), ("tileHeight", { "\($0.tileHeight)" }),
            ("tileOffsets", { "\($0.tileOffsets)" }),
            ("tileByteCounts", { "\($0.tileByteCounts)" }),
            ("compression", { "\($0.compression)" }),
            ("xResolution", { $0.xResolution.map { "\($0)" } ?? "nil" }),
            ("resolutionUnit", { "\($0.resolutionUnit)" }),
        ]
        for (index, pair) in zip(expected, got).enumerated() {
            for (name, text) in parts where text(pair.0) != text(pair.1) {
                return .wrong(
                    "directory \(index): \(name) is \(text(pair.1)), expected \(text(pair.0))")
            }
        }
        return .right
    }
}

/// A mistake of the parser with what it is called and what helps.
private struct NamedMistake {
    let mistake: DirectoryParser.Mistake
    let statement: String
    let check: String
    let hints: Hints

    init(
        _ mistake: DirectoryParser.Mistake, _ statement: String, check: String, _ question: String,
        _ concept: String, _ step: String
    ) {
        self.mistake = mistake
        self.statement = statement
        self.check = check
        hints = Hints(question: question, concept: concept, step: step)
    }

    var misconception: Misconception {
        let mistake = mistake
        return call.misconception(statement, check: check, hints: hints) {
            DirectoryParser($0, mistake: mistake).directories
        }
    }
}

private let mistakes = [
    NamedMistake(
        .alwaysLittle, "you read every number with its lowest byte first", check: "byte order",
        "What do the first two bytes of the file say?",
        "A file that begins with MM stores each number with its highest byte first: 2, 0 is 512.",
        "Look at bytes[0] once, and turn the bytes of each number around where it is 73."),
    NamedMistake(
        .firstOnly, "you read the first directory only", check: "chain",
        "How many levels has a pyramid?",
        "Each directory ends with the place of the next one. A level is a directory.",
        "A loop: read a directory, then the place behind its last entry, until that is 0."),
    NamedMistake(
        .lastLost, "you leave the last directory of the chain out", check: "chain",
        "Where do you ask whether the chain ends: before a directory is read, or after?",
        "The place 0 stands in the last directory. That directory counts, too.",
        "while place != 0 { read the directory; place = the place behind its entries }."),
    NamedMistake(
        .fileOrder, "you sort the directories by their place in the file", check: "chain",
        "Must the second directory lie behind the first one?",
        "A writer puts directories where it likes; the links alone give them their order.",
        "Append each directory when the chain reaches it."),
    NamedMistake(
        .narrowPlaces, "you read only 4 of the 8 bytes of a number", check: "BigTIFF",
        "What is the largest number that 4 bytes hold?",
        "4 bytes end at 4 GB. BigTIFF was made for larger files: its offsets have 8 bytes.",
        "Type 16 has 8 bytes a value; all 8 of them count."),
    NamedMistake(
        .fitsIntoFour, "you take the field of a BigTIFF for one of 4 bytes", check: "BigTIFF",
        "Two LONG values have 8 bytes. Do they fit into the field of a BigTIFF?",
        "The field is as wide as a place: 4 bytes in classic TIFF, 8 in BigTIFF.",
        "count * size <= width, where width is 8 in a BigTIFF."),
    NamedMistake(
        .classicEntries, "you read a BigTIFF with entries of 12 bytes", check: "BigTIFF",
        "What is the sum of 2, 2, 8 and 8?",
        "Number of values and field have 8 bytes each, so an entry has 20; the count of the entries "
            + "has 8 bytes, too.",
        "4 + 2 * width bytes an entry, with width 8."),
    NamedMistake(
        .fieldIsPlace, "you take a value that stands in the field for a place", check: "entries",
        "Where does a single SHORT stand?",
        "What fits into the field stands there itself; no bytes elsewhere are needed.",
        "let start = count * size <= width ? field : number(at: field, bytes: width)."),
    NamedMistake(
        .fieldIsValue, "you read all values from the field on, however many there are",
        check: "entries",
        "Six LONG values have 24 bytes. Do they fit into a field of 4?",
        "If they do not fit, the field holds the place in the file where they stand.",
        "let start = count * size <= width ? field : number(at: field, bytes: width)."),
    NamedMistake(
        .wholeField, "you read the whole field for a single value", check: "entries",
        "How many bytes of the field belong to one SHORT?",
        "The first two. What stands in the rest of the field means nothing, and in a file that begins "
            + "with MM these two are the upper half.",
        "Read as many bytes as the type has, from the first byte of the field on."),
    NamedMistake(
        .alwaysLong, "you read 4 bytes for each value, whatever its type", check: "entries",
        "How many bytes has a SHORT?",
        "The type of the entry says it: 3 has 2 bytes, 4 has 4, 16 has 8.",
        "A dictionary helps: let sizes = [3: 2, 4: 4, 5: 8, 16: 8]."),
    NamedMistake(
        .signed, "offsets above 2 GB become negative", check: "entries",
        "Can a place in a file be negative?",
        "LONG has no sign: 4 bytes reach to 4 294 967 295. Int32 ends at half of that.",
        "Put the bytes together in an Int: value << 8 | Int(byte)."),
    NamedMistake(
        .numerator, "you take the numerator of the resolution and forget the denominator",
        check: "entries",
        "How many numbers are a RATIONAL?",
        "Two: 5154639 and 1000 are 5154.639.",
        "Double(number(at: start, bytes: 4)) / Double(number(at: start + 4, bytes: 4))."),
    NamedMistake(
        .turnedFraction, "you divide the denominator by the numerator", check: "entries",
        "Which of the two numbers comes first?",
        "The numerator. 5154639 and 1000 are 5154.639, not 0.000194.",
        "Double(first) / Double(second)."),
    NamedMistake(
        .wholeQuotient, "you divide whole numbers, and lose what is behind the point",
        check: "entries",
        "What is 7 / 2 in Swift, between two Int?",
        "Between whole numbers the remainder is thrown away. A resolution has digits behind the point.",
        "Make a Double of both numbers before you divide."),
    NamedMistake(
        .swappedSides, "you swap width and height", check: "entries",
        "Which tag is the width?",
        "256 is the width: how many columns. 257, the length, is the number of rows.",
        "width: tag 256, height: tag 257."),
    NamedMistake(
        .absentIsZero, "an absent compression or unit becomes 0", check: "entries",
        "What does TIFF mean where an entry is absent?",
        "Its default: compression 1, which is none, and the unit 2, which is inch.",
        "values(259).first ?? 1 and values(296).first ?? 2."),
]
