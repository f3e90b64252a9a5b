import Foundation
import XCTest

/// A small CAMELYON17 folder of empty files, to be opened or damaged by a test.
struct CamelyonSample {
    let url: URL

    static let table = """
        patient,stage
        patient_021.zip,pN1
        patient_021_node_0.tif,negative
        patient_021_node_1.tif,macro
        patient_021_node_2.tif,itc
        patient_021_node_3.tif,micro
        patient_021_node_4.tif,negative
        patient_003.zip,pN0
        patient_003_node_0.tif,negative
        patient_003_node_1.tif,negative
        patient_003_node_2.tif,negative
        patient_003_node_3.tif,negative
        patient_003_node_4.tif,negative

        """

    /// The layout of the challenge, with annotations of two slides.
    init(_ test: XCTestCase, table: String? = CamelyonSample.table) throws {
        try self.init(empty: test)
        for node in 0..<5 {
            try add("training/center_0/patient_003_node_\(node).tif")
            try add("training/center_1/patient_021_node_\(node).tif")
        }
        try add("lesion_annotations/patient_021_node_1.xml")
        try add("lesion_annotations/patient_021_node_3.xml")
        if let table { try add("stage_labels.csv", table) }
    }

    /// A folder with nothing in it.
    init(empty test: XCTestCase) throws {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("camelyon-\(UUID().uuidString)")
        self.url = url
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        test.addTeardownBlock { try? FileManager.default.removeItem(at: url) }
    }

    func add(_ path: String, _ text: String = "") throws {
        try add(path, Data(text.utf8))
    }

    func add(_ path: String, _ data: Data) throws {
        let file = url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: url.appendingPathComponent(path))
    }
}
