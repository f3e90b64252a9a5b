import DeepTeaching
import Foundation
import XCTest

/// A look at a table.
final class TableSummaryTests: XCTestCase {
    private func table(_ text: String) throws -> Table { try Table(csv: Data(text.utf8)) }

    /// pandas: pd.Series([4, 1, 2.5, 10]).describe().
    func testNumbersAreSummarisedAsPandasDoes() throws {
        let summary = try table("x,y\n4,a\n1,b\nNA,b\n2.5,?\n10,\n").summary()
        XCTAssertEqual(summary.rowCount, 5)
        XCTAssertEqual(summary.columns.map(\.name), ["x", "y"])
        XCTAssertEqual(summary.columns.map(\.count), [4, 3])
        XCTAssertEqual(summary.columns.map(\.missing), [1, 2])
        guard case .numbers(let numbers) = summary.columns[0].content else {
            return XCTFail("x holds numbers")
        }
        XCTAssertEqual(numbers.mean, 4.375)
        XCTAssertEqual(numbers.standardDeviation ?? 0, 3.944933459514875, accuracy: 1e-14)
        XCTAssertEqual(numbers.quartiles, [1, 2.125, 3.25, 5.5, 10])
        XCTAssertEqual(
            summary.columns[1].content, .words(distinct: 2, mostFrequent: "b", frequency: 2))
    }

    func testItPrintsALineAColumn() throws {
        let text = "size,kind,note\n1,tumour,\n2,tumour,\n3,normal,NA\n"
        XCTAssertEqual(
            "\(try table(text).summary())",
            """
            column  count  missing  mean  deviation  min  25 %  50 %  75 %  max
            size        3        0     2          1    1   1.5     2   2.5    3
            kind        3        0  2 words, 2 times "tumour"
            note        0        3  nothing
            3 rows, 3 columns
            """)
        XCTAssertEqual(
            "\(try table("kind\na\n").summary())",
            """
            column  count  missing
            kind        1        0  1 word, 1 times "a"
            1 rows, 1 columns
            """)
    }

    func testOneNumberNoRowAndADecimalComma() throws {
        guard case .numbers(let one) = try table("x\n7\n").summary().columns[0].content else {
            return XCTFail("x holds a number")
        }
        XCTAssertNil(one.standardDeviation)
        XCTAssertEqual(one.quartiles, [7, 7, 7, 7, 7])
        XCTAssertEqual(try table("x\n").summary().columns[0].content, .nothing)
        let comma = try table("x;y\n1,5;2\n")
        XCTAssertEqual(
            comma.summary().columns[0].content,
            .words(distinct: 1, mostFrequent: "1,5", frequency: 1))
        guard case .numbers = comma.summary(decimalMark: ",").columns[0].content else {
            return XCTFail("1,5 is a number")
        }
    }

    func testTheFirstRows() throws {
        let table = try table("x,y\n1,a\n2,b\n3,c\n")
        XCTAssertEqual(table.head(2).rows, [["1", "a"], ["2", "b"]])
        XCTAssertEqual(table.head().rowCount, 3)
        XCTAssertEqual(table.head(0).columnNames, ["x", "y"])
    }
}
