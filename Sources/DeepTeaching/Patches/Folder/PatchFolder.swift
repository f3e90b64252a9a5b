import Foundation

/// Patches as pictures in folders, one PNG file each, with a table: what other programs read and write.
///
/// ```swift
/// let patches = try PatchFolder(contentsOf: folder)
/// print(patches.count, try patches.record(at: 0).label)
/// ```
///
/// The table `patches.csv` has a line for each patch: file, label (tumor, normal, unknown), slide, patient,
/// x, y, width and height of its region in level-0 pixels, column and row if it is of a grid, the share
/// of it that is tumour if it is known, its side in pixels and the micrometres of one. Columns may stand
/// in any order, and there may be more. Where there are millions of patches, a ``PatchStore`` is
/// quicker to copy and to read.
public struct PatchFolder: RecordedPatches {
    /// The folder.
    public let url: URL

    private let rows: [PatchTable.Row]

    /// Reads the table of a folder; pictures are read when they are asked for.
    ///
    /// - Throws: ``PatchFolderError`` with what is wrong, and the line of the table.
    public init(contentsOf url: URL) throws {
        self.url = url
        rows = try PatchTable(contentsOf: url.appendingPathComponent(PatchTable.name)).rows
    }

    /// What all patches have in common; nil if there are none.
    public var layout: PatchStore.Layout? { rows.first?.layout }

    /// The number of patches.
    public var count: Int { rows.count }

    /// What is known of a patch.
    ///
    /// - Throws: ``PatchFolderError/noSuchPatch(index:count:)``.
    public func record(at index: Int) throws -> PatchRecord { try row(at: index).record }

    /// The file of a patch's picture.
    ///
    /// - Throws: ``PatchFolderError/noSuchPatch(index:count:)``.
    public func file(at index: Int) throws -> URL {
        url.appendingPathComponent(try row(at: index).file)
    }

    /// The pixels of a patch.
    ///
    /// - Throws: `PNGError` if the picture is missing or damaged, ``PatchFolderError`` if it is of
    ///   another size than the table says.
    public func image(at index: Int) throws -> Image {
        let (row, file) = (try row(at: index), try file(at: index))
        let image = try Image(png: file)
        guard image.size == PixelSize(side: row.layout.side) else {
            throw PatchFolderError.wrongSize(
                path: file.path, found: image.size, side: row.layout.side)
        }
        return image
    }

    /// Tells what is known of each patch, in the order of the table.
    ///
    /// - Throws: what `body` throws.
    public func forEachRecord(_ body: (Int, PatchRecord) throws -> Void) throws {
        for (index, row) in rows.enumerated() { try body(index, row.record) }
    }

    private func row(at index: Int) throws -> PatchTable.Row {
        guard rows.indices.contains(index) else {
            throw PatchFolderError.noSuchPatch(index: index, count: count)
        }
        return rows[index]
    }
}
