/// What is known of a patch, as a store keeps it: in as many bytes for each, with numbers in place of
/// slide and label.
struct PatchEntry: Equatable {
    /// Which patch of the store it is, so that no patch can be taken for another.
    let number: Int
    let slide: Int
    let label: Int
    let index: GridIndex?
    let region: BaselineRectangle
    let tumorShare: Double?

    /// The bytes of an entry: number, slide, label, column and row, x, y, width and height, share.
    static let bytes = 8 + 4 + 4 + 2 * 8 + 4 * 8 + 8

    /// Column and row of a patch that is of no grid.
    private static let noPlace = Int64.min

    /// The share of a patch of which nobody knows it.
    private static let noShare = -1.0

    func write(to fields: inout FieldWriter) {
        fields.append(UInt64(number))
        fields.append(UInt32(slide))
        fields.append(UInt32(label))
        fields.append(index.map { Int64($0.column) } ?? Self.noPlace)
        fields.append(index.map { Int64($0.row) } ?? Self.noPlace)
        for value in [region.origin.x, region.origin.y, region.width, region.height] {
            fields.append(value)
        }
        fields.append(tumorShare ?? Self.noShare)
    }

    /// The next entry; nil if it is cut off or makes no sense.
    init?(_ fields: inout FieldReader) {
        guard let number = fields.number(UInt64.self).flatMap({ Int(exactly: $0) }),
            let slide = fields.number(UInt32.self), let label = fields.number(UInt32.self),
            let column = fields.number(Int64.self), let row = fields.number(Int64.self),
            let x = fields.real(), let y = fields.real(), let width = fields.real(),
            let height = fields.real(), let share = fields.real()
        else { return nil }
        self.number = number
        self.slide = Int(slide)
        self.label = Int(label)
        index =
            column == Self.noPlace && row == Self.noPlace
            ? nil : GridIndex(column: Int(column), row: Int(row))
        region = BaselineRectangle(
            origin: BaselinePoint(x: x, y: y), width: width, height: height)
        tumorShare = share == Self.noShare ? nil : share
    }

    init(_ record: PatchRecord, number: Int, slide: Int, labels: [PatchLabel]) {
        self.number = number
        self.slide = slide
        label = labels.firstIndex(of: record.label) ?? 0
        index = record.index
        region = record.region
        tumorShare = record.tumorShare
    }

    /// The record; nil if slide or label are none, or a number makes no sense.
    func record(slides: [StoredSlide], labels: [PatchLabel]) -> PatchRecord? {
        guard slides.indices.contains(slide), labels.indices.contains(label) else { return nil }
        let record = PatchRecord(
            slide: slides[slide].name, patient: slides[slide].patient, region: region,
            index: index, label: labels[label], tumorShare: tumorShare)
        return record.fault == nil ? record : nil
    }
}

/// A slide of a store and its patient.
struct StoredSlide: Sendable, Hashable {
    let name: String
    let patient: String

    func write(to fields: inout FieldWriter) {
        fields.append(name)
        fields.append(patient)
    }

    init(name: String, patient: String) {
        self.name = name
        self.patient = patient
    }

    init?(_ fields: inout FieldReader) {
        guard let name = fields.text(), let patient = fields.text(), !name.isEmpty, !patient.isEmpty
        else { return nil }
        self.init(name: name, patient: patient)
    }
}
