import DeepTeaching
import Foundation

/// The table of stages beside the slides of CAMELYON17. Accepted means: every row is used, and each
/// stage is the one that the five nodes make.
struct StageTableFormat: FileFormat {
    static let name = "stage-labels"
    static let words = [
        "patient,stage\n", "patient_000.zip", "patient_001_node_3.tif", "negative", "itc", "micro",
        "macro", "pN0", "pN0(i+)", "pN1mi", "pN1", "pN2", "\r\n", "\r", ";", "\t", "\"", ",",
        "\u{FEFF}",
    ]

    let file: URL
    private let folder: URL

    init(in folder: URL) throws {
        self.folder = folder
        file = folder.appending(path: "stage_labels.csv")
        let slides = folder.appending(path: "training/center_0", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: slides, withIntermediateDirectories: true)
        for patient in 0..<3 {
            for node in 0..<5 {
                let name = "patient_00\(patient)_node_\(node).tif"
                try Data().write(to: slides.appending(path: name))
            }
        }
    }

    var samples: [Data] {
        let patients = [
            ("pN0", ["negative", "negative", "negative", "negative", "negative"]),
            ("pN1", ["macro", "negative", "itc", "micro", "negative"]),
            ("pN0(i+)", ["itc", "negative", "negative", "negative", "itc"]),
        ]
        let rows = patients.enumerated().flatMap { number, patient in
            ["patient_00\(number).zip,\(patient.0)"]
                + patient.1.enumerated().map { "patient_00\(number)_node_\($0).tif,\($1)" }
        }
        let table = (["patient,stage"] + rows).joined(separator: "\n") + "\n"
        return [
            Data(table.utf8), Data(table.replacing("\n", with: "\r\n").utf8),
            Data(("\u{FEFF}" + table).utf8),
        ]
    }

    func fault(in bytes: Data) throws -> String? {
        let folder = try CamelyonFolder(url: folder, skippingIncompletePatients: true)
        for patient in folder.patients
        where patient.stage != PNStage(nodes: patient.slides.map(\.type)) {
            return "\(patient.name) is called \(patient.stage)"
        }
        // A sound table has a row for each patient and each node, whatever else stands in it.
        let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
        let rows = text.split { ["\n", "\r", "\r\n"].contains($0) }
            .filter { $0.contains { $0.isLetter || $0.isNumber } }
        let patients = folder.patients.count + folder.skippedPatients.count
        return rows.count - 1 == 6 * patients
            ? nil : "\(rows.count) rows give \(patients) patients of six rows"
    }
}
