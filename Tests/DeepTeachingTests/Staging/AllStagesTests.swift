import DeepTeaching
import XCTest

/// The stage of every patient that can be: 56 multisets of five nodes of four types.
final class AllStagesTests: XCTestCase {
    /// Nodes without, with ITC, micro- and macro-metastases, and the stage, written out by a table of the rule:
    /// for each number of macros and micros, the number of ITC decides only between pN0 and pN0(i+).
    func testAllFiftySixMultisets() {
        // Row: macros; column: micros. 0 leaves it to the ITC.
        let table: [[PNStage?]] = [
            [nil, .pN1mi, .pN1mi, .pN1mi, .pN1mi, .pN1mi],
            [.pN1, .pN1, .pN1, .pN2, .pN2],
            [.pN1, .pN1, .pN2, .pN2],
            [.pN1, .pN2, .pN2],
            [.pN2, .pN2],
            [.pN2],
        ]
        var counts: [PNStage: Int] = [:]
        for (macro, row) in table.enumerated() {
            for (micro, stage) in row.enumerated() {
                for itc in 0...5 - macro - micro {
                    let nodes =
                        [MetastasisType](repeating: .macro, count: macro)
                        + [MetastasisType](repeating: .micro, count: micro)
                        + [MetastasisType](repeating: .itc, count: itc)
                        + [MetastasisType](repeating: .negative, count: 5 - macro - micro - itc)
                    let expected = stage ?? (itc == 0 ? .pN0 : .pN0ITC)
                    XCTAssertEqual(PNStage(nodes: nodes), expected, "\(nodes)")
                    XCTAssertEqual(PNStage(nodes: nodes.reversed()), expected, "\(nodes)")
                    counts[expected, default: 0] += 1
                }
            }
        }
        XCTAssertEqual(counts, [.pN0: 1, .pN0ITC: 5, .pN1mi: 15, .pN1: 22, .pN2: 13])
    }
}
