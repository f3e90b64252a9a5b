extension LabelImage {
    /// All regions with their measures; element k belongs to label k + 1.
    ///
    /// A label without a pixel has no region, which cannot happen after `connectedComponents`.
    public func regions() -> [Region] {
        let (found, labels) = runs()
        // Counting sort: the runs of each label stand together, still row by row.
        var starts = [Int](repeating: 0, count: count + 2)
        for label in labels { starts[Int(label) + 1] += 1 }
        for label in 1..<starts.count { starts[label] += starts[label - 1] }
        var places = starts
        var sorted = [Region.Run](
            repeating: Region.Run(row: 0, start: 0, end: 0), count: found.count)
        for (run, label) in zip(found, labels) {
            sorted[places[Int(label)]] = run
            places[Int(label)] += 1
        }
        return (0..<count).compactMap { index in
            let runs = sorted[starts[index + 1]..<starts[index + 2]]
            return runs.isEmpty ? nil : Region(label: index + 1, runs: runs)
        }
    }

    /// The runs of equal labels, without the background, in the order of a scan row by row.
    private func runs() -> (runs: [Region.Run], labels: [Int32]) {
        var runs: [Region.Run] = []
        var found: [Int32] = []
        labels.withUnsafeBufferPointer { labels in
            for y in 0..<size.height {
                let row = y * size.width
                var start = 0
                while start < size.width {
                    let label = labels[row &+ start]
                    let end = endOfRun(in: labels, from: row &+ start, to: row &+ size.width) &- row
                    if label != 0 {
                        runs.append(
                            Region.Run(row: Int32(y), start: Int32(start), end: Int32(end)))
                        found.append(label)
                    }
                    start = end
                }
            }
        }
        return (runs, found)
    }
}

/// The first place after `start` and before `end` that has another label, or `end`.
///
/// Eight labels are compared at a time.
@inline(__always)
private func endOfRun(
    in labels: UnsafeBufferPointer<Int32>, from start: Int, to end: Int
) -> Int {
    let label = labels[start]
    let pair = UInt64(UInt32(bitPattern: label)) &* 0x1_0000_0001
    let bytes = UnsafeRawBufferPointer(labels)
    var place = start &+ 1
    while place &+ 8 <= end {
        func differs(_ offset: Int) -> UInt64 {
            bytes.loadUnaligned(fromByteOffset: 4 &* (place &+ offset), as: UInt64.self) ^ pair
        }
        if differs(0) | differs(2) | differs(4) | differs(6) != 0 { break }
        place &+= 8
    }
    while place < end && labels[place] == label { place &+= 1 }
    return place
}
