import Foundation

/// A table of one's own slides: one line a slide, with its file, its patient and its label.
///
///     file,patient,label,annotations
///     slides/a.svs,Smith,negative,
///     slides/b.png,Miller,macro,outlines/b.geojson
///
/// | column | what it says |
/// |---|---|
/// | `file` | the slide: any file that `openSlide` opens |
/// | `patient` | whose it is: any text; the same text is the same patient |
/// | `label` | what it shows: any text |
/// | `centre` | where it was made (optional): any text |
/// | `microns_per_pixel` | its resolution in place of the file's own (optional) |
/// | `annotations` | the outlines of tumour in ASAP XML or GeoJSON (optional) |
/// | `region` | the part of the slide that counts, `x y width height` in level-0 pixels (optional) |
///
/// The order of the columns and the case of their names do not matter. Paths that do not begin with a
/// slash are relative to the table. A line without any cell is passed over.
///
/// ```swift
/// let table = try SlideTable(contentsOf: URL(fileURLWithPath: "slides.csv"))
/// for slide in try table.slides() { print(slide.name, slide.type) }
/// ```
public struct SlideTable: Sendable, Equatable {
    /// Where the table lies.
    public let url: URL

    /// The lines that are sound, in their order.
    public let rows: [Row]

    /// What is wrong with the others.
    public let faults: [StagingError]

    /// A line of the table.
    public struct Row: Sendable, Equatable {
        /// The slide file.
        public let file: URL

        /// The name of the patient.
        public let patient: String

        /// What the slide shows.
        public let label: String

        /// Where it was made; empty if the table does not say.
        public let center: String

        /// The resolution that counts in place of the file's own.
        public let micronsPerPixel: MicronsPerPixel?

        /// The outlines of tumour.
        public let annotations: URL?

        /// The part of the slide that counts; nil for all of it.
        public let region: BaselineRectangle?

        /// The number of the line in the table, from 1.
        public let line: Int
    }

    /// Reads and checks a table; no slide is opened.
    ///
    /// - Throws: `StagingError` with the line in which it is wrong.
    public init(contentsOf url: URL) throws {
        try self.init(collectingFaultsOf: url)
        if let fault = faults.first { throw fault }
    }

    /// Reads a table, and goes on after a line that is wrong.
    ///
    /// - Throws: `StagingError` if the file is no such table at all.
    public init(collectingFaultsOf url: URL) throws {
        let text = try TableText(contentsOf: url)
        let columns = try SlideColumns(text.header, file: url.path)
        var rows: [Row] = []
        var faults: [StagingError] = []
        for (line, cells) in text.rows where !cells.isEmpty {
            let location = StagingError.Location(file: url.path, line: line)
            do {
                let row = try columns.row(cells, line: line, relativeTo: url)
                if let twin = rows.first(where: { $0.shows(row) }) {
                    throw SlideTableProblem.secondRow(
                        file: row.file.lastPathComponent, firstLine: twin.line)
                }
                rows.append(row)
            } catch let problem as SlideTableProblem {
                faults.append(.slideTable(problem, location: location))
            }
        }
        guard !(rows.isEmpty && faults.isEmpty) else {
            throw StagingError.slideTable(
                .noSlides, location: StagingError.Location(file: url.path, line: 1))
        }
        self.url = url
        self.rows = rows
        self.faults = faults
    }

    /// The names of the patients, in the order in which they appear.
    public var patients: [String] { rows.map(\.patient).distinct }

    /// The labels, in the order in which they appear.
    public var labels: [String] { rows.map(\.label).distinct }
}

extension SlideTable.Row {
    /// Whether it is the same slide as another line, or a part of it that is the same.
    fileprivate func shows(_ other: SlideTable.Row) -> Bool {
        file.standardizedFileURL == other.file.standardizedFileURL && region == other.region
    }
}

extension [String] {
    /// Each once, in the order in which they appear first.
    var distinct: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
