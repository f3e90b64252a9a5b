import DeepTeaching
import Foundation
import XCTest

final class ImputerTests: XCTestCase {
    private let holes = Tensor<Double>(rows: [[1, .nan], [.nan, 5], [3, 6], [8, 10]])

    func testScikitLearn() throws {
        let expected = try ClusteringReference.load().imputer
        let table = try Tensor(samples: expected.x.map { row in row.map { $0 ?? .nan } })
        assertEqual(try Imputer(.mean).fit(table).fillings, expected.mean, accuracy: 1e-14)
        assertEqual(try Imputer(.median).fit(table).fillings, expected.median, accuracy: 1e-14)
    }

    func testOnlyWhatIsMissingIsFilled() throws {
        let median = try Imputer(.median).fit(holes)
        XCTAssertEqual(median.fillings, [3, 6])
        XCTAssertEqual(try median.transformed(holes).elements, [1, 6, 3, 5, 3, 6, 8, 10])
        let mean = try Imputer().fit(holes)
        XCTAssertEqual(mean.fillings, [4, 7])
        let constant = try Imputer(.constant(-1)).fit(Tensor<Float>(rows: [[.nan]]))
        XCTAssertEqual(
            try constant.transformed(Tensor<Float>(rows: [[.nan], [2]])).elements, [-1, 2])
    }

    func testOtherSamplesAreFilledWithTheTrainingsNumbers() throws {
        let imputer = try Imputer().fit(holes)
        let other = Tensor<Float>(rows: [[.nan, 100], [200, .nan]])
        XCTAssertEqual(try imputer.transformed(other).elements, [4, 100, 200, 7])
    }

    func testLargeNumbersDoNotOverflow() throws {
        let large = Tensor<Double>(rows: [[1.5e308], [1.5e308]])
        XCTAssertEqual(try Imputer().fit(large).fillings, [1.5e308])
        XCTAssertEqual(try Imputer(.median).fit(large).fillings, [1.5e308])
    }

    func testWhatCannotBeUsedIsThrown() throws {
        let empty = Tensor<Double>(rows: [[1, .nan], [2, .nan]])
        for filling in [Imputer.Filling.mean, .median] {
            assertThrows(EstimatorError.onlyMissing(feature: 1)) {
                try Imputer(filling).fit(empty)
            }
        }
        assertThrows(EstimatorError.noSamples) {
            try Imputer().fit(Tensor<Double>.zeros([0, 1]))
        }
        assertThrows(EstimatorError.notFinite(value: "inf", sample: 1, feature: 0)) {
            try Imputer().fit(Tensor<Double>(rows: [[.nan], [.infinity]]))
        }
        assertThrows(
            EstimatorError.unusableSetting(
                name: "filling", value: "nan", allowed: "a finite number")
        ) { try Imputer(.constant(.nan)).fit(empty) }
        let imputer = try Imputer().fit(holes)
        assertThrows(EstimatorError.notFinite(value: "-inf", sample: 0, feature: 1)) {
            try imputer.transformed(Tensor<Double>(rows: [[1, -.infinity]]))
        }
        assertThrows(EstimatorError.featureCount(found: 1, expected: 2)) {
            try imputer.transformed(Tensor<Double>(rows: [[1]]))
        }
        assertThrows(EstimatorError.notFinite(value: "inf", sample: 0, feature: 0)) {
            try Imputer(.constant(1e300)).fit(holes)
                .transformed(Tensor<Float>(rows: [[.nan, 1]]))
        }
    }

    func testDamagedFilesAreRefused() {
        for text in [#"{"fillings":[]}"#, #"{"fillings":[1e999]}"#] {
            XCTAssertThrowsError(
                try JSONDecoder().decode(Imputer.Fitted.self, from: Data(text.utf8)), text)
        }
    }
}
