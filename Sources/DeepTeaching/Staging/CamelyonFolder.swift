import Foundation

/// A folder of CAMELYON17 slides with their table of stages, checked when it is opened.
///
/// It reads the layout of the challenge,
///
///     training/center_0/patient_000_node_0.tif
///     lesion_annotations/patient_000_node_0.xml
///     stage_labels.csv
///
/// and that of newer copies (`images/`, `annotations/`, `masks/`, `stages.csv`). Files are known by
/// their names, whose case does not matter, up to four folders deep; links are followed, hidden
/// folders are not looked into. Slides that the table does not name, such as those of the test
/// patients, are left aside.
///
/// ```swift
/// let folder = try CamelyonFolder(url: URL(fileURLWithPath: "CAMELYON17"))
/// for patient in folder.patients { print(patient.name, patient.center, patient.stage) }
/// ```
///
/// Source: Bandi et al., From detection of individual metastases to classification of lymph node
/// status at the patient level: the CAMELYON17 challenge, IEEE TMI, 2019.
public struct CamelyonFolder: Sendable, Equatable {
    /// Where the folder lies.
    public let url: URL

    /// The patients, by number.
    public let patients: [CamelyonPatient]

    /// The names of patients that were left out because a slide file is missing.
    public let skippedPatients: [String]

    /// All slides: patient by patient, and within a patient node by node.
    public var slides: [SlideRecord] { patients.flatMap(\.slides) }

    /// Opens a folder and checks that table and files agree; no slide is read.
    ///
    /// - Parameters:
    ///   - url: the folder that holds `training/` or `images/`.
    ///   - skippingIncompletePatients: leaves out patients of whom not all slides are there, for
    ///     those who downloaded only some; otherwise a missing slide is an error.
    /// - Throws: `StagingError` if the folder, its table or a slide is missing, a file lies there
    ///   twice, or the table is wrong; the error says in which line.
    public init(url: URL, skippingIncompletePatients: Bool = false) throws {
        let files = try CamelyonFiles(in: url)
        if let folder = files.unreadableFolders.first {
            throw StagingError.unreadableFolder(path: folder.path)
        }
        if let twins = files.twins.first {
            throw StagingError.twoFiles(first: twins.first.path, second: twins.second.path)
        }
        try self.init(
            url: url, files: files,
            table: try StageTable(contentsOf: try files.stageTable(of: url)),
            skippingIncompletePatients: skippingIncompletePatients)
    }

    /// The patients of a table with their files.
    init(
        url: URL, files: CamelyonFiles, table: StageTable, skippingIncompletePatients: Bool
    ) throws {
        var patients: [CamelyonPatient] = []
        var skipped: [String] = []
        for row in table.patients {
            let missing = row.nodes.first { files.slides[$0.name] == nil }
            if let missing, !skippingIncompletePatients {
                throw StagingError.noSlideFile(
                    slide: "\(missing.name).tif", location: table.location(missing.line))
            }
            if missing == nil {
                patients.append(CamelyonPatient(row, files: files))
            } else {
                skipped.append(CamelyonSlideName.patientName(row.number))
            }
        }
        self.init(url: url, patients: patients, skippedPatients: skipped)
    }

    /// A folder whose parts are known.
    init(url: URL, patients: [CamelyonPatient], skippedPatients: [String]) {
        self.url = url
        self.patients = patients
        self.skippedPatients = skippedPatients
    }
}

/// A patient of CAMELYON17: five lymph nodes and the stage that they make.
public struct CamelyonPatient: Sendable, Equatable {
    /// The number of the patient.
    public let number: Int

    /// The medical centre, 0 to 4: from the folder `center_N`, or, where there is none, by the
    /// rule that centre c has the patients 20 c to 20 c + 19.
    public let center: Int

    /// The true stage.
    public let stage: PNStage

    /// The slides of the nodes 0 to 4.
    public internal(set) var slides: [SlideRecord]

    /// For example "patient_012".
    public var name: String { CamelyonSlideName.patientName(number) }

    init(_ row: StageTable.Patient, files: CamelyonFiles) {
        number = row.number
        stage = row.stage
        let center = row.nodes.compactMap { files.centers[$0.name] }.first ?? row.number / 20
        self.center = center
        slides = row.nodes.compactMap { SlideRecord($0, center: center, files: files) }
    }
}

extension SlideRecord {
    /// The slide that a row of the table names; nil if its file is missing.
    fileprivate init?(_ row: StageTable.Node, center: Int, files: CamelyonFiles) {
        guard let file = files.slides[row.name] else { return nil }
        self.init(
            name: row.name.description, patient: row.name.patient, node: row.name.node,
            center: center, type: row.type, file: file, annotation: files.annotations[row.name],
            mask: files.masks[row.name])
    }
}
