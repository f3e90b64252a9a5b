import Foundation

/// A TIFF file as its bytes say it, directory by directory. It reads no more of the file than it needs, so
/// it walks through a file of any size.
struct TIFFWalk {
    /// The file's first bytes, up to the place of the first directory.
    let header: [UInt8]

    /// Whether places have 8 bytes.
    let isBig: Bool

    /// Whether the lowest byte of a number comes first.
    let isLittle: Bool

    /// The directories in the order of their chain.
    private(set) var directories: [Directory] = []

    private let file: FileBytes

    /// One directory.
    struct Directory {
        let place: Int
        let entries: [Entry]

        /// The place of the next one, 0 at the end.
        let next: Int

        /// The entry with a tag.
        subscript(tag: Int) -> Entry? { entries.first { $0.tag == tag } }
    }

    /// One entry of a directory.
    struct Entry {
        /// Where the entry stands, and where its values do.
        let place: Int
        let valuePlace: Int

        let tag: Int
        let type: Int
        let count: Int

        /// The bytes of one value.
        let size: Int

        /// Whether the values stand in the entry itself.
        let isInside: Bool
    }

    /// No pyramid has more directories, no directory more entries.
    private static let limit = 1000

    /// How many bytes a value of each type has.
    private static let sizes = [
        1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8,
        17: 8,
        18: 8,
    ]

    /// Walks along the chain.
    ///
    /// - Throws: `TIFFWalkError` if the file is no TIFF, is cut off, or its chain never ends.
    init(_ url: URL) throws {
        file = try FileBytes(url)
        let start = try file.read(at: 0, count: 4)
        guard start[0] == start[1], start[0] == 73 || start[0] == 77 else {
            throw TIFFWalkError.noTIFF(path: url.path)
        }
        isLittle = start[0] == 73
        let version = Self.number(start[2...], isLittle: isLittle)
        guard version == 42 || version == 43 else { throw TIFFWalkError.noTIFF(path: url.path) }
        isBig = version == 43
        header = try file.read(at: 0, count: isBig ? 16 : 8)
        var place = try number(at: isBig ? 8 : 4, count: width)
        while place != 0 {
            guard directories.count < Self.limit else {
                throw TIFFWalkError.endless(path: url.path)
            }
            directories.append(try directory(at: place))
            place = directories[directories.count - 1].next
        }
    }

    /// How many bytes a count or a place has.
    var width: Int { isBig ? 8 : 4 }

    /// How many bytes an entry has.
    var entrySize: Int { 4 + 2 * width }

    /// How many bytes the file has.
    var size: Int { file.size }

    /// The whole numbers of an entry.
    func numbers(_ entry: Entry) throws -> [Int] {
        let bytes = try file.read(at: entry.valuePlace, count: entry.count * entry.size)
        return stride(from: 0, to: bytes.count, by: entry.size).map {
            Self.number(bytes[$0..<$0 + entry.size], isLittle: isLittle)
        }
    }

    /// The number of a RATIONAL: its first four bytes by the last four.
    func fraction(_ entry: Entry) throws -> Double {
        let upper = try number(at: entry.valuePlace, count: 4)
        return Double(upper) / Double(try number(at: entry.valuePlace + 4, count: 4))
    }

    /// Some bytes.
    func bytes(at place: Int, count: Int) throws -> [UInt8] {
        try file.read(at: place, count: count)
    }

    /// The number in some bytes.
    func number(at place: Int, count: Int) throws -> Int {
        Self.number(try file.read(at: place, count: count)[...], isLittle: isLittle)
    }

    /// What up to eight bytes are as a number in either order.
    static func unsigned(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> UInt64 {
        let ordered = isLittle ? Array(bytes.reversed()) : Array(bytes)
        return ordered.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The same, cut off at the largest `Int`: no file reaches that far.
    static func number(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> Int {
        Int(clamping: unsigned(bytes, isLittle: isLittle))
    }

    private func directory(at place: Int) throws -> Directory {
        let countSize = isBig ? 8 : 2
        let count = try number(at: place, count: countSize)
        guard count <= Self.limit else { throw TIFFWalkError.endless(path: file.path) }
        let entries = try (0..<count).map { try entry(at: place + countSize + entrySize * $0) }
        let next = try number(at: place + countSize + entrySize * count, count: width)
        return Directory(place: place, entries: entries, next: next)
    }

    private func entry(at place: Int) throws -> Entry {
        let type = try number(at: place + 2, count: 2)
        let count = try number(at: place + 4, count: width)
        let size = Self.sizes[type] ?? 1
        let (length, isTooLong) = count.multipliedReportingOverflow(by: size)
        guard !isTooLong, length <= file.size else { throw TIFFWalkError.cutOff(path: file.path) }
        let field = place + 4 + width
        return Entry(
            place: place, valuePlace: length <= width ? field : try number(at: field, count: width),
            tag: try number(at: place, count: 2), type: type, count: count, size: size,
            isInside: length <= width)
    }
}

/// The bytes of a file, some at a time.
private struct FileBytes {
    let path: String
    let size: Int
    private let handle: FileHandle

    init(_ url: URL) throws {
        path = url.path
        guard let handle = try? FileHandle(forReadingFrom: url), let end = try? handle.seekToEnd()
        else { throw TIFFWalkError.unreadable(path: url.path) }
        self.handle = handle
        size = Int(clamping: end)
    }

    func read(at place: Int, count: Int) throws -> [UInt8] {
        guard place >= 0, count >= 0, place <= size - count else {
            throw TIFFWalkError.cutOff(path: path)
        }
        do {
            try handle.seek(toOffset: UInt64(place))
            let bytes = try handle.read(upToCount: count) ?? Data()
            guard bytes.count == count else { throw TIFFWalkError.cutOff(path: path) }
            return Array(bytes)
        } catch let error as TIFFWalkError {
            throw error
        } catch {
            throw TIFFWalkError.unreadable(path: path)
        }
    }
}

/// Why the bytes of a file cannot be followed.
enum TIFFWalkError: Error, Equatable, CustomStringConvertible {
    case unreadable(path: String)
    case noTIFF(path: String)
    case cutOff(path: String)
    case endless(path: String)

    var description: String {
        switch self {
        case .unreadable(let path): "\(path) cannot be read: is it there, and may you read it?"
        case .noTIFF(let path): "\(path) is no TIFF file: this lesson walks through those"
        case .cutOff(let path): "\(path) points beyond its own end: fetch it again"
        case .endless(let path): "\(path) chains directories without end: it is damaged"
        }
    }
}
