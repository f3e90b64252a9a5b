import Curriculum

/// A reader of TIFF files that may make one mistake. Beyond the end of the file it reads 0, so that no
/// mistake traps.
struct DirectoryParser {
    /// What learners get wrong.
    enum Mistake {
        case alwaysLittle, firstOnly, lastLost, fileOrder, narrowPlaces, fitsIntoFour,
            classicEntries
        case fieldIsPlace, fieldIsValue, wholeField, alwaysLong, signed, numerator, turnedFraction
        case wholeQuotient, swappedSides, absentIsZero
    }

    private let bytes: [UInt8]
    private let mistake: Mistake?
    private let isLittle: Bool
    private let isBig: Bool
    private let width: Int
    private let countWidth: Int
    private let entryWidth: Int

    init(_ bytes: [UInt8], mistake: Mistake? = nil) {
        self.bytes = bytes
        self.mistake = mistake
        isLittle = bytes.first == 73 || mistake == .alwaysLittle
        isBig = bytes[2] == 43 || bytes[3] == 43
        let isWide = isBig && mistake != .classicEntries
        width = isWide ? 8 : 4
        countWidth = isWide ? 8 : 2
        entryWidth = isWide ? 20 : 12
    }

    var directories: [ImageDirectory] {
        var places: [Int] = []
        var next = number(at: isBig ? 8 : 4, width)
        while next > 0, next < bytes.count, places.count < 20 {
            places.append(next)
            if mistake == .firstOnly { break }
            next = number(at: next + countWidth + entryCount(at: next) * entryWidth, width)
        }
        if mistake == .lastLost { places = places.dropLast() }
        if mistake == .fileOrder { places.sort() }
        return places.map(directory)
    }

    private func entryCount(at place: Int) -> Int {
        min(max(0, number(at: place, countWidth)), 100)
    }

    private func directory(at place: Int) -> ImageDirectory {
        var found: [Int: [Int]] = [:]
        var resolution: Double?
        for index in 0..<entryCount(at: place) {
            let entry = place + countWidth + index * entryWidth
            let tag = number(at: entry, 2)
            if tag == 282 { resolution = fraction(at: start(of: entry, size: 8)) }
            found[tag] = values(of: entry)
        }
        func first(_ tag: Int, _ absent: Int) -> Int {
            found[tag]?.first ?? (mistake == .absentIsZero ? 0 : absent)
        }
        let sides = (first(256, 0), first(257, 0))
        let isSwapped = mistake == .swappedSides
        return ImageDirectory(
            width: isSwapped ? sides.1 : sides.0, height: isSwapped ? sides.0 : sides.1,
            tileWidth: first(322, 0), tileHeight: first(323, 0), tileOffsets: found[324] ?? [],
            tileByteCounts: found[325] ?? [], compression: first(259, 1),
            xResolution: resolution, resolutionUnit: first(296, 2))
    }

    private func values(of entry: Int) -> [Int] {
        let kinds = mistake == .alwaysLong ? [3: 4, 4: 4, 16: 4] : [3: 2, 4: 4, 16: 8]
        guard let size = kinds[number(at: entry + 2, 2)] else { return [] }
        let count = min(max(0, number(at: entry + 4, width)), 1000)
        let start = start(of: entry, size: size)
        if mistake == .wholeField, count == 1, start == entry + 4 + width {
            return [number(at: start, width)]
        }
        return (0..<count).map { number(at: start + size * $0, size) }
    }

    /// Where the first value of an entry stands.
    private func start(of entry: Int, size: Int) -> Int {
        let field = entry + 4 + width
        let room = mistake == .fitsIntoFour ? 4 : width
        let fits = size * number(at: entry + 4, width) <= room
        switch mistake {
        case .fieldIsPlace: return number(at: field, width)
        case .fieldIsValue: return field
        default: return fits ? field : number(at: field, width)
        }
    }

    private func fraction(at place: Int) -> Double {
        let (upper, lower) = (number(at: place, 4), number(at: place + 4, 4))
        switch mistake {
        case .numerator: return Double(upper)
        case .turnedFraction: return Double(lower) / Double(max(1, upper))
        case .wholeQuotient: return Double(upper / max(1, lower))
        default: return lower == 0 ? 0 : Double(upper) / Double(lower)
        }
    }

    private func number(at place: Int, _ count: Int) -> Int {
        let count = mistake == .narrowPlaces && count == 8 && isLittle ? 4 : count
        guard place >= 0, place + count <= bytes.count else { return 0 }
        let value = (0..<count).reduce(0) { value, index in
            value << 8 | Int(bytes[place + (isLittle ? count - 1 - index : index)])
        }
        return mistake == .signed && count == 4 ? Int(Int32(truncatingIfNeeded: value)) : value
    }
}
