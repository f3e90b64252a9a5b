import DeepTeaching
import Foundation

/// Stores of patches. Accepted means: every byte is where the format wants it, under a checksum that is
/// right, and both lists of what is known of the patches are the same.
struct PatchStoreFormat: FileFormat {
    static let name = "patches"
    static let words = ["SLID", "PTCH", "TABL", "INDX", "DTPS END", "tumor", "normal", "unknown"]

    let file: URL

    init(in folder: URL) { file = folder.appending(path: "some.patches") }

    var samples: [Data] {
        get throws { try [0, 1, 5].map { try sample(patches: $0, side: 2) } }
    }

    private func sample(patches count: Int, side: Int) throws -> Data {
        let url = file.appendingPathExtension("sample")
        let writer = try PatchStoreWriter(
            to: url, layout: PatchStore.Layout(side: side, micronsPerPixel: 2))
        for number in writer.count..<count {
            let region = BaselineRectangle(
                origin: BaselinePoint(x: 8 * Double(number), y: 3), side: 4)
            try writer.append(
                Image(size: PixelSize(side: side), color: RGB(UInt8(number), 100, 200)),
                PatchRecord(
                    slide: "slide \(number % 2)", patient: "one", region: region,
                    index: number == 3 ? nil : GridIndex(column: number, row: 0),
                    label: PatchLabel.allCases[number % 3],
                    tumorShare: number == 2 ? nil : 0.25))
        }
        try writer.finish()
        return try Data(contentsOf: url)
    }

    /// The checksums of the header, of each piece, and of the end.
    static func mended(_ bytes: Data) -> Data {
        var mended = bytes
        for checked in checkedRanges(of: bytes) {
            let sum = CyclicChecksum.of(bytes[checked])
            for byte in 0..<4 { mended[checked.upperBound + byte] = UInt8(sum >> (8 * byte) & 255) }
        }
        return mended
    }

    func fault(in bytes: Data) throws -> String? {
        let store = try PatchStore(contentsOf: file)
        try store.check()
        var records: [PatchRecord] = []
        try store.forEachRecord { _, record in records.append(record) }
        guard records.count == store.count else { return "\(records.count) of \(store.count)" }
        for (number, record) in records.enumerated() {
            let patch = try store.patch(at: number)
            guard patch.record == record else { return "patch \(number) has two records" }
            guard patch.image.size == PixelSize(side: store.layout.side) else {
                return "patch \(number) has \(patch.image.size) pixels"
            }
            guard (0...1).contains(record.tumorShare ?? 0), record.region.width > 0 else {
                return "the record of patch \(number) makes no sense"
            }
        }
        let checked = Self.checkedRanges(of: bytes)
        guard checked.reduce(0, { $0 + $1.count + 4 }) == bytes.count else {
            return "some bytes are under no checksum"
        }
        for range in checked
        where Int(CyclicChecksum.of(bytes[range])) != Self.number(bytes, range.upperBound) {
            return "the checksum of the bytes \(range) is wrong"
        }
        return nil
    }

    /// The bytes that a checksum of four bytes follows, as far as their lengths lead.
    private static func checkedRanges(of bytes: Data) -> [Range<Int>] {
        guard bytes.count >= 40 else { return [] }
        var ranges: [Range<Int>] = []
        var next = 0..<(16 + number(bytes, 12))
        while next.upperBound + 4 <= bytes.count - 20 {
            ranges.append(next)
            let start = next.upperBound + 4
            guard start + 8 <= bytes.count - 20 else { break }
            next = start..<(start + 8 + number(bytes, start + 4))
        }
        return ranges + [(bytes.count - 20)..<(bytes.count - 4)]
    }

    /// Four bytes, the lowest first.
    private static func number(_ bytes: Data, _ place: Int) -> Int {
        (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
}
