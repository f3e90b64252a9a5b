import Foundation

/// Which cell of a line of a `SlideTable` says what.
struct SlideColumns {
    /// The columns, those first that each table needs.
    private enum Column: String, CaseIterable {
        case file, patient, label
        case center = "centre"
        case micronsPerPixel = "microns_per_pixel"
        case annotations, region

        var isNeeded: Bool { [.file, .patient, .label].contains(self) }

        init?(name: String) {
            self.init(rawValue: name == "center" ? "centre" : name)
        }
    }

    private let places: [Column: Int]
    private let count: Int

    /// - Throws: `StagingError` if a column is missing, there twice, or unknown.
    init(_ header: [String], file: String) throws {
        func failure(_ problem: SlideTableProblem) -> StagingError {
            .slideTable(problem, location: StagingError.Location(file: file, line: 1))
        }
        var places: [Column: Int] = [:]
        for (place, name) in header.enumerated() {
            guard let column = Column(name: name.lowercased()) else {
                throw failure(
                    .unknownColumn(name, known: Column.allCases.map(\.rawValue)))
            }
            guard places.updateValue(place, forKey: column) == nil else {
                throw failure(.repeatedColumn(column.rawValue))
            }
        }
        if let missing = Column.allCases.first(where: { $0.isNeeded && places[$0] == nil }) {
            throw failure(.missingColumn(missing.rawValue))
        }
        self.places = places
        count = header.count
    }

    /// What a line says.
    ///
    /// - Throws: `SlideTableProblem`.
    func row(_ cells: [String], line: Int, relativeTo table: URL) throws -> SlideTable.Row {
        guard cells.count <= count else {
            throw SlideTableProblem.tooManyCells(found: cells.count, columns: count)
        }
        func text(_ column: Column) throws -> String {
            let text = places[column].flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
            guard !text.isEmpty || !column.isNeeded else {
                throw SlideTableProblem.emptyCell(column: column.rawValue)
            }
            return text
        }
        func file(_ column: Column) throws -> URL? {
            let path = try text(column)
            if path.isEmpty { return nil }
            let url = URL(fileURLWithPath: path, relativeTo: table.deletingLastPathComponent())
                .absoluteURL
            guard FileManager.default.fileExists(atPath: url.path) else {
                throw SlideTableProblem.noFile(path: url.path)
            }
            return url
        }
        guard let slide = try file(.file) else {
            throw SlideTableProblem.emptyCell(column: Column.file.rawValue)
        }
        return SlideTable.Row(
            file: slide, patient: try text(.patient), label: try text(.label),
            center: try text(.center),
            micronsPerPixel: try Self.resolution(try text(.micronsPerPixel)),
            annotations: try file(.annotations), region: try Self.region(try text(.region)),
            line: line)
    }

    private static func resolution(_ text: String) throws -> MicronsPerPixel? {
        if text.isEmpty { return nil }
        guard let value = Double(text), MicronsPerPixel(value).isPlausible else {
            throw SlideTableProblem.unusableCell(
                column: Column.micronsPerPixel.rawValue, text: text,
                wanted: "a number from 0.01 to 100 with a point, such as 0.25")
        }
        return MicronsPerPixel(value)
    }

    private static func region(_ text: String) throws -> BaselineRectangle? {
        if text.isEmpty { return nil }
        let numbers = text.split(separator: " ").map { Int($0) }
        let values = numbers.compactMap(\.self)
        let reach = Int(BaselinePoint.reach)
        guard numbers.count == 4, values.count == 4, values.allSatisfy({ 0...reach ~= $0 }),
            values[2] > 0, values[3] > 0
        else {
            throw SlideTableProblem.unusableCell(
                column: Column.region.rawValue, text: text,
                wanted: "x y width height in whole level-0 pixels, such as 0 0 4000 3000")
        }
        return BaselineRectangle(
            origin: BaselinePoint(x: Double(values[0]), y: Double(values[1])),
            width: Double(values[2]), height: Double(values[3]))
    }
}
