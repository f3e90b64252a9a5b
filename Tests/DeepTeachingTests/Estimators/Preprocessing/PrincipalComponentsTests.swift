import Foundation
import XCTest

@testable import DeepTeaching

final class PrincipalComponentsTests: XCTestCase {
    func testScikitLearn() throws {
        for expected in try ClusteringReference.load().principal {
            let features = try Tensor(samples: expected.x)
            let what = "\(features.shape)"
            let found = try PrincipalComponents(expected.count).fit(features)
            assertEqual(found.variances, expected.variances, accuracy: 1e-12, what)
            assertEqual(found.varianceShares, expected.shares, accuracy: 1e-12, what)
            assertEqual(
                found.directions.flatMap { $0 }, expected.directions.flatMap { $0 },
                accuracy: 1e-10, what)
            assertEqual(
                Array(try found.transformed(features).elements.prefix(5 * expected.count)),
                expected.places.flatMap { $0 }, accuracy: 1e-10, what)
        }
    }

    func testAllDirectionsGiveTheSamplesBack() throws {
        var generator = SeededGenerator(seed: 1)
        let table = Tensor<Double>.normal([30, 7], mean: 5, using: &generator)
        let all = try PrincipalComponents().fit(table)
        XCTAssertEqual(all.componentCount, 7)
        XCTAssertEqual(all.varianceShares.reduce(0, +), 1, accuracy: 1e-12)
        let places = try all.transformed(table)
        assertEqual(try all.restored(places).elements, table.elements, accuracy: 1e-12)
        let covariance = places.matrixProduct(places, transposingFirst: true) / 29
        for (row, values) in covariance.rows.enumerated() {
            for (column, value) in values.enumerated() {
                XCTAssertEqual(
                    value, row == column ? all.variances[row] : 0, accuracy: 1e-12)
            }
        }
        let float = try all.transformed(Tensor<Float>(table))
        for (a, b) in zip(float.elements, places.elements) {
            XCTAssertEqual(Double(a), b, accuracy: 1e-5)
        }
    }

    /// Many features, of which most say the same: eigenvalues from large ones to 0.
    func testEigenvectorsOfALargeMatrix() {
        var generator = SeededGenerator(seed: 2)
        let a = Tensor<Double>.normal([60, 20], using: &generator)
        let matrix = a.matrixProduct(a, transposingSecond: true)
        let found = SymmetricEigenvectors(of: matrix.rows)
        XCTAssertEqual(found.values, found.values.sorted(by: >))
        let vectors = Tensor<Double>(rows: found.vectors)
        let unit = vectors.matrixProduct(vectors, transposingSecond: true)
        assertEqual(unit.elements, Tensor<Double>.identity(60).elements, accuracy: 1e-13)
        let product = vectors.matrixProduct(matrix)
        for (row, value) in found.values.enumerated() {
            for column in 0..<60 {
                XCTAssertEqual(
                    product[row, column], value * vectors[row, column], accuracy: 1e-11)
            }
        }
    }

    func testTheOrderOfSamplesAndThreadsDoNotMatter() throws {
        var generator = SeededGenerator(seed: 4)
        let table = Tensor<Double>.normal([3000, 4], using: &generator)
        let expected = try withThreads(1) { try PrincipalComponents().fit(table) }
        XCTAssertEqual(try withThreads(2) { try PrincipalComponents().fit(table) }, expected)
        let order = generator.shuffled(Array(0..<3000))
        let found = try PrincipalComponents().fit(table.gathered(order))
        assertEqual(
            found.directions.flatMap { $0 }, expected.directions.flatMap { $0 },
            accuracy: 1e-10)
    }

    func testConstantFeaturesHaveNoShare() throws {
        let table = Tensor<Double>(rows: [[1, 7, 0], [2, 7, 1], [4, 7, 0]])
        let found = try PrincipalComponents().fit(table)
        XCTAssertEqual(found.variances[2], 0)
        XCTAssertEqual(found.directions[0][1], 0)
    }

    func testWhatCannotBeUsedIsThrown() throws {
        assertThrows(EstimatorError.noSamples) {
            try PrincipalComponents().fit(Tensor<Double>.zeros([0, 2]))
        }
        assertThrows(EstimatorError.tooFewSamples(found: 1, needed: 2, for: "a variance")) {
            try PrincipalComponents().fit(Tensor<Double>.zeros([1, 2]))
        }
        assertThrows(
            EstimatorError.unusableSetting(
                name: "variance of the features", value: "0", allowed: "above 0 in one of them")
        ) { try PrincipalComponents().fit(Tensor<Double>.ones([4, 2])) }
        for count in [0, 3] {
            assertThrows(
                EstimatorError.unusableSetting(
                    name: "count", value: "\(count)", allowed: "from 1 to 2")
            ) {
                try PrincipalComponents(count).fit(Tensor<Double>(rows: [[1, 2, 3], [0, 5, 1]]))
            }
        }
        assertThrows(EstimatorError.notFinite(value: "nan", sample: 0, feature: 1)) {
            try PrincipalComponents().fit(Tensor<Double>(rows: [[1, .nan], [1, 2]]))
        }
        assertThrows(infiniteDistance) {
            try PrincipalComponents().fit(Tensor<Double>(rows: [[1e200], [-1e200]]))
        }
        let found = try PrincipalComponents(1).fit(Tensor<Double>(rows: [[1, 2], [0, 5]]))
        assertThrows(EstimatorError.featureCount(found: 1, expected: 2)) {
            try found.transformed(Tensor<Double>(rows: [[1]]))
        }
        assertThrows(EstimatorError.featureCount(found: 2, expected: 1)) {
            try found.restored(Tensor<Double>(rows: [[1, 2]]))
        }
    }

    func testDamagedFilesAreRefused() {
        for part in [
            #""means":[],"directions":[[]]"#, #""means":[1],"directions":[[1,2]]"#,
            #""means":[1],"directions":[]"#, #""means":[1e999],"directions":[[1]]"#,
        ] {
            let text = "{\(part),\"variances\":[1],\"varianceShares\":[1]}"
            XCTAssertThrowsError(
                try JSONDecoder().decode(
                    PrincipalComponents.Fitted.self, from: Data(text.utf8)), part)
        }
    }
}
