import Foundation

extension SlideTable {
    /// The slides, in the order of the table. Patients are numbered in the order in which they appear,
    /// their slides from 0, and centres too, unless all of them are numbers.
    ///
    /// - Throws: `StagingError` if the labels are neither types of metastasis nor negative and one
    ///   other class.
    public func slides() throws -> [SlideRecord] {
        if case .named(let names) = try classes() { throw failure(.otherLabels(names)) }
        return records(outlines: true) { label in
            // One other class counts as the type of the largest metastases.
            (try? MetastasisType(parsing: label)) ?? .macro
        }
    }

    /// The slides with their labels as classes of any names, numbered as in ``slides()``.
    ///
    /// - Throws: `StagingError` if all slides have one label.
    public func classedSlides() throws -> ClassedSlides {
        let names = labels.distinctIgnoringCase
        guard names.count > 1 else {
            throw failure(names.first.map { .oneLabel($0) } ?? .noSlides)
        }
        let places = Dictionary(
            uniqueKeysWithValues: names.enumerated().map { ($1.lowercased(), $0) })
        return ClassedSlides(
            names: names, slides: records(outlines: false) { _ in .negative },
            labels: rows.map { places[$0.label.lowercased()] ?? 0 }, patients: patients)
    }

    private func records(
        outlines: Bool, type: (_ label: String) -> MetastasisType
    ) -> [SlideRecord] {
        let (patients, names) = (patients, names)
        let centers = rows.map(\.center).distinct
        let numbers = centers.map { $0.isEmpty ? 0 : Int($0) ?? -1 }
        let areNumbers = numbers.allSatisfy { $0 >= 0 }
        var counts: [String: Int] = [:]
        return rows.enumerated().map { index, row in
            let center = centers.firstIndex(of: row.center) ?? 0
            let node = counts[row.patient, default: 0]
            counts[row.patient] = node + 1
            return SlideRecord(
                name: names[index], patient: patients.firstIndex(of: row.patient) ?? 0, node: node,
                center: areNumbers ? numbers[center] : center,
                type: type(row.label), file: row.file,
                annotation: outlines ? row.annotations : nil,
                micronsPerPixel: row.micronsPerPixel, region: row.region)
        }
    }

    /// A name for each slide that no other has, and that can be part of a file's name: that of the
    /// file, and what is needed to tell it from others.
    private var names: [String] {
        let stems = rows.map { $0.file.deletingPathExtension().lastPathComponent }
        var seen: [String: Int] = [:]
        for stem in stems { seen[stem.lowercased(), default: 0] += 1 }
        return zip(rows, stems).map { row, stem in
            seen[stem.lowercased()] == 1 ? stem : "\(stem)-line-\(row.line)"
        }
    }
}
