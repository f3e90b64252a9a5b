import DeepTeaching
import XCTest

@testable import CourseKit

final class DiagramTreeTests: XCTestCase {
    func testATreeIsDrawnWithItsQuestionsAndAnswers() throws {
        let tree = try DecisionTree().fit(
            Tensor(samples: [[0.0], [1], [2]]), labels: [0, 1, 0])
        let diagram = Diagram(
            tree.diagram(
                featureNames: ["diameter"], classNames: ["negative", "tumour"], maximumDepth: 1),
            name: "tree", caption: "A tree", alternative: "One question")
        XCTAssertEqual(
            diagram.boxes.map(\.title),
            ["diameter <= 0.5?", "negative 1.00", "diameter <= 1.5? ..."])
        XCTAssertEqual(
            diagram.boxes.map(\.operation), ["all", "diameter <= 0.5", "diameter > 0.5"])
        XCTAssertEqual(diagram.boxes.map(\.operands), [[], [0], [0]])
        XCTAssertEqual(diagram.boxes[0].rows.map(\.text).first, "3 samples")
        let drawing = DiagramDrawing.elements(diagram)
        XCTAssertTrue(drawing.contains("diameter &lt;= 0.5?"), drawing)
    }
}
