import DeepTeaching
import XCTest

final class ConfusionMatrixTests: XCTestCase {
    func testMatricesAndMeasuresEqualScikitLearn() throws {
        for example in try EvaluationReference.load().matrices {
            let matrix = try ConfusionMatrix(
                labels: example.truth, predictions: example.predictions,
                names: (0..<example.classes).map { "class \($0)" })
            XCTAssertEqual(matrix.counts, example.matrix)
            XCTAssertEqual(matrix.total, example.truth.count)
            XCTAssertEqual(try XCTUnwrap(matrix.accuracy), example.accuracy, accuracy: 1e-12)
            XCTAssertEqual(
                try XCTUnwrap(matrix.balancedAccuracy), example.balanced, accuracy: 1e-12)
            for index in 0..<example.classes {
                assertSame(matrix.recall(of: index), example.recall[index])
                assertSame(matrix.precision(of: index), example.precision[index])
            }
        }
    }

    private func assertSame(_ found: Double?, _ expected: Double?) {
        XCTAssertEqual(found == nil, expected == nil)
        XCTAssertEqual(found ?? 0, expected ?? 0, accuracy: 1e-12)
    }

    func testRowsAreTruthAndNamesKeepUnusedClasses() throws {
        let matrix = try ConfusionMatrix(
            labels: [MetastasisType.macro, .macro, .negative],
            predictions: [.micro, .macro, .negative])
        XCTAssertEqual(
            matrix.counts, [[1, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 1, 1]])
        XCTAssertEqual(matrix.names, ["negative", "itc", "micro", "macro"])
        XCTAssertEqual(matrix.recall(of: 3), 0.5)
        XCTAssertEqual(matrix.precision(of: 3), 1)
        XCTAssertEqual(matrix.f1Score(of: 3), 2 / 3)
        XCTAssertNil(matrix.recall(of: 2))
        XCTAssertEqual(matrix.precision(of: 2), 0)
        XCTAssertNil(matrix.f1Score(of: 1))
    }

    func testTable() throws {
        let matrix = try ConfusionMatrix(counts: [[2, 1], [0, 0]], names: ["healthy", "tumour"])
        XCTAssertEqual(
            matrix.table(),
            [
                ["truth \\ prediction", "healthy", "tumour", "recall"],
                ["healthy", "2", "1", "66.7 %"], ["tumour", "0", "0", "-"],
                ["precision", "100.0 %", "0.0 %", "66.7 %"],
            ])
    }

    func testItPrintsAsAnAlignedTable() throws {
        let matrix = try ConfusionMatrix(
            counts: [[40, 2], [3, 15]], names: ["healthy", "tumour"])
        XCTAssertEqual(
            "\(matrix)",
            """
            truth \\ prediction  healthy  tumour  recall
            healthy                  40       2  95.2 %
            tumour                    3      15  83.3 %
            precision            93.0 %  88.2 %  91.7 %
            """)
    }

    func testBadInputIsThrown() {
        assertThrows(EvaluationError.nothing) {
            try ConfusionMatrix(labels: [], predictions: [], names: ["a"])
        }
        assertThrows(
            EvaluationError.lengths(
                name: "true classes", count: 2, otherName: "predictions", otherCount: 1)
        ) { try ConfusionMatrix(labels: [0, 0], predictions: [0], names: ["a"]) }
        assertThrows(EvaluationError.classOutOfRange(value: 2, item: 1, classCount: 2)) {
            try ConfusionMatrix(labels: [0, 1], predictions: [0, 2], names: ["a", "b"])
        }
        assertThrows(EvaluationError.classOutOfRange(value: -1, item: 0, classCount: 2)) {
            try ConfusionMatrix(labels: [-1], predictions: [0], names: ["a", "b"])
        }
        assertThrows(EvaluationError.matrixShape(rows: 2, columns: 1, names: 2)) {
            try ConfusionMatrix(counts: [[1, 2], [3]], names: ["a", "b"])
        }
        assertThrows(EvaluationError.negativeCount(-3, row: 1, column: 0)) {
            try ConfusionMatrix(counts: [[1, 2], [-3, 0]], names: ["a", "b"])
        }
    }

    func testDamagedFilesAreRefused() throws {
        let matrix = try ConfusionMatrix(counts: [[2, 1], [0, 4]], names: ["a", "b"])
        let data = try JSONEncoder().encode(matrix)
        XCTAssertEqual(try JSONDecoder().decode(ConfusionMatrix.self, from: data), matrix)
        let damaged = Data("{\"counts\":[[1]],\"names\":[]}".utf8)
        XCTAssertThrowsError(try JSONDecoder().decode(ConfusionMatrix.self, from: damaged))
    }
}
