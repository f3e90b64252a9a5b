/// A walk through a store from its first piece on, as far as all is whole and fits together.
struct StoreScan {
    let file: StoreFile
    let header: StoreHeader

    /// What the pieces up to here came to.
    private(set) var index = StoreIndex()

    /// The entries of the patches since the last table.
    private(set) var entries = FieldWriter()

    /// The last patch.
    private(set) var last: PatchRecord?

    /// Where the last of these pieces ends.
    private(set) var end: Int

    init(_ file: StoreFile, header: StoreHeader, from start: Int) {
        self.file = file
        self.header = header
        end = start
    }

    /// Goes on to the first piece that is cut off, damaged or does not follow from those before, or to
    /// the table and the index that end a store.
    mutating func run(to limit: Int, progress: (Double) throws -> Void = { _ in }) throws {
        while let piece = try piece(limit: limit), take(piece) {
            end += StorePiece.overhead + piece.content.count
            try progress(Double(end) / Double(limit))
        }
    }

    /// The next piece, if it is whole.
    func piece(limit: Int) throws -> StorePiece? {
        let start = try file.read(StorePiece.prefix, at: end)
        guard let (kind, length) = StorePiece.start(of: start), length <= most(of: kind),
            StorePiece.overhead + length <= limit - end
        else { return nil }
        return StorePiece(try file.read(StorePiece.overhead + length, at: end))
    }

    /// The longest content of a piece, so that a damaged length asks for no more memory than that.
    private func most(of kind: StorePiece.Kind) -> Int {
        switch kind {
        case .slide: 2 * (2 + Int(UInt16.max))
        case .patch: PatchEntry.bytes + header.layout.pixelBytes
        case .table: StoreIndex.patchesPerTable * PatchEntry.bytes
        case .index: .max
        }
    }

    /// Takes note of a piece; false if it does not follow from those before.
    private mutating func take(_ piece: StorePiece) -> Bool {
        var fields = FieldReader(piece.content)
        let isTableDue =
            entries.bytes.count == StoreIndex.patchesPerTable * PatchEntry.bytes
        switch piece.kind {
        case .slide:
            guard !isTableDue, let slide = StoredSlide(&fields), fields.count == 0,
                !index.slides.contains(where: { $0.name == slide.name })
            else { return false }
            index.slides.append(slide)
        case .patch:
            guard !isTableDue, let entry = PatchEntry(&fields),
                fields.count == header.layout.pixelBytes, entry.number == index.count,
                let record = entry.record(slides: index.slides, labels: header.labels)
            else { return false }
            last = record
            entry.write(to: &entries)
            index.addPatch(at: end, patchBytes: header.layout.patchBytes)
        case .table:
            guard isTableDue, piece.content.elementsEqual(entries.bytes) else { return false }
            index.tables.append(end)
            entries = FieldWriter()
        case .index:
            return false
        }
        return true
    }
}
