import CTIFFShim
import DeepTeaching
import XCTest

/// A folder whose slides and outlines can be read: small TIFFs that all differ.
extension CamelyonSample {
    /// The layout of the challenge with slides of one micrometre a pixel, all of them sound.
    init(withSlidesFor test: XCTestCase, table: String? = CamelyonSample.table) throws {
        try self.init(test, table: table)
        for patient in [3, 21] {
            for node in 0..<5 { try addSlide(patient, node, micronsPerPixel: 1) }
        }
        for node in [1, 3] {
            try add("lesion_annotations/patient_021_node_\(node).xml", Self.xml([(20, 20)]))
        }
    }

    /// Writes a slide, or writes it anew; without a resolution it says none.
    func addSlide(_ patient: Int, _ node: Int, micronsPerPixel: Double?) throws {
        let number = patient == 3 ? "003" : "021"
        try add(
            "training/center_\(patient / 20)/patient_\(number)_node_\(node).tif",
            try bytes(of: Self.picture(of: patient, node), micronsPerPixel: micronsPerPixel))
    }

    /// What a slide shows; no two have one size.
    static func picture(of patient: Int, _ node: Int) -> Image {
        SlideFixtures.picture(96 + 2 * node, 72 + patient - 21)
    }

    /// The bytes of a slide of one level.
    func bytes(of image: Image, micronsPerPixel: Double? = 1) throws -> Data {
        let file = url.appendingPathComponent(".\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        var slide = TestTIFF(levels: [image])
        if let micronsPerPixel {
            let perCentimetre = 10_000 / micronsPerPixel
            slide.resolution = (perCentimetre, perCentimetre, RESUNIT_CENTIMETER)
        }
        try slide.write(to: file)
        return try Data(contentsOf: file)
    }

    /// An annotation file with squares of ten pixels whose top left corners are given.
    static func xml(_ corners: [(x: Double, y: Double)], group: String = "Tumor") -> String {
        let squares = corners.enumerated().map { index, corner in
            let places = [(0.0, 0.0), (10, 0), (10, 10), (0, 10)].enumerated().map { order, step in
                "<Coordinate Order=\"\(order)\" X=\"\(corner.x + step.0)\" "
                    + "Y=\"\(corner.y + step.1)\"/>"
            }
            return "<Annotation Name=\"\(index)\" Type=\"Polygon\" PartOfGroup=\"\(group)\">"
                + "<Coordinates>\(places.joined())</Coordinates></Annotation>"
        }
        return "<ASAP_Annotations><Annotations>\(squares.joined())</Annotations></ASAP_Annotations>"
    }

    /// What an inspection for patches of 32 pixels of one micrometre finds.
    func inspection(
        told: Double? = nil, progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws -> CamelyonInspection {
        try CamelyonInspection(
            of: url,
            settings: InspectionSettings(
                grid: PatchGrid(side: 32, micronsPerPixel: 1),
                micronsPerPixel: told.map { MicronsPerPixel($0) }), progress: progress)
    }
}

extension XCTestCase {
    /// Passes if an inspection finds one thing in the folder, and nothing else.
    func assertFinding(
        _ problem: InspectionProblem, in path: String, of sample: CamelyonSample,
        remedy: InspectionFinding.Remedy, file: StaticString = #filePath, line: UInt = #line
    ) throws {
        let finding = InspectionFinding(
            path: sample.url.appendingPathComponent(path).path, problem: problem, remedy: remedy)
        XCTAssertEqual(try sample.inspection().findings, [finding], file: file, line: line)
    }
}
