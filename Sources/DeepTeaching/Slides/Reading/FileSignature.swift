import Foundation

/// How a file begins, by which kinds of files are told apart.
struct FileSignature {
    private let start: [UInt8]

    // A MIRAX slide begins as a JPEG picture, its preview; all else lies in a folder beside it.
    private let isMirax: Bool

    /// The length of the file in bytes.
    let size: UInt64

    /// Nil if the file cannot be read.
    init?(path: String) {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        // At the end of an empty file there is nothing to read, which is no error.
        guard let start = try? file.read(upToCount: 512) ?? Data(),
            let size = try? file.seekToEnd()
        else { return nil }
        self.start = [UInt8](start)
        self.size = size
        isMirax = path.lowercased().hasSuffix(".mrxs")
    }

    /// What the file is, if it is none of the formats of slides.
    var otherKind: String? {
        if begins(with: [0xff, 0xd8, 0xff]) {
            return isMirax
                ? "the preview of a MIRAX slide without the folder of data beside it"
                : "a JPEG picture"
        }
        if isPNG { return "a PNG picture" }
        if begins(with: Array("GIF8".utf8)) { return "a GIF picture" }
        if begins(with: Array("BM".utf8)) { return "a BMP picture" }
        if begins(with: [0, 0, 0, 12] + Array("jP  ".utf8)) { return "a JPEG 2000 picture" }
        if begins(with: Array("%PDF".utf8)) { return "a PDF document" }
        if begins(with: Array("PK".utf8)) { return "a ZIP archive" }
        if begins(with: [0x1f, 0x8b]) { return "a gzip archive" }
        if begins(with: [0x89] + Array("HDF".utf8)) { return "an HDF5 file" }
        if begins(with: Array("ZISRAWFILE".utf8)) { return "a Zeiss CZI file" }
        if begins(with: Array("DICM".utf8), at: 128) { return "a DICOM file" }
        return textKind
    }

    /// Whether the file is a PNG picture.
    var isPNG: Bool { begins(with: [0x89] + Array("PNG".utf8)) }

    /// Whether the file is a TIFF whose numbers begin with their highest byte.
    var isBigEndianTIFF: Bool { directoryOffset != nil && start[0] == UInt8(ascii: "M") }

    /// Where the first directory of a TIFF shall lie; nil if the file is no TIFF.
    var directoryOffset: UInt64? {
        guard start.count >= 8, start[0] == start[1] else { return nil }
        let isLittle = start[0] == UInt8(ascii: "I")
        guard isLittle || start[0] == UInt8(ascii: "M") else { return nil }
        func number(at place: Int, bytes count: Int) -> UInt64? {
            guard place + count <= start.count else { return nil }
            let bytes = start[place..<place + count]
            return (isLittle ? bytes.reversed() : Array(bytes)).reduce(0) { $0 << 8 | UInt64($1) }
        }
        switch number(at: 2, bytes: 2) {
        case 42: return number(at: 4, bytes: 4)
        case 43: return number(at: 8, bytes: 8)
        default: return nil
        }
    }

    /// What a failed download often leaves in place of a slide.
    private var textKind: String? {
        let text = String(decoding: start.prefix(64), as: UTF8.self).lowercased()
        if text.hasPrefix("version https://git-lfs") {
            return "a pointer of Git LFS, whose content was not fetched"
        }
        if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") {
            return "a web page, as a failed download leaves it"
        }
        if text.hasPrefix("<dataobject") { return "a Philips iSyntax file" }
        return text.hasPrefix("<?xml") ? "an XML document" : nil
    }

    private func begins(with bytes: [UInt8], at place: Int = 0) -> Bool {
        start.dropFirst(place).starts(with: bytes)
    }
}
