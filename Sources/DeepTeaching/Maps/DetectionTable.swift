import Foundation

/// The list of detections on a slide as CAMELYON16 takes it: a line for each, with confidence, x and y
/// of a point in level-0 pixels, separated by commas, without a header.
///
/// ```swift
/// try DetectionTable(peaks: map.peaks(radius: 150)).write(to: folder.appending(path: "test_001.csv"))
/// ```
///
/// A slide without detections has an empty file. What is read may have a header, spaces, semicolons or
/// tabs, and points between pixels.
///
/// Source: BEJNORDI, Babak Ehteshami, et al. Diagnostic assessment of deep learning algorithms for
/// detection of lymph node metastases in women with breast cancer. JAMA, 2017, 318(22), 2199-2210.
public struct DetectionTable: Sendable, Equatable {
    /// The points, the surest first if they come from a map.
    public var peaks: [MapPeak]

    /// A table of points.
    public init(peaks: [MapPeak]) { self.peaks = peaks }

    /// Reads a file.
    ///
    /// - Throws: `MapError.malformedTable` with the line that is wrong.
    public init(contentsOf url: URL) throws {
        guard let data = try? Data(contentsOf: url), let text = UnicodeText(data).text else {
            throw MapError.malformedTable(
                file: url.path, line: 1, reason: "the file cannot be read as text")
        }
        peaks = []
        for (index, line) in text.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        )
        .enumerated() {
            let cells = line.split(whereSeparator: { ",;\t ".contains($0) }).map(String.init)
            if cells.isEmpty || (index == 0 && cells.allSatisfy { Double($0) == nil }) { continue }
            peaks.append(try Self.peak(cells, file: url.path, line: index + 1))
        }
    }

    private static func peak(_ cells: [String], file: String, line: Int) throws -> MapPeak {
        func wrong(_ reason: String) -> MapError {
            .malformedTable(file: file, line: line, reason: reason)
        }
        guard cells.count == 3 else { throw wrong("there are \(cells.count) cells in place of 3") }
        let numbers = try cells.map { cell in
            guard let number = Double(cell), number.isFinite else {
                throw wrong("\"\(cell.prefix(40))\" is no number")
            }
            return number
        }
        guard 0...1 ~= numbers[0] else {
            throw wrong("the confidence is \(cells[0]), and not between 0 and 1")
        }
        return MapPeak(
            center: BaselinePoint(x: numbers[1], y: numbers[2]), probability: numbers[0])
    }

    /// The file's text: confidences as they are, points at the nearest whole pixel.
    ///
    /// - Throws: `MapError.unusableSetting` for what no reader could use.
    public func text() throws -> String {
        try peaks.map { peak in
            guard 0...1 ~= peak.probability, peak.center.x.isFinite, peak.center.y.isFinite else {
                throw MapError.unusableSetting(
                    name: "A detection",
                    value: "\(peak.probability) at (\(peak.center.x), \(peak.center.y))",
                    allowed: "a probability from 0 to 1 at a point of the slide")
            }
            let corner = RasterFrame(downsample: 1).pixel(under: peak.center)
            return "\(peak.probability),\(corner.x),\(corner.y)\n"
        }.joined()
    }

    /// Writes the file; it appears whole or not at all.
    ///
    /// - Throws: `MapError`.
    public func write(to url: URL) throws {
        let text = try text()
        do {
            try Data(text.utf8).write(to: url, options: .atomic)
        } catch {
            throw MapError.unwritable(path: url.path, reason: systemReason(error))
        }
    }
}
