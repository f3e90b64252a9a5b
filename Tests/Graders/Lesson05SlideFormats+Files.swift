import Curriculum
import DeepTeaching

/// A TIFF file that a check writes byte by byte: classic or BigTIFF, in either byte order.
struct WrittenTIFF {
    /// What the directories say, in the order of the chain.
    var directories: [ImageDirectory]

    /// Whether places are written in 8 bytes.
    var isBig = false

    /// Whether the lowest byte of a number comes first.
    var isLittle = true

    /// Whether even small numbers are written as LONG.
    var writesLongs = false

    /// In which order the directories lie in the file; without one, as in the chain.
    var order: [Int]?

    /// Whether values that do not fit stand before their directory, as in most slides, or behind it.
    var valuesFirst = false

    /// Where the second directory of the chain begins, if that is said; it lies behind the first.
    var secondPlace: Int?

    /// What stands in the bytes of a field that its value leaves free.
    var filling: UInt8 = 0

    private var width: Int { isBig ? 8 : 4 }
    private var countWidth: Int { isBig ? 8 : 2 }

    /// The bytes of the file.
    var bytes: [UInt8] {
        let mark: UInt8 = isLittle ? 73 : 77
        var bytes = [mark, mark] + number(isBig ? 43 : 42, 2)
        bytes += isBig ? number(8, 2) + number(0, 2) : []
        let header = bytes.count
        bytes += number(0, width)
        var places = [Int](repeating: 0, count: directories.count)
        var links = places
        for index in order ?? Array(directories.indices) {
            if index == 1, let secondPlace {
                bytes += [UInt8](repeating: 0, count: max(0, secondPlace - bytes.count))
            }
            let entries = entries(of: directories[index])
            let values = valuesFirst ? entries.flatMap(valuesOutside) : []
            let valuePlace = valuesFirst ? bytes.count : nil
            bytes += values
            places[index] = bytes.count
            bytes += page(entries, at: bytes.count, values: valuePlace, link: &links[index])
        }
        // Each link leads to the next of the chain; the last stays 0.
        for (link, place) in zip([header] + links, places) {
            bytes.replaceSubrange(link..<link + width, with: number(place, width))
        }
        return bytes
    }

    /// The bytes of an entry's values, if they do not fit into its field.
    private func valuesOutside(_ entry: Entry) -> [UInt8] {
        entry.bytes.count > width ? entry.bytes : []
    }

    /// A directory and, behind it unless they stand elsewhere, the values that do not fit into its fields.
    private func page(
        _ entries: [Entry], at place: Int, values other: Int?, link: inout Int
    ) -> [UInt8] {
        var page = number(entries.count, countWidth)
        link = place + countWidth + entries.count * (4 + 2 * width)
        var values: [UInt8] = []
        for entry in entries {
            page += number(entry.tag, 2) + number(entry.kind, 2) + number(entry.count, width)
            if entry.bytes.count <= width {
                page += entry.bytes
                page += [UInt8](repeating: filling, count: width - entry.bytes.count)
            } else {
                page += number((other ?? link + width) + values.count, width)
                values += entry.bytes
            }
        }
        return page + number(0, width) + (other == nil ? values : [])
    }

    private struct Entry {
        let tag: Int
        let kind: Int
        let count: Int
        let bytes: [UInt8]
    }

    /// The entries in the order of their tags; what has the value of an absent tag is left out.
    private func entries(of directory: ImageDirectory) -> [Entry] {
        var entries = [
            text(270, "a slide"), numbers(258, [8, 8, 8], fewest: 2), numbers(277, [3], fewest: 2),
        ]
        let sides = [
            256: directory.width, 257: directory.height, 322: directory.tileWidth,
            323: directory.tileHeight,
        ]
        entries += sides.filter { $0.value > 0 }.map { numbers($0.key, [$0.value]) }
        if !directory.tileOffsets.isEmpty {
            entries += [
                numbers(324, directory.tileOffsets, fewest: isBig ? 8 : 4),
                numbers(325, directory.tileByteCounts),
            ]
        }
        if directory.compression != 1 {
            entries.append(numbers(259, [directory.compression], fewest: 2))
        }
        if directory.resolutionUnit != 2 {
            entries.append(numbers(296, [directory.resolutionUnit], fewest: 2))
        }
        if let resolution = directory.xResolution {
            // Along y there are more pixels.
            entries += [fraction(282, resolution), fraction(283, resolution + 100)]
        }
        return entries.sorted { $0.tag < $1.tag }
    }

    /// Numbers as SHORT, LONG or LONG8: of as few bytes as hold all of them, or of more.
    private func numbers(_ tag: Int, _ values: [Int], fewest: Int? = nil) -> Entry {
        let needed = (values.max() ?? 0) < 65_536 ? 2 : 4
        let size = fewest ?? max(writesLongs ? 4 : 2, needed)
        return Entry(
            tag: tag, kind: [2: 3, 4: 4, 8: 16][size] ?? 4, count: values.count,
            bytes: values.flatMap { number($0, size) })
    }

    /// A number as RATIONAL.
    private func fraction(_ tag: Int, _ value: Double) -> Entry {
        Entry(
            tag: tag, kind: 5, count: 1,
            bytes: number(Int((value * 1000).rounded()), 4) + number(1000, 4))
    }

    private func text(_ tag: Int, _ value: String) -> Entry {
        let bytes = Array(value.utf8) + [0]
        return Entry(tag: tag, kind: 2, count: bytes.count, bytes: bytes)
    }

    /// A number in so many bytes.
    private func number(_ value: Int, _ count: Int) -> [UInt8] {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        return isLittle ? bytes : bytes.reversed()
    }
}

extension ImageDirectory {
    /// A directory of a level of so many tiles, all else drawn.
    static func drawn(
        columns: Int, rows: Int, offsets: Range<Int>, _ generator: inout SeededGenerator
    ) -> ImageDirectory {
        let (tileWidth, tileHeight) = (
            16 * (4 + generator.index(below: 28)), 16 * (4 + generator.index(below: 28))
        )
        func drawn(_ range: Range<Int>) -> [Int] {
            (0..<columns * rows).map { _ in
                range.lowerBound + generator.index(below: range.count)
            }
        }
        return ImageDirectory(
            width: columns * tileWidth - generator.index(below: tileWidth),
            height: rows * tileHeight - generator.index(below: tileHeight),
            tileWidth: tileWidth, tileHeight: tileHeight, tileOffsets: drawn(offsets),
            tileByteCounts: drawn(300..<60_000), compression: 7,
            xResolution: Double(2_000_000 + generator.index(below: 40_000_000)) / 1000,
            resolutionUnit: 3)
    }
}
