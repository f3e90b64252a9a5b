import DeepTeaching
import XCTest

final class StageTests: XCTestCase {
    private func stage(negative: Int = 0, itc: Int = 0, micro: Int = 0, macro: Int = 0) -> PNStage {
        PNStage(
            nodes: Array(repeating: .negative, count: negative)
                + Array(repeating: .itc, count: itc) + Array(repeating: .micro, count: micro)
                + Array(repeating: .macro, count: macro))
    }

    /// The rules of CAMELYON17, case by case, each a mistake that a good kappa would hide.
    func testEveryRule() {
        XCTAssertEqual(stage(negative: 5), .pN0)
        // Isolated tumour cells only, in any number of nodes: not pN1mi, not positive.
        XCTAssertEqual(stage(negative: 4, itc: 1), .pN0ITC)
        XCTAssertEqual(stage(itc: 5), .pN0ITC)
        // Micro-metastases without a macro, any number: never pN1 or pN2.
        XCTAssertEqual(stage(negative: 4, micro: 1), .pN1mi)
        XCTAssertEqual(stage(itc: 3, micro: 2), .pN1mi)
        XCTAssertEqual(stage(negative: 1, micro: 4), .pN1mi)
        XCTAssertEqual(stage(micro: 5), .pN1mi)
        // One to three positive nodes with a macro.
        XCTAssertEqual(stage(negative: 4, macro: 1), .pN1)
        XCTAssertEqual(stage(negative: 2, macro: 3), .pN1)
        XCTAssertEqual(stage(negative: 2, micro: 2, macro: 1), .pN1)
        // Nodes with isolated tumour cells do not count.
        XCTAssertEqual(stage(itc: 4, macro: 1), .pN1)
        XCTAssertEqual(stage(itc: 2, micro: 1, macro: 2), .pN1)
        // Four or more; micros count with a macro, so the worst node alone does not decide.
        XCTAssertEqual(stage(negative: 1, macro: 4), .pN2)
        XCTAssertEqual(stage(negative: 1, micro: 3, macro: 1), .pN2)
        XCTAssertEqual(stage(micro: 4, macro: 1), .pN2)
        XCTAssertEqual(stage(itc: 1, micro: 1, macro: 3), .pN2)
        XCTAssertEqual(stage(macro: 5), .pN2)
    }

    func testTheOrderOfNodesDoesNotMatter() {
        XCTAssertEqual(PNStage(nodes: [.macro, .itc, .micro, .negative, .micro]), .pN1)
        XCTAssertEqual(PNStage(nodes: [.micro, .micro, .negative, .itc, .macro]), .pN1)
    }

    func testAMissingNodeIsNotNegative() throws {
        let gap = PatientStaging(
            patient: "patient_012", nodes: [.negative, nil, .negative, .negative, nil])
        XCTAssertEqual(gap.missingNodes, [1, 4])
        assertThrows(StagingError.missingNodes(patient: "patient_012", nodes: [1, 4])) {
            try gap.stage()
        }
        let short = PatientStaging(patient: "patient_001", nodes: [.macro])
        assertThrows(StagingError.missingNodes(patient: "patient_001", nodes: [1, 2, 3, 4])) {
            try short.stage()
        }
        let byNumber = PatientStaging(
            patient: "patient_001",
            types: [4: .macro, 0: .micro, 1: .micro, 2: .micro, 3: .negative])
        XCTAssertEqual(try byNumber.stage(), .pN2)
        XCTAssertEqual(byNumber.nodes[4], .macro)
    }

    func testTypesBySize() {
        let cases: [(Double, Int?, MetastasisType)] = [
            (0, nil, .negative), (0, 0, .negative), (0, 1, .itc), (15, nil, .itc),
            (199.9, 200, .itc), (200, nil, .itc), (200.1, nil, .micro), (150, 201, .micro),
            (2000, nil, .micro), (2000, 9999, .micro), (2000.1, nil, .macro), (8000, 5, .macro),
        ]
        for (diameter, cells, type) in cases {
            XCTAssertEqual(
                MetastasisType(longestDiameter: diameter, cells: cells), type,
                "\(diameter) um, \(cells ?? -1) cells")
        }
    }

    func testSeverity() {
        XCTAssertEqual(MetastasisType.allCases.sorted(), MetastasisType.allCases)
        XCTAssertEqual(MetastasisType.allCases.map(\.severity), [0, 1, 2, 3])
        XCTAssertEqual(PNStage.allCases.shuffled().sorted(), PNStage.allCases)
        XCTAssertEqual(PNStage.allCases.map(\.severity), [0, 1, 2, 3, 4])
        XCTAssertEqual([.micro, .negative, .itc].max(), MetastasisType.micro)
        XCTAssertEqual(MetastasisType.allCases.map(\.isPositiveSlide), [false, true, true, true])
        XCTAssertEqual(
            MetastasisType.allCases.map(\.makesNodePositive), [false, false, true, true])
    }

    func testParsing() throws {
        XCTAssertEqual(try MetastasisType(parsing: " ITC\r"), .itc)
        XCTAssertEqual(try PNStage(parsing: "pn0(I+)"), .pN0ITC)
        XCTAssertEqual(
            StagingError.unknownType("mikro", location: nil).description,
            "\"mikro\" is no metastasis type: write negative, itc, micro or macro.")
        assertThrows(StagingError.unknownType("mikro", location: nil)) {
            try MetastasisType(parsing: "mikro")
        }
        assertThrows(StagingError.unknownStage("pN3", location: nil)) {
            try PNStage(parsing: "pN3")
        }
        XCTAssertEqual(
            StagingError.unknownStage("pN3", location: nil).description,
            "\"pN3\" is no pN stage: write pN0, pN0(i+), pN1mi, pN1 or pN2.")
    }
}
