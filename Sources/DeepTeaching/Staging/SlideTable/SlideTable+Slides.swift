import Foundation

extension SlideTable {
    /// What the labels of a table mean to the course.
    public enum Classes: Sendable, Equatable {
        /// Negative, itc, micro and macro, or some of them.
        case types

        /// Negative and one other class, of this name. Its slides count as macro, the type of the
        /// largest metastases: nothing is known of sizes.
        case positive(String)
    }

    /// What the labels mean; upper and lower case do not matter.
    ///
    /// - Throws: `StagingError` if they are no classes that the course tells apart.
    public func classes() throws -> Classes {
        let others = rows.filter { (try? MetastasisType(parsing: $0.label)) == nil }
        guard let other = others.first else { return .types }
        let labels = Set(rows.map { $0.label.lowercased() })
        guard labels == ["negative", other.label.lowercased()] else {
            throw StagingError.slideTable(
                .otherLabels(self.labels),
                location: StagingError.Location(file: url.path, line: other.line))
        }
        return .positive(other.label)
    }

    /// The slides, in the order of the table. Patients are numbered in the order in which they appear,
    /// their slides from 0, and centres too, unless all of them are numbers.
    ///
    /// - Throws: `StagingError` if the labels are no classes that the course tells apart.
    public func slides() throws -> [SlideRecord] {
        let classes = try classes()
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
                type: classes.type(of: row.label), file: row.file, annotation: row.annotations,
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

extension SlideTable.Classes {
    /// The type that stands for a label.
    fileprivate func type(of label: String) -> MetastasisType {
        (try? MetastasisType(parsing: label)) ?? .macro
    }
}
