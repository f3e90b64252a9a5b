import Foundation

/// Writes patches as pictures into folders, one after the other, in constant memory.
///
/// ```swift
/// let writer = try PatchFolderWriter(to: folder, layout: PatchStore.Layout(grid))
/// for (image, record) in zip(images, records) {
///     try writer.append(image, record, in: "training")
/// }
/// let patches = try writer.finish()
/// ```
///
/// A patch becomes the file `training/SLIDE_X_Y.png`, with its left and upper edge in whole level-0
/// pixels; ``PatchFolder`` says what stands in the table. The folder appears in one step, when all is
/// in it, or not at all.
public final class PatchFolderWriter {
    /// The folder that is there at the end.
    public let url: URL

    /// What all patches have in common.
    public let layout: PatchStore.Layout

    /// How many patches are written.
    public private(set) var count = 0

    private let scratch: ScratchFolder
    private let table: FileHandle

    /// Lines that are not in the file yet.
    private var lines = PatchTable.line(PatchTable.columns)
    private var subfolders: Set<String> = []
    private var patientOfSlide: [String: String] = [:]
    private var isFinished = false

    /// Begins a folder.
    ///
    /// - Parameters:
    ///   - url: the folder, which is not there yet; the one around it is.
    ///   - layout: what all patches have in common.
    /// - Throws: ``PatchFolderError``.
    public init(to url: URL, layout: PatchStore.Layout) throws {
        self.url = url
        self.layout = layout
        guard !FileManager.default.fileExists(atPath: url.path) else {
            throw PatchFolderError.exists(path: url.path)
        }
        var scratch: ScratchFolder?
        do {
            let folder = try ScratchFolder(for: url)
            scratch = folder
            let file = folder.url.appendingPathComponent(PatchTable.name)
            try Data().write(to: file)
            table = try FileHandle(forWritingTo: file)
            self.scratch = folder
        } catch {
            scratch?.remove()
            throw PatchFolderError.unwritable(path: url.path, reason: systemReason(error))
        }
    }

    deinit { scratch.remove() }

    /// Adds a patch.
    ///
    /// - Parameters:
    ///   - image: its pixels.
    ///   - record: what is known of it.
    ///   - subfolder: the folder in the folder, such as the part of a split; the label if not given.
    /// - Throws: ``PatchFolderError`` if it does not fit the others, another one has the same place on
    ///   the same slide, or the disk is full; `PNGError`.
    public func append(_ image: Image, _ record: PatchRecord, in subfolder: String? = nil) throws {
        require(!isFinished, "a folder that is finished takes no more patches")
        guard image.size == PixelSize(side: layout.side) else {
            throw unusable("it has \(image.size) pixels, and not \(layout.side) x \(layout.side)")
        }
        if let fault = record.fault { throw unusable(fault) }
        guard !(record.slide + record.patient).contains(where: \.isNewline) else {
            throw unusable("the name of its slide or patient has more than one line")
        }
        let patient = patientOfSlide[record.slide] ?? record.patient
        guard patient == record.patient else {
            throw PatchStoreError.slideOfTwoPatients(
                slide: record.slide, patients: [patient, record.patient])
        }
        let name = try makeFolder(subfolder ?? record.label.rawValue) + "/" + fileName(of: record)
        let file = scratch.url.appendingPathComponent(name)
        guard !FileManager.default.fileExists(atPath: file.path) else {
            throw unusable("another one is called \(name) already")
        }
        try image.writePNG(to: file)
        patientOfSlide[record.slide] = patient
        lines += PatchTable.line(PatchTable.Row(file: name, layout: layout, record: record))
        count += 1
        if lines.utf8.count > 1 << 16 { try writeLines() }
    }

    /// Ends the folder and gives it its name.
    ///
    /// - Returns: the folder.
    /// - Throws: ``PatchFolderError`` if the disk is full or the name was taken in the meantime.
    @discardableResult
    public func finish() throws -> PatchFolder {
        require(!isFinished, "a folder that is finished cannot be finished again")
        try writeLines()
        guard rename(scratch.url.path, url.path) == 0 else {
            throw PatchFolderError.unwritable(
                path: url.path, reason: String(cString: strerror(errno)))
        }
        isFinished = true
        try? table.close()
        return try PatchFolder(contentsOf: url)
    }

    private func writeLines() throws {
        do { try table.write(contentsOf: Data(lines.utf8)) } catch {
            throw PatchFolderError.unwritable(path: url.path, reason: systemReason(error))
        }
        lines = ""
    }

    /// Makes a folder in the folder, if it is not there.
    private func makeFolder(_ name: String) throws -> String {
        if subfolders.contains(name) { return name }
        guard !name.isEmpty, name == Self.plain(name), name != PatchTable.name else {
            throw unusable(
                "no folder can be called \"\(name)\": use letters, digits, points and dashes")
        }
        do {
            try FileManager.default.createDirectory(
                at: scratch.url.appendingPathComponent(name), withIntermediateDirectories: false)
        } catch {
            throw PatchFolderError.unwritable(path: url.path, reason: systemReason(error))
        }
        subfolders.insert(name)
        return name
    }

    private func fileName(of record: PatchRecord) throws -> String {
        let corner = record.region.origin
        guard max(abs(corner.x), abs(corner.y)) <= BaselinePoint.reach else {
            throw unusable("it lies at (\(corner.x), \(corner.y)), where no slide reaches")
        }
        let place = "_\(Int(corner.x.rounded()))_\(Int(corner.y.rounded())).png"
        let name = Self.plain(record.slide) + place
        guard name.utf8.count <= 255 else {
            throw unusable("the name of its slide, \(record.slide.prefix(40))..., is too long")
        }
        return name
    }

    /// A text with dashes in place of what does not belong into the name of a file.
    private static func plain(_ text: String) -> String {
        let plain = String(
            text.map { character in
                character.isLetter || character.isNumber || "._-".contains(character)
                    ? character : "-"
            })
        return plain.hasPrefix(".") ? "-" + plain.dropFirst() : plain
    }

    private func unusable(_ reason: String) -> PatchFolderError {
        .unusablePatch(index: count, reason: reason)
    }
}
