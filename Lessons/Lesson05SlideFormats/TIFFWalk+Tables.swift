import CourseKit
import DeepTeaching

/// What the file says, as rows of tables.
extension TIFFWalk {
    /// The fields of the header: place, bytes, number.
    var headerRows: [[String]] {
        let fields = isBig ? [0..<2, 2..<4, 4..<6, 6..<8, 8..<16] : [0..<2, 2..<4, 4..<8]
        return fields.map { range in
            let bytes = header[range]
            let value = Self.number(bytes, isLittle: isLittle)
            return [
                "\(range.lowerBound)", hexadecimal(bytes),
                range.lowerBound == 0 ? String(decoding: bytes, as: UTF8.self) : grouped(value),
            ]
        }
    }

    /// The entries of a directory: place, tag, type, count, where the values stand, the first of them.
    func entryRows(of directory: Directory) throws -> [[String]] {
        try directory.entries.map { entry in
            [
                grouped(entry.place), "\(entry.tag) \(Self.tags[entry.tag] ?? "")",
                Self.types[entry.type] ?? "\(entry.type)", grouped(entry.count),
                grouped(entry.valuePlace), try words(entry),
            ]
        }
    }

    /// The chain: number, place, width, height, tiles, next.
    func chainRows() throws -> [[String]] {
        try directories.enumerated().map { index, directory in
            let size = try size(of: directory)
            return ["\(index)", grouped(directory.place), "\(size.width) x \(size.height)"]
                + [grouped(directory[324]?.count ?? 0), grouped(directory.next)]
        }
    }

    /// Width and height of the picture of a directory.
    func size(of directory: Directory) throws -> PixelSize {
        func first(_ tag: Int) throws -> Int { try directory[tag].map(numbers)?.first ?? 0 }
        return PixelSize(width: try first(256), height: try first(257))
    }

    /// The sum of the bytes of all tiles of a directory.
    func byteCount(of directory: Directory) throws -> Int {
        try directory[325].map(numbers)?.reduce(0, +) ?? 0
    }

    /// Up to three values, or the beginning of a text.
    private func words(_ entry: Entry) throws -> String {
        switch entry.type {
        case 2:
            let bytes = try bytes(at: entry.valuePlace, count: min(16, entry.count))
            let isCut = entry.count > 16
            return String(decoding: bytes.filter { $0 >= 32 }, as: UTF8.self)
                + (isCut ? " ..." : "")
        case 5: return NumberFormat.decimals(2).text(try fraction(entry))
        default:
            let values = try numbers(entry).prefix(2).map(grouped).joined(separator: ", ")
            return values + (entry.count > 2 ? ", ..." : "")
        }
    }

    private static let types = [
        1: "BYTE", 2: "ASCII", 3: "SHORT", 4: "LONG", 5: "RATIONAL", 7: "UNDEFINED", 16: "LONG8",
    ]

    private static let tags = [
        254: "NewSubfileType", 256: "ImageWidth", 257: "ImageLength", 258: "BitsPerSample",
        259: "Compression", 262: "Photometric", 270: "ImageDescription", 277: "SamplesPerPixel",
        282: "XResolution", 283: "YResolution", 284: "PlanarConfig", 296: "ResolutionUnit",
        305: "Software", 322: "TileWidth", 323: "TileLength", 324: "TileOffsets",
        325: "TileByteCounts", 530: "YCbCrSubSampling", 532: "ReferenceBlackWhite",
        347: "JPEGTables",
    ]
}

/// A whole number in groups of three digits.
func grouped(_ value: Int) -> String { NumberFormat.integer.text(Double(value)) }

/// Bytes as programmers write them, two signs each.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
        let text = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "0" + text : text
    }.joined(separator: " ")
}
