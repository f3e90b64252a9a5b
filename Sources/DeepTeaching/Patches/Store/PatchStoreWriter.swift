import Foundation

/// Writes a store of patches, one after the other, in constant memory.
///
/// ```swift
/// let writer = try PatchStoreWriter(
///     to: folder.appending(path: "training.patches"), layout: PatchStore.Layout(grid))
/// for (image, record) in zip(images, records).dropFirst(writer.count) {
///     try writer.append(image, record)
/// }
/// let store = try writer.finish()
/// ```
///
/// Until ``finish()`` the patches stand in a file of the same name with the ending `.partial`. Whatever
/// ends the program before, a new writer of the same name goes on behind the last patch that is whole:
/// ``count`` says how many are there, so that many are left out when the same patches are given again,
/// as above. What follows a damaged place is written anew. The finished file is then the same, byte for
/// byte, as one whose writing was not interrupted. It takes its name in one step, so it is there whole
/// or not at all; one that had the name before is replaced.
public final class PatchStoreWriter {
    /// The file that is there at the end.
    public let url: URL

    /// What all patches have in common.
    public let layout: PatchStore.Layout

    /// What is known of the last patch in the store, by which one can tell whether a writing that was
    /// interrupted is the same; nil if there is none yet.
    public private(set) var last: PatchRecord?

    private let file: StoreFile
    private let header: StoreHeader
    private var index: StoreIndex
    private var slideNumbers: [String: Int]

    /// The entries of the patches since the last table.
    private var entries: FieldWriter

    /// Where the next piece begins.
    private var end: Int
    private var isFinished = false

    /// Begins a store, or goes on with one whose writing was interrupted.
    ///
    /// Going on reads all that is there, since only its checksums tell what is whole.
    ///
    /// - Parameters:
    ///   - url: the file; its folder exists.
    ///   - layout: what all patches have in common.
    /// - Throws: ``PatchStoreError`` if the file cannot be written, another program is writing it, or it
    ///   was begun with another layout.
    public init(to url: URL, layout: PatchStore.Layout) throws {
        self.url = url
        self.layout = layout
        let partial = url.path + ".partial"
        file = try StoreFile(writing: partial)
        header = StoreHeader(layout: layout)
        let size = try file.size()
        let start = header.bytes
        let found = try file.read(min(size, StoreHeader.most), at: 0)
        if found.count < start.count, start.starts(with: found) {
            try file.write(start, at: 0)
        } else {
            let before = try StoreHeader.read(found, path: partial).0
            guard before == header else {
                throw PatchStoreError.otherLayout(
                    path: partial, found: before.layout, wanted: layout)
            }
        }
        var scan = StoreScan(file, header: header, from: start.count)
        try scan.run(to: size)
        (index, entries, end, last) = (scan.index, scan.entries, scan.end, scan.last)
        slideNumbers = Dictionary(
            uniqueKeysWithValues: index.slides.enumerated().map { ($1.name, $0) })
        try file.truncate(at: end)
    }

    /// How many patches are in the store.
    public var count: Int { index.count }

    /// Adds a patch.
    ///
    /// - Parameters:
    ///   - image: its pixels.
    ///   - record: what is known of it.
    /// - Throws: ``PatchStoreError`` if it does not fit the others, or the disk is full. The store is then
    ///   as it was before, and may be gone on with.
    public func append(_ image: Image, _ record: PatchRecord) throws {
        require(!isFinished, "a store that is finished takes no more patches")
        guard image.size == PixelSize(side: layout.side) else {
            throw PatchStoreError.wrongSize(index: count, found: image.size, side: layout.side)
        }
        if let reason = record.fault {
            throw PatchStoreError.unusableRecord(index: count, reason: reason)
        }
        try writeTableIfDue()
        let slide = try number(of: record)
        let entry = PatchEntry(record, number: count, slide: slide, labels: header.labels)
        var content = FieldWriter()
        entry.write(to: &content)
        content.append(image.pixels)
        try write(StorePiece(.patch, content.bytes))
        index.addPatch(at: end - layout.patchBytes, patchBytes: layout.patchBytes)
        entry.write(to: &entries)
        last = record
    }

    /// Ends the store and gives the file its name.
    ///
    /// - Returns: the store.
    /// - Throws: ``PatchStoreError`` if the disk is full or the name is taken by a folder; it can then be
    ///   called again.
    @discardableResult
    public func finish() throws -> PatchStore {
        require(!isFinished, "a store that is finished cannot be finished again")
        var (whole, place) = (index, end)
        var rest: [UInt8] = []
        if !entries.bytes.isEmpty {
            rest = StorePiece(.table, entries.bytes).bytes
            whole.tables.append(place)
            place += rest.count
        }
        rest += StorePiece(.index, whole.content).bytes + StoreTrailer(indexPlace: place).bytes
        try file.write(rest, at: end)
        try file.truncate(at: end + rest.count)
        try file.rename(to: url.path)
        isFinished = true
        return try PatchStore(contentsOf: url)
    }

    /// Gives up: removes what was written.
    public func discard() {
        if !isFinished { try? FileManager.default.removeItem(atPath: file.path) }
        isFinished = true
    }

    /// The number of a patch's slide, which is written if it is new.
    private func number(of record: PatchRecord) throws -> Int {
        if let number = slideNumbers[record.slide] {
            let patient = index.slides[number].patient
            guard patient == record.patient else {
                throw PatchStoreError.slideOfTwoPatients(
                    slide: record.slide, patients: [patient, record.patient])
            }
            return number
        }
        let slide = StoredSlide(name: record.slide, patient: record.patient)
        var content = FieldWriter()
        slide.write(to: &content)
        try write(StorePiece(.slide, content.bytes))
        slideNumbers[slide.name] = index.slides.count
        index.slides.append(slide)
        return index.slides.count - 1
    }

    /// Before the next patch and not after the last one: what was appended stays appended, even if the
    /// table finds no room.
    private func writeTableIfDue() throws {
        guard entries.bytes.count == StoreIndex.patchesPerTable * PatchEntry.bytes else { return }
        try write(StorePiece(.table, entries.bytes))
        index.tables.append(end - StorePiece.overhead - entries.bytes.count)
        entries = FieldWriter()
    }

    /// Writes a piece behind the others; if that fails, they are as they were.
    private func write(_ piece: StorePiece) throws {
        let bytes = piece.bytes
        try file.write(bytes, at: end)
        end += bytes.count
    }
}
