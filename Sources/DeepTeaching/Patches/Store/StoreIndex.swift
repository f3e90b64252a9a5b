/// Where the patches of a store lie: its slides, its tables, and runs of patches without anything in
/// between. It grows with the tables and slides, not with the patches.
struct StoreIndex: Equatable {
    /// Patches one behind the other.
    struct Run: Equatable {
        /// The first of them.
        let first: Int

        /// The byte of the file at which it begins.
        let place: Int
    }

    private(set) var count = 0
    private(set) var runs: [Run] = []
    var slides: [StoredSlide] = []

    /// Where each table begins.
    var tables: [Int] = []

    /// A table follows so many patches.
    static let patchesPerTable = 4096

    /// One more patch, which begins at a place.
    mutating func addPatch(at place: Int, patchBytes: Int) {
        if runs.isEmpty || self.place(of: count, patchBytes: patchBytes) != place {
            runs.append(Run(first: count, place: place))
        }
        count += 1
    }

    /// Where a patch begins; that of the last run, if there are fewer patches.
    func place(of patch: Int, patchBytes: Int) -> Int {
        var (low, high) = (0, runs.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].first <= patch { low = middle } else { high = middle }
        }
        return runs[low].place + (patch - runs[low].first) * patchBytes
    }

    /// The patches of a table.
    func patches(ofTable table: Int) -> Range<Int> {
        let first = table * Self.patchesPerTable
        return first..<min(count, first + Self.patchesPerTable)
    }

    /// How many tables so many patches have.
    var tableCount: Int { (count + Self.patchesPerTable - 1) / Self.patchesPerTable }
}

extension StoreIndex {
    /// The content of the piece at the end of a store.
    var content: [UInt8] {
        var fields = FieldWriter()
        fields.append(UInt64(count))
        fields.append(UInt32(slides.count))
        for slide in slides { slide.write(to: &fields) }
        for table in tables { fields.append(UInt64(table)) }
        fields.append(UInt32(runs.count))
        for run in runs {
            fields.append(UInt64(run.first))
            fields.append(UInt64(run.place))
        }
        return fields.bytes
    }

    /// The index in the piece at the end of a store.
    ///
    /// - Parameters:
    ///   - content: the content of the piece.
    ///   - bytes: the bytes of the file in which patches and tables lie.
    ///   - patchBytes: the bytes of a patch.
    /// - Returns: nil if it is cut off, or a patch or a table would lie elsewhere.
    init?(_ content: ArraySlice<UInt8>, within bytes: Range<Int>, patchBytes: Int) {
        var fields = FieldReader(content)
        guard let count = fields.place(), count <= bytes.count / patchBytes,
            let slideCount = fields.number(UInt32.self), slideCount <= content.count
        else { return nil }
        self.count = count
        for _ in 0..<slideCount {
            guard let slide = StoredSlide(&fields) else { return nil }
            slides.append(slide)
        }
        for table in 0..<tableCount {
            let size = StorePiece.overhead + patches(ofTable: table).count * PatchEntry.bytes
            guard let place = fields.place(), bytes.holds(size, from: place) else { return nil }
            tables.append(place)
        }
        guard let runCount = fields.number(UInt32.self), runCount <= count else { return nil }
        for _ in 0..<runCount {
            guard let first = fields.place(), let place = fields.place() else { return nil }
            runs.append(Run(first: first, place: place))
        }
        guard fields.count == 0, areRunsSound(within: bytes, patchBytes: patchBytes) else {
            return nil
        }
    }

    private func areRunsSound(within bytes: Range<Int>, patchBytes: Int) -> Bool {
        guard count > 0 else { return runs.isEmpty }
        guard runs.first?.first == 0 else { return false }
        let ends = runs.dropFirst().map(\.first) + [count]
        return zip(runs, ends).allSatisfy { run, end in
            run.first < end && end <= count
                && bytes.holds((end - run.first) * patchBytes, from: run.place)
        }
    }
}

extension FieldReader {
    /// A number of 64 bits that is one here.
    fileprivate mutating func place() -> Int? {
        number(UInt64.self).flatMap { Int(exactly: $0) }
    }
}

extension Range<Int> {
    /// Whether so many places from one on are among these.
    fileprivate func holds(_ count: Int, from place: Int) -> Bool {
        lowerBound <= place && place <= upperBound && count <= upperBound - place
    }
}

/// The last bytes of a store: where its index begins, a mark, and a checksum of both.
struct StoreTrailer {
    let indexPlace: Int

    static let bytes = 20
    private static let mark = Array("DTPS END".utf8)

    init(indexPlace: Int) { self.indexPlace = indexPlace }

    /// The trailer at the end of a file; nil if it is none.
    init?(_ bytes: [UInt8]) {
        var fields = FieldReader(bytes[...])
        guard let place = fields.place(), fields.take(8)?.elementsEqual(Self.mark) == true,
            fields.number() == CyclicRedundancyCheck.sum(of: bytes.prefix(16)), fields.count == 0
        else { return nil }
        indexPlace = place
    }

    var bytes: [UInt8] {
        var fields = FieldWriter()
        fields.append(UInt64(indexPlace))
        fields.append(Self.mark)
        fields.append(CyclicRedundancyCheck.sum(of: fields.bytes))
        return fields.bytes
    }
}
