extension PatchStore {
    /// What all patches of a store have in common.
    public struct Layout: Sendable, Hashable, CustomStringConvertible {
        /// The width and height of a patch in pixels.
        public let side: Int

        /// The micrometres that one pixel covers.
        public let micronsPerPixel: Double

        /// No patch of a store is wider.
        public static let largestSide = 8192

        /// Patches of a side and a resolution.
        ///
        /// - Throws: `PatchStoreError.unusableLayout` if the side is not from 1 to 8192, or the
        ///   resolution no positive number.
        public init(side: Int, micronsPerPixel: Double) throws {
            guard 1...Self.largestSide ~= side else {
                throw PatchStoreError.unusableLayout(
                    reason: "their side is \(side) pixels, and not from 1 to \(Self.largestSide)")
            }
            guard micronsPerPixel > 0, micronsPerPixel.isFinite else {
                throw PatchStoreError.unusableLayout(
                    reason: "their pixels have \(micronsPerPixel) micrometres")
            }
            self.side = side
            self.micronsPerPixel = micronsPerPixel
        }

        /// The patches of a grid.
        ///
        /// - Throws: as above.
        public init(_ grid: PatchGrid) throws {
            try self.init(side: grid.side, micronsPerPixel: grid.micronsPerPixel)
        }

        /// For example "patches of 64 x 64 pixels of 1.94 micrometres".
        public var description: String {
            "patches of \(side) x \(side) pixels of \(micronsPerPixel) micrometres"
        }

        /// The bytes of a patch's pixels.
        var pixelBytes: Int { 3 * side * side }

        /// The bytes of a patch as a piece of the file.
        var patchBytes: Int { StorePiece.overhead + PatchEntry.bytes + pixelBytes }
    }
}

/// The beginning of a store: mark, version, length of what follows, the layout with the names of the
/// classes in the order of their numbers, and a checksum of all that.
struct StoreHeader: Equatable {
    let layout: PatchStore.Layout

    /// The classes by their numbers.
    var labels = PatchLabel.allCases

    /// The first byte is no text, and the line ends change if the file is taken for one.
    private static let mark: [UInt8] = [0x89] + Array("DTPS\r\n".utf8) + [0x1a]
    private static let version: UInt32 = 1

    /// The bytes of mark, version and length.
    private static let prefix = 16

    /// No header is longer.
    static let most = 4096

    var bytes: [UInt8] {
        var content = FieldWriter()
        content.append(UInt32(layout.side))
        content.append(layout.micronsPerPixel)
        content.append(UInt32(labels.count))
        for label in labels { content.append(label.rawValue) }
        var header = FieldWriter()
        header.append(Self.mark)
        header.append(Self.version)
        header.append(UInt32(content.bytes.count))
        header.append(content.bytes)
        header.append(CyclicRedundancyCheck.sum(of: header.bytes))
        return header.bytes
    }
}

extension StoreHeader {
    /// The header at the beginning of a file, and how many bytes it takes.
    ///
    /// - Parameter start: the first ``most`` bytes of the file, or all.
    static func read(_ start: [UInt8], path: String) throws -> (StoreHeader, bytes: Int) {
        guard start.starts(with: mark) else { throw PatchStoreError.otherFormat(path: path) }
        func damaged(_ reason: String) -> PatchStoreError {
            .damagedHeader(path: path, reason: reason)
        }
        var fields = FieldReader(start[mark.count...])
        guard let version = fields.number(UInt32.self), let length = fields.number(UInt32.self),
            Int(length) <= most
        else { throw damaged("its length cannot be told") }
        guard version == Self.version else {
            throw PatchStoreError.otherVersion(path: path, version: Int(version))
        }
        guard var content = fields.take(Int(length)).map(FieldReader.init),
            let sum = fields.number(UInt32.self)
        else { throw damaged("it is cut off") }
        let end = prefix + Int(length)
        guard CyclicRedundancyCheck.sum(of: start[..<end]) == sum else {
            throw damaged("its checksum is wrong")
        }
        guard let side = content.number(UInt32.self), let microns = content.real(),
            let labels = content.labels(), content.count == 0,
            let layout = try? PatchStore.Layout(side: Int(side), micronsPerPixel: microns)
        else { throw damaged("side, resolution or classes make no sense") }
        return (StoreHeader(layout: layout, labels: labels), end + 4)
    }
}

extension FieldReader {
    /// The classes by their numbers; nil if one is not known or stands twice.
    fileprivate mutating func labels() -> [PatchLabel]? {
        guard let count = number(UInt32.self), count <= PatchLabel.allCases.count else {
            return nil
        }
        var labels: [PatchLabel] = []
        for _ in 0..<count {
            guard let label = text().flatMap(PatchLabel.init), !labels.contains(label) else {
                return nil
            }
            labels.append(label)
        }
        return labels
    }
}
