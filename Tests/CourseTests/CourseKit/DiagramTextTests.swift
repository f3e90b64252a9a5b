import DeepTeaching
import XCTest

@testable import CourseKit

/// Boxes and arrows in a terminal.
final class DiagramTextTests: XCTestCase {
    private let plain = Palette(usesColor: false)

    /// y = w x, L = y y.
    private let boxes = [
        Diagram.Box("x", operation: "input", rows: [Diagram.Row("value", "2")]),
        Diagram.Box("w", operation: "input", rows: [Diagram.Row("value", "3")]),
        Diagram.Box(
            "y", operation: "product", rows: [Diagram.Row("value", "6")], operands: [1, 0]),
        Diagram.Box(
            "L", operation: "product", rows: [Diagram.Row("value", "36")], operands: [2, 2]),
    ]

    func testFromLeftToRightWhereThereIsRoom() {
        XCTAssertEqual(
            text(boxes, width: 60).lines,
            [
                "┌─────────┐",
                "│    w    │",
                "│  input  ├─┐",
                "│ value 3 │ │  ┌─────────┐   ┌──────────┐",
                "└─────────┘ │  │    y    │   │    L     │",
                "┌─────────┐ └─→│ product ├──→│ product  │",
                "│    x    │  ┌→│ value 6 ├──→│ value 36 │",
                "│  input  ├──┘ └─────────┘   └──────────┘",
                "│ value 2 │",
                "└─────────┘",
            ], text(boxes, width: 60).lines.joined(separator: "\n"))
    }

    func testFromTopToBottomElse() {
        XCTAssertEqual(
            text(boxes, width: 28).lines,
            [
                "┌──────────┐  ┌──────────┐",
                "│    w     │  │    x     │",
                "│  input   │  │  input   │",
                "│ value 3  │  │ value 2  │",
                "└─────┬────┘  └─────┬────┘",
                "      └─────┐ ┌─────┘",
                "            ↓ ↓",
                "       ┌──────────┐",
                "       │    y     │",
                "       │ product  │",
                "       │ value 6  │",
                "       └────┬─┬───┘",
                "            ↓ ↓",
                "       ┌──────────┐",
                "       │    L     │",
                "       │ product  │",
                "       │ value 36 │",
                "       └──────────┘",
            ], text(boxes, width: 28).lines.joined(separator: "\n"))
    }

    func testAsAListWhereNothingFits() {
        let drawing = text(boxes, width: 20)
        XCTAssertFalse(drawing.isDrawn)
        XCTAssertEqual(
            drawing.lines,
            [
                "x", "  input, value 2", "w", "  input, value 3", "y ← w, x", "  product, value 6",
                "L ← y, y", "  product, value 36",
            ])
    }

    /// Whatever the graph, each arrow has its point, and each title can be read.
    func testRandomGraphs() {
        var drawn = 0
        for seed in 1...60 as ClosedRange<UInt64> {
            var draws = SeededGenerator(seed: seed)
            let boxes = (0..<7).map { node in
                Diagram.Box(
                    "n\(node)", operation: "", rows: [],
                    operands: node == 0
                        ? [] : (0..<draws.index(below: 3)).map { _ in draws.index(below: node) })
            }
            let drawing = text(boxes, width: 78)
            XCTAssertTrue(drawing.lines.allSatisfy { TextWidth.of($0) <= 78 }, "seed \(seed)")
            let all = drawing.lines.joined(separator: "\n")
            for box in boxes { XCTAssertTrue(all.contains(box.title), "seed \(seed)") }
            guard drawing.isDrawn else { continue }
            drawn += 1
            XCTAssertEqual(
                all.count { "→↓".contains($0) }, boxes.reduce(0) { $0 + $1.operands.count },
                "seed \(seed)\n\(all)")
        }
        XCTAssertGreaterThan(drawn, 40, "most graphs of seven boxes fit")
    }

    func testTitlesAreBoldAndWideLettersTakeTwoColumns() {
        let box = Diagram.Box("組織", operation: "", rows: [])
        let diagram = Diagram(name: "", boxes: [box], caption: "", alternative: "")
        let drawing = DiagramText(diagram: diagram, width: 20, palette: Palette(usesColor: true))
        XCTAssertEqual(drawing.lines, ["┌──────┐", "│\u{1B}[1m 組織 \u{1B}[0m│", "└──────┘"])
    }

    private func text(_ boxes: [Diagram.Box], width: Int) -> DiagramText {
        DiagramText(
            diagram: Diagram(name: "", boxes: boxes, caption: "", alternative: ""), width: width,
            palette: plain)
    }
}
