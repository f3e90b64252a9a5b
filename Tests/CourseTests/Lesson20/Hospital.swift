import Foundation
import XCTest

/// A copy of the nano cohort as real slides come, without what the generator says of itself; tests
/// damage it.
struct Hospital {
    /// The program, in a folder that holds `hospital`.
    let program: StagingProgram

    private let name: String

    init(for test: XCTestCase, name: String = "hospital") throws {
        self.name = name
        program = try StagingProgram(for: test)
        let url = program.file(name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: StagingRuns.cohort(), to: url)
        for file in ["cohort.json", "truth.json"] {
            try FileManager.default.removeItem(at: url.appending(path: file))
        }
    }

    /// A file of the folder.
    func file(_ path: String) -> URL { program.file(name).appending(path: path) }

    /// The slide of a node.
    func slide(_ patient: Int, _ node: Int) -> URL {
        let number = String(format: "%03d", patient)
        return file("training/center_\(patient / 20)/patient_\(number)_node_\(node).tif")
    }

    /// The outlines of a node.
    func outlines(_ patient: Int, _ node: Int) -> URL {
        let number = String(format: "%03d", patient)
        return file("lesion_annotations/patient_\(number)_node_\(node).xml")
    }

    /// Changes the bytes of a file.
    func edit(_ file: URL, _ change: (inout Data) -> Void) throws {
        var data = try Data(contentsOf: file)
        let old = data
        change(&data)
        XCTAssertNotEqual(data, old, "the edit changes nothing of \(file.lastPathComponent)")
        try data.write(to: file)
    }

    /// Another patient with the slides and labels of patient 20, each file a byte longer: no copies.
    func addPatient40() throws {
        for node in 0..<5 {
            try FileManager.default.createDirectory(
                at: slide(40, node).deletingLastPathComponent(), withIntermediateDirectories: true)
            try (Data(contentsOf: slide(20, node)) + [0]).write(to: slide(40, node))
            if let outlines = try? Data(contentsOf: outlines(20, node)) {
                try outlines.write(to: self.outlines(40, node))
            }
        }
        try edit(file("stage_labels.csv")) { data in
            let rows = String(decoding: data, as: UTF8.self).split(separator: "\n")
                .filter { $0.hasPrefix("patient_020") }
                .map { $0.replacingOccurrences(of: "patient_020", with: "patient_040") }
            data += Data((rows.joined(separator: "\n") + "\n").utf8)
        }
    }

    /// Makes a slide say nothing of its resolution: its TIFF unit becomes "none".
    func forgetResolution(of slide: URL) throws {
        try edit(slide) { data in
            // BigTIFF's tag 296, of type SHORT, one value: 3 is the centimetre.
            let unit = Data([0x28, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0])
            var start = data.startIndex
            while let found = data.range(of: unit, in: start..<data.endIndex) {
                data[found.upperBound] = 1
                start = found.upperBound
            }
        }
    }
}
