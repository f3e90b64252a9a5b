import DeepTeaching
import Foundation

/// The patients of a lesson with their slides, wherever they come from: a folder in the layout of
/// CAMELYON17, painted or real, or a table of one's own slides.
public struct SlideCohort: Sendable {
    /// The folder, or the table.
    public let location: URL

    /// The patients.
    public let patients: [SlidePatient]

    /// The names of patients that were left out.
    public let skippedPatients: [String]

    /// What the labels of the slides mean.
    public let classes: SlideTable.Classes

    /// All slides, patient by patient.
    public var slides: [SlideRecord] { patients.flatMap(\.slides) }

    /// Whether the stage of each patient is known.
    public var isStaged: Bool { patients.allSatisfy { $0.stage != nil } }

    /// The patients of a folder.
    public init(_ folder: CamelyonFolder) {
        location = folder.url
        patients = folder.patients.map {
            SlidePatient(number: $0.number, name: $0.name, stage: $0.stage, slides: $0.slides)
        }
        skippedPatients = folder.skippedPatients
        classes = .types
    }

    /// The patients of a table, as far as slides of them are left.
    ///
    /// - Parameter slides: the slides of the table that are used.
    /// - Throws: `StagingError` if the labels are no classes that the course tells apart.
    public init(_ table: SlideTable, slides: [SlideRecord]) throws {
        let byPatient = Dictionary(grouping: slides, by: \.patient)
        let names = table.patients
        location = table.url
        patients = names.enumerated().compactMap { number, name in
            byPatient[number].map {
                SlidePatient(number: number, name: name, stage: nil, slides: $0)
            }
        }
        skippedPatients = names.enumerated().filter { byPatient[$0.offset] == nil }.map(\.element)
        classes = try table.classes()
    }
}

/// A patient with slides.
public struct SlidePatient: Sendable, Equatable {
    /// The number of the patient.
    public let number: Int

    /// The name of the patient, such as "patient_012".
    public let name: String

    /// The true stage; nil if nobody says.
    public let stage: PNStage?

    /// The slides.
    public let slides: [SlideRecord]

    /// The type of the worst slide.
    public var worst: MetastasisType { slides.map(\.type).max() ?? .negative }
}
