import Foundation

/// What can be said of a file before OpenSlide opens it, and what it is if OpenSlide does not.
///
/// OpenSlide aborts the process at some damaged TIFFs, and follows others for minutes. So the
/// directories are looked at first, through libtiff.
struct SlideInspection {
    /// The directories of a TIFF in their order, nil for a damaged one; empty for other files.
    let directories: [TIFFDirectory?]

    /// The directories below the first, nil for a damaged one.
    let subDirectories: [TIFFDirectory?]

    /// What the file says of itself in OME-XML, if it does.
    let ome: OMEMetadata?

    /// Where the file lies.
    let path: String

    private let signature: FileSignature?

    /// The directory at which libtiff stopped, though the chain goes on.
    private let damage: SlideRefusal?

    /// Looks at a file.
    ///
    /// - Throws: `SlideError` if it is empty, or a TIFF that must not be opened.
    init(path: String) throws {
        self.path = path
        // Reading a pipe would wait for ever.
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: URL(filePath: path).resolvingSymlinksInPath().path)
        if let kind = attributes?[.type] as? FileAttributeType, kind != .typeRegular {
            throw SlideError.refused(path: path, .otherKind("a pipe or a device"))
        }
        signature = FileSignature(path: path)
        if signature?.size == 0 { throw SlideError.refused(path: path, .empty) }
        let file = TIFFFile(path: path)
        directories = try file?.directories() ?? []
        if file?.isComplete ?? (signature?.directoryOffset == nil) {
            damage = nil
        } else {
            damage = .damagedDirectory(index: directories.count, reason: TIFFFile.lastWords())
        }
        guard let first = directories.first ?? nil else {
            subDirectories = []
            ome = nil
            return
        }
        subDirectories = try file?.directories(below: first) ?? []
        ome = try Self.ome(of: first, path: path)
        if first.tiles == nil { return }
        for directory in directories + subDirectories {
            guard let directory, let tiles = directory.tiles else { continue }
            try SlideInspection.check(tiles.size, level: directory.index, path: path)
        }
        if isAperio, let refusal = refusalOfOrder { throw SlideError.refused(path: path, refusal) }
    }

    /// A tile above 8192 x 8192 pixels is a damaged or hostile file: OpenSlide 3 and 4 abort the
    /// process when they cannot allocate one.
    static let maximumTileArea = SlideLimits.tileArea

    /// - Throws: `SlideError` if a tile has no area, or one that would exhaust the memory.
    static func check(_ tile: PixelSize, level: Int, path: String) throws {
        let area = tile.width.multipliedReportingOverflow(by: tile.height)
        guard tile.width > 0, tile.height > 0, !area.overflow,
            area.partialValue <= maximumTileArea
        else { throw SlideError.tileTooLarge(path: path, level: level, tile: tile) }
    }

    /// What the first directory says in OME-XML; nil if it is none.
    ///
    /// - Throws: `SlideError` if what it says is not read.
    private static func ome(of first: TIFFDirectory, path: String) throws -> OMEMetadata? {
        guard let text = first.description, OMEMetadata.isOME(text) else { return nil }
        do {
            guard text.utf8.count <= SlideLimits.descriptionBytes else {
                throw OMEProblem.tooLong(
                    bytes: text.utf8.count, limit: SlideLimits.descriptionBytes)
            }
            let ome = try OMEMetadata(text)
            try ome.check(first)
            return ome
        } catch let problem as OMEProblem {
            throw SlideError.refused(path: path, .ome(problem))
        }
    }

    /// Whether the file is a PNG picture.
    var isPNG: Bool { signature?.isPNG ?? false }

    /// Why OpenSlide does not open the file; nil if nothing can be said.
    var refusal: SlideRefusal? {
        if let kind = signature?.otherKind { return .otherKind(kind) }
        if let signature, let offset = signature.directoryOffset, offset >= signature.size {
            return .cutOff(directory: offset, size: signature.size)
        }
        guard let first = directories.first ?? nil else { return damage }
        if first.tiles == nil { return .strips }
        return first.pixels.refusal ?? damage ?? refusalOfOrder
            ?? (signature?.isBigEndianTIFF == true ? .bigEndian : nil)
    }

    /// Whether the first directory says so.
    var isAperio: Bool {
        (directories.first ?? nil)?.description?.hasPrefix("Aperio") ?? false
    }

    /// Whether OME-XML names pictures beside the first, such as a label or another section.
    var furtherPictures: [SlideWarning] {
        let count = (ome?.pictureCount ?? 1) - 1
        return count > 0 ? [.furtherPictures(count: count)] : []
    }

    /// What is wrong with the order of the tiled directories: a level that is not smaller than the
    /// one before it. OpenSlide 3 divides by zero at some such files of Aperio.
    private var refusalOfOrder: SlideRefusal? {
        var sizes = directories.compactMap { $0 }
            .filter { $0.tiles != nil && (isAperio || $0.index == 0 || $0.isReduced) }
            .map(\.size)
        // OpenSlide sorts the levels of plain TIFFs by their width.
        if !isAperio { sizes.sort { $0.width > $1.width } }
        let isOrdered = zip(sizes, sizes.dropFirst()).allSatisfy {
            $0.holds($1) && $1 != $0
        }
        if isOrdered { return nil }
        // Each plane of a z-stack is a pyramid of its own, and begins with the full size.
        let planes = sizes.count { $0 == sizes[0] }
        return isAperio && planes > 1 ? .focalPlanes(count: planes) : .unorderedLevels
    }
}

extension PixelSize {
    /// Whether another size is neither wider nor higher.
    func holds(_ other: PixelSize) -> Bool { other.width <= width && other.height <= height }
}
