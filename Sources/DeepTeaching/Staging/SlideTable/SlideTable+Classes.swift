extension SlideTable {
    /// What the labels of a table mean to the course.
    public enum Classes: Sendable, Equatable {
        /// Negative, itc, micro and macro, or some of them.
        case types

        /// Negative and one other class, of this name. Its slides count as macro, the type of the
        /// largest metastases: nothing is known of sizes.
        case positive(String)

        /// Two or more classes of other names, in the order in which they appear; negative may be one
        /// of three. They are taken by ``SlideTable/classedSlides()``.
        case named([String])
    }

    /// What the labels mean; upper and lower case do not matter.
    ///
    /// - Throws: `StagingError` if all slides have one label that is no type of metastasis, or if types
    ///   and other classes are mixed.
    public func classes() throws -> Classes {
        let names = labels.distinctIgnoringCase
        let types = names.filter(\.isType)
        guard let other = names.first(where: { !$0.isType }) else { return .types }
        guard names.count > 1 else { throw failure(.oneLabel(other)) }
        // Negative is no type of its own. But a misspelt "macro" must not become a class.
        if let type = types.first(where: { $0.lowercased() != "negative" }) {
            throw failure(.mixedLabels(type: type, other: other))
        }
        return names.count == 2 && types.count == 1 ? .positive(other) : .named(names)
    }

    /// An error about the labels, in the first line whose label is no type.
    func failure(_ problem: SlideTableProblem) -> StagingError {
        let row = rows.first { !$0.label.isType } ?? rows.first
        return .slideTable(
            problem, location: StagingError.Location(file: url.path, line: row?.line ?? 1))
    }
}

extension String {
    /// Whether it names a type of metastasis, negative among them.
    fileprivate var isType: Bool { (try? MetastasisType(parsing: self)) != nil }
}

extension [String] {
    /// Each once, whatever its case, as it is written first.
    var distinctIgnoringCase: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0.lowercased()).inserted }
    }
}
