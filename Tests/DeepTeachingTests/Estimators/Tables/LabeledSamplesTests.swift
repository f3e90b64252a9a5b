import DeepTeaching
import Foundation
import XCTest

/// From a table to what estimators and networks learn from, and back.
final class LabeledSamplesTests: XCTestCase {
    private func table(_ text: String) throws -> Table { try Table(csv: Data(text.utf8)) }

    func testFeaturesLabelsAndNames() throws {
        let samples = try table("kind,size,age\nb,1.5,3\na,2,4\nb,-1e-3,5\n")
            .samples(labelColumn: "kind")
        XCTAssertEqual(samples.features, Tensor(rows: [[1.5, 3], [2, 4], [-1e-3, 5]]))
        XCTAssertEqual(samples.featureNames, ["size", "age"])
        XCTAssertEqual(samples.labels, [1, 0, 1])
        XCTAssertEqual(samples.classNames, ["a", "b"])
        XCTAssertEqual(samples.rows, [[1.5, 3], [2, 4], [-1e-3, 5]])
    }

    func testChosenColumnsInTheirOrderAndInFloat() throws {
        let samples = try table("a,b,c,y\n1,2,3,0\n4,5,6,1\n").samples(
            labelColumn: "y", featureColumns: ["c", "a"], of: Float.self)
        XCTAssertEqual(samples.features, Tensor<Float>(rows: [[3, 1], [6, 4]]))
    }

    func testClassesThatAreNumbersAreSortedBySize() throws {
        let text = "x,y\n1,10\n1,9\n1,-1\n"
        XCTAssertEqual(
            try table(text).samples(labelColumn: "y").classNames, ["-1", "9", "10"])
        XCTAssertEqual(
            try table(text + "1,b\n").samples(labelColumn: "y").classNames, ["-1", "10", "9", "b"])
    }

    func testMissingValuesAreRefusedOrLeftOut() throws {
        let table = try table("x,y\n1,a\nNA,b\n3,\n?,a\n5,b\n")
        XCTAssertThrowsError(try table.samples(labelColumn: "y")) {
            XCTAssertTrue("\($0)".contains("line 3 of the table: \"NA\" in the column \"x\""))
        }
        let samples = try table.samples(labelColumn: "y", missing: .rowsLeftOut)
        XCTAssertEqual(samples.rows, [[1], [5]])
        XCTAssertEqual(samples.labels, [0, 1])
        assertThrows(TableError.noRows(file: nil)) {
            try self.table("x,y\nNA,a\n").samples(labelColumn: "y", missing: .rowsLeftOut)
        }
    }

    func testACommaAsDecimalMark() throws {
        let table = try table("x;y\n1,5;a\n-2,25e1;b\n")
        XCTAssertThrowsError(try table.samples(labelColumn: "y")) {
            XCTAssertTrue("\($0)".contains("decimal mark"), "\($0)")
        }
        XCTAssertEqual(
            try table.samples(labelColumn: "y", decimalMark: ",").rows, [[1.5], [-22.5]])
        // A point is then no second decimal mark.
        XCTAssertThrowsError(
            try self.table("x;y\n1.5;a\n").samples(labelColumn: "y", decimalMark: ","))
    }

    func testWhatCannotBeLearntFromIsRefused() throws {
        assertThrows(TableError.noFeatures(file: nil)) {
            try self.table("y\na\n").samples(labelColumn: "y")
        }
        assertThrows(TableError.noRows(file: nil)) {
            try self.table("x,y\n").samples(labelColumn: "y")
        }
        assertThrows(TableError.labelAmongFeatures(column: "y")) {
            try self.table("x,y\n1,2\n").samples(labelColumn: "y", featureColumns: ["x", "y"])
        }
        // Within Double, beyond Float.
        XCTAssertEqual(try table("x,y\n1e300,a\n").samples(labelColumn: "y").rows, [[1e300]])
        XCTAssertThrowsError(
            try table("x,y\n1e300,a\n").samples(labelColumn: "y", of: Float.self))
    }

    func testSamplesBecomeATableAndComeBackBitForBit() throws {
        let samples = try LabeledSamples(
            features: Tensor(rows: [[0.1, 1.0 / 3], [1e-300, -0.0]]), featureNames: ["a", "b"],
            labels: [1, 0], classNames: ["no", "yes"])
        let table = try Table(samples, labelColumn: "y")
        let back = try table.samples(labelColumn: "y")
        XCTAssertEqual(back, samples)
        XCTAssertEqual(back.features[1, 1].sign, .minus)
        assertThrows(TableError.repeatedColumn(name: "a", numbers: [1, 3], file: nil)) {
            try Table(samples, labelColumn: "a")
        }
    }

    func testGroupsComeFromAColumnAndGoBackIntoOne() throws {
        let table = try table("patient,x,y\np1,1,a\np1,2,b\n,3,a\np2,NA,b\np2,5,b\n")
        let samples = try table.samples(
            labelColumn: "y", groupColumn: "patient", missing: .rowsLeftOut)
        // Rows that are left out take their groups with them.
        XCTAssertEqual(samples.groups, ["p1", "p1", "p2"])
        XCTAssertEqual(samples.featureNames, ["x"])
        XCTAssertEqual(samples.rows, [[1], [2], [5]])
        XCTAssertEqual("\(samples)", "3 samples of 1 features: 1 a, 2 b; 2 groups")
        let back = try Table(samples, labelColumn: "y", groupColumn: "patient")
        XCTAssertEqual(
            try back.samples(labelColumn: "y", groupColumn: "patient"), samples)
        XCTAssertThrowsError(try table.samples(labelColumn: "y", groupColumn: "patient"))
        let plain = try table.samples(
            labelColumn: "y", featureColumns: ["x"], missing: .rowsLeftOut)
        XCTAssertNil(plain.groups)
        assertThrows(EstimatorError.noGroups) { try plain.groupedSplit(test: 0.5, seed: 1) }
        assertThrows(EstimatorError.noGroups) {
            try Table(plain, labelColumn: "y", groupColumn: "patient")
        }
        assertThrows(EstimatorError.groupCount(groups: 1, samples: 2)) {
            try LabeledSamples(
                features: Tensor(rows: [[1.0], [2]]), featureNames: ["x"], labels: [0, 0],
                classNames: ["a"], groups: ["p"])
        }
    }

    func testASplitKeepsGroupsWhole() throws {
        let rows = (0..<40).map { [Double($0)] }
        let samples = try LabeledSamples(
            features: Tensor(rows: rows), featureNames: ["a"], labels: (0..<40).map { $0 % 2 },
            classNames: ["even", "odd"], groups: (0..<40).map { "p\($0 / 4)" })
        let (training, test) = try samples.groupedSplit(test: 0.3, seed: 3)
        XCTAssertEqual(test.count, 12)
        XCTAssertTrue(Set(training.groups ?? []).isDisjoint(with: test.groups ?? []))
        for part in [training, test] {
            XCTAssertEqual(part.groups, part.rows.map { "p\(Int($0[0]) / 4)" })
        }
        let scale = try Standardizer().fit(training.features)
        let scaled = try test.standardized(by: scale)
        XCTAssertEqual(scaled.features, try scale.standardized(test.features))
        XCTAssertEqual(scaled.groups, test.groups)
    }

    /// A test without the first class must not be numbered anew.
    func testClassesCanBeThoseOfAnotherTable() throws {
        let training = try table("x,y\n1,a\n2,b\n3,c\n").samples(labelColumn: "y")
        let test = try table("x,y\n4,c\n5,b\n")
        XCTAssertEqual(
            try test.samples(labelColumn: "y", classNames: training.classNames).labels, [2, 1])
        assertThrows(
            TableError.unknownClass(
                name: "c", known: ["a", "b"], location: .init(file: nil, line: 2))
        ) { try test.samples(labelColumn: "y", classNames: ["a", "b"]) }
    }

    func testPartsKeepTheirRowsTogether() throws {
        let rows = (0..<20).map { [Double($0), Double($0) * 2] }
        let samples = try LabeledSamples(
            features: Tensor(rows: rows), featureNames: ["a", "b"],
            labels: (0..<20).map { $0 % 2 }, classNames: ["even", "odd"])
        let (training, test) = try samples.stratifiedSplit(test: 0.25, seed: 3)
        XCTAssertEqual((training.rows + test.rows).sorted { $0[0] < $1[0] }, rows)
        for part in [training, test] {
            XCTAssertEqual(part.labels, part.rows.map { Int($0[0]) % 2 })
            XCTAssertEqual(part.classNames, samples.classNames)
        }
        XCTAssertEqual(test.count, 5)
    }
}
