import Foundation

/// Patches on a disk, millions of them in one file, each with what is known of it.
///
/// ```swift
/// let store = try PatchStore(contentsOf: folder.appending(path: "training.patches"))
/// print(store.count, try store.record(at: 0).label)
/// let patches = try store.patches { $0.patient != "patient_012" }
/// ```
///
/// Any patch is read by its number, from any thread, without those before it; opening takes as long for
/// ten million of them as for ten. ``PatchStoreWriter`` writes a store, ``RecordedPatches/patches(where:)``
/// chooses what a network learns from.
///
/// The file, all numbers with their lowest byte first: a header; pieces, each of four letters, the length
/// of its content, the content and the checksum CRC-32 of all that; 20 bytes that say where the last
/// piece begins. `SLID` is a slide and its patient, `PTCH` what is known of a patch and its pixels (red,
/// green, blue, row by row), `TABL` what is known of up to 4096 patches once more, so that it can be
/// read without pixels, and `INDX` where all these lie. Every byte is under a checksum.
public struct PatchStore: RecordedPatches {
    /// The file.
    public let url: URL

    /// What all patches have in common.
    public let layout: Layout

    private let file: StoreFile
    private let header: StoreHeader
    private let start: Int
    private let index: StoreIndex
    private let indexPlace: Int

    /// Opens a store. What it says about its patches is checked when it is read, by checksums.
    ///
    /// - Throws: ``PatchStoreError``, which says what is wrong with the file.
    public init(contentsOf url: URL) throws {
        self.url = url
        file = try StoreFile(reading: url.path)
        (header, start) = try StoreHeader.read(
            file.read(StoreHeader.most, at: 0), path: url.path)
        layout = header.layout
        let size = try file.size()
        let end = size - StoreTrailer.bytes
        guard end >= start, let trailer = StoreTrailer(try file.read(StoreTrailer.bytes, at: end))
        else { throw PatchStoreError.cutOff(path: url.path, bytes: size) }
        indexPlace = trailer.indexPlace
        guard start <= indexPlace, indexPlace < end,
            let piece = StorePiece(try file.read(end - indexPlace, at: indexPlace)),
            piece.kind == .index,
            let index = StoreIndex(
                piece.content, within: start..<indexPlace, patchBytes: layout.patchBytes)
        else {
            throw PatchStoreError.damagedIndex(
                path: url.path, reason: "the list at its end is not what was written")
        }
        self.index = index
    }

    /// The number of patches.
    public var count: Int { index.count }

    /// The names of the slides, in the order of their first patches.
    public var slides: [String] { index.slides.map(\.name) }

    /// The patient of each slide.
    public var patients: [String] { index.slides.map(\.patient) }

    /// What is known of a patch, and its pixels.
    ///
    /// - Throws: ``PatchStoreError/damagedPatch(path:index:)`` if it is not what was written,
    ///   ``PatchStoreError/noSuchPatch(index:count:)``.
    public func patch(at number: Int) throws -> (record: PatchRecord, image: Image) {
        guard 0..<count ~= number else {
            throw PatchStoreError.noSuchPatch(index: number, count: count)
        }
        let place = index.place(of: number, patchBytes: layout.patchBytes)
        let piece = StorePiece(try file.read(layout.patchBytes, at: place))
        guard let piece, piece.kind == .patch,
            let (record, pixels) = entry(of: piece.content, number: number)
        else { throw PatchStoreError.damagedPatch(path: url.path, index: number) }
        return (record, Image(size: PixelSize(side: layout.side), pixels: Array(pixels)))
    }

    /// What is known of a patch.
    ///
    /// - Throws: as ``patch(at:)``.
    public func record(at number: Int) throws -> PatchRecord { try patch(at: number).record }

    /// The pixels of a patch.
    ///
    /// - Throws: as ``patch(at:)``.
    public func image(at number: Int) throws -> Image { try patch(at: number).image }

    /// What is known of the patch that an entry begins, and the bytes behind it.
    private func entry(
        of content: ArraySlice<UInt8>, number: Int
    ) -> (record: PatchRecord, rest: ArraySlice<UInt8>)? {
        var fields = FieldReader(content)
        guard let entry = PatchEntry(&fields), entry.number == number,
            let record = entry.record(slides: index.slides, labels: header.labels),
            let rest = fields.take(fields.count)
        else { return nil }
        return (record, rest)
    }
}

extension PatchStore {
    /// Tells what is known of each patch, in their order, without reading their pixels.
    ///
    /// - Throws: ``PatchStoreError/damagedIndex(path:reason:)``, and what `body` throws.
    public func forEachRecord(_ body: (Int, PatchRecord) throws -> Void) throws {
        for table in index.tables.indices {
            let patches = index.patches(ofTable: table)
            let size = StorePiece.overhead + patches.count * PatchEntry.bytes
            let piece = StorePiece(try file.read(size, at: index.tables[table]))
            guard let piece, piece.kind == .table else { throw damagedTable(patches) }
            var content = piece.content
            for number in patches {
                guard let (record, rest) = entry(of: content, number: number) else {
                    throw damagedTable(patches)
                }
                try body(number, record)
                content = rest
            }
        }
    }

    private func damagedTable(_ patches: Range<Int>) -> PatchStoreError {
        .damagedIndex(
            path: url.path,
            reason:
                "the table of the patches \(patches.lowerBound) to \(patches.upperBound - 1) is "
                + "not what was written")
    }

    /// Reads the whole file, and compares all that it says with its checksums and with each other.
    ///
    /// - Parameter progress: is told the share that is done, from 0 to 1.
    /// - Throws: ``PatchStoreError`` with the first damage.
    public func check(progress: (Double) throws -> Void = { _ in }) throws {
        var scan = StoreScan(file, header: header, from: start)
        try scan.run(to: indexPlace, progress: progress)
        var (found, end) = (scan.index, scan.end)
        if !scan.entries.bytes.isEmpty, let table = try scan.piece(limit: indexPlace),
            table.kind == .table, table.content.elementsEqual(scan.entries.bytes)
        {
            found.tables.append(end)
            end += StorePiece.overhead + table.content.count
        }
        if end == indexPlace, found == index { return }
        let next = found.count
        if next < count, index.place(of: next, patchBytes: layout.patchBytes) == end {
            throw PatchStoreError.damagedPatch(path: url.path, index: next)
        }
        throw PatchStoreError.damagedIndex(
            path: url.path, reason: "what follows byte \(end) is not what was written")
    }
}
