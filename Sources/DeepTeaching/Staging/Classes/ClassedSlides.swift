/// Slides of any classes that a table names: of tumour types, of grades, of organs.
///
/// Nothing but the class of each slide is known, no outlines and no stages.
///
/// ```swift
/// let table = try SlideTable(contentsOf: URL(fileURLWithPath: "slides.csv"))
/// let slides = try table.classedSlides()
/// let parts = try slides.split(seed: 1)
/// print(slides.names, parts.training.count, parts.test.count)
/// ```
public struct ClassedSlides: Sendable, Equatable {
    /// The names of the classes, in the order in which they appear in the table.
    public let names: [String]

    /// The slides. Their `type` is negative and says nothing.
    public let slides: [SlideRecord]

    /// For each slide the index of its class.
    public let labels: [Int]

    /// The names of the patients, by their number.
    public let patients: [String]

    /// Slides with their classes.
    ///
    /// - Parameters:
    ///   - names: the classes.
    ///   - slides: the slides; `patient` is an index of `patients`.
    ///   - labels: for each slide an index of `names`.
    ///   - patients: the names of the patients.
    public init(names: [String], slides: [SlideRecord], labels: [Int], patients: [String]) {
        require(
            slides.count == labels.count && labels.allSatisfy(names.indices.contains)
                && slides.allSatisfy { patients.indices.contains($0.patient) },
            "\(slides.count) slides need as many labels, not \(labels.count), each one of "
                + "\(names.count) classes, and their patients one of \(patients.count) names")
        self.names = names
        self.slides = slides
        self.labels = labels
        self.patients = patients
    }

    /// The slides that are wanted, changed; classes and patients stay.
    public func compactMap(_ change: (SlideRecord) throws -> SlideRecord?) rethrows -> ClassedSlides
    {
        let kept = try zip(slides, labels).compactMap { slide, label in
            try change(slide).map { ($0, label) }
        }
        return ClassedSlides(
            names: names, slides: kept.map(\.0), labels: kept.map(\.1), patients: patients)
    }

    /// The numbers of the patients that have slides of a class, of some slides or of all.
    public func patients(ofClass label: Int, among chosen: [Int]? = nil) -> Set<Int> {
        Set(
            (chosen ?? Array(slides.indices)).filter { labels[$0] == label }.map {
                slides[$0].patient
            })
    }
}
