import DeepTeaching
import XCTest

/// Splits and folds with equal shares of each class.
final class SampleSplitTests: XCTestCase {
    private func counts(_ places: [Int], _ labels: [Int]) -> [Int] {
        (0..<3).map { k in places.count { labels[$0] == k } }
    }

    /// 60, 30 and 10 samples of three classes, mixed.
    private let labels = (0..<100).map { [0, 1, 0, 1, 0, 0, 1, 0, 2, 0][$0 % 10] }

    func testSplitKeepsTheSharesOfTheClasses() throws {
        let split = try SampleSplit(of: labels, test: 0.2, seed: 1)
        XCTAssertEqual(counts(split.test, labels), [12, 6, 2])
        XCTAssertEqual((split.training + split.test).sorted(), Array(0..<100))
        XCTAssertEqual(split, try SampleSplit(of: labels, test: 0.2, seed: 1))
        XCTAssertNotEqual(split, try SampleSplit(of: labels, test: 0.2, seed: 2))
    }

    func testRemaindersAreSharedSoThatTheTestHasItsSize() throws {
        // Ten classes of three: 0.75 of each would round to 10 of 30, but a quarter is 7.5.
        let labels = (0..<30).map { $0 / 3 }
        let split = try SampleSplit(of: labels, test: 0.5, seed: 0)
        XCTAssertEqual(split.test.count, 15)
        // Every class stays in both parts, even if the test grows.
        let small = try SampleSplit(of: labels, test: 0.01, seed: 0)
        XCTAssertEqual(Set(small.test.map { labels[$0] }).count, 10)
        let large = try SampleSplit(of: labels, test: 0.99, seed: 0)
        XCTAssertEqual(Set(large.training.map { labels[$0] }).count, 10)
    }

    func testFoldsAreEvenInSizeAndClasses() throws {
        let labels = (0..<67).map { $0 < 30 ? 0 : $0 < 55 ? 1 : 2 }
        let folds = try SampleSplit.folds(of: labels, count: 4, seed: 5)
        XCTAssertEqual(folds.flatMap(\.test).sorted(), Array(0..<67))
        XCTAssertEqual(Set(folds.map(\.test.count)), [16, 17])
        for k in 0..<3 {
            let inFolds = folds.map { counts($0.test, labels)[k] }
            XCTAssertLessThanOrEqual(inFolds.max()! - inFolds.min()!, 1, "class \(k)")
        }
        for fold in folds { XCTAssertTrue(Set(fold.training).isDisjoint(with: fold.test)) }
        XCTAssertEqual(folds, try SampleSplit.folds(of: labels, count: 4, seed: 5))
    }

    func testFoldsOfPatientsKeepPatientsWhole() throws {
        var generator = SeededGenerator(seed: 2)
        let patients = (0..<24).flatMap { patient in
            (0..<1 + generator.index(below: 5)).map { _ in patient }
        }
        let labels = patients.map { $0 % 3 }
        let folds = try SampleSplit.folds(of: labels, groups: patients, count: 4, seed: 1)
        XCTAssertEqual(folds.flatMap(\.test).sorted(), Array(labels.indices))
        for fold in folds {
            let seen = Set(fold.training.map { patients[$0] })
            XCTAssertTrue(seen.isDisjoint(with: fold.test.map { patients[$0] }))
            for k in 0..<3 {
                let share = Double(labels.count { $0 == k }) / 4
                XCTAssertEqual(Double(counts(fold.test, labels)[k]), share, accuracy: 3)
            }
        }
    }

    func testASplitOfGroupsKeepsThemWholeAndTheSharesOfTheClasses() throws {
        var generator = SeededGenerator(seed: 4)
        let patients = (0..<60).flatMap { patient in
            (0..<1 + generator.index(below: 5)).map { _ in patient }
        }
        let labels = patients.map { $0 % 3 }
        for share in [0.1, 0.25, 0.5, 0.8] {
            let split = try SampleSplit(of: labels, groups: patients, test: share, seed: 1)
            XCTAssertEqual((split.training + split.test).sorted(), Array(labels.indices))
            let seen = Set(split.training.map { patients[$0] })
            XCTAssertTrue(seen.isDisjoint(with: split.test.map { patients[$0] }))
            for k in 0..<3 {
                let total = Double(labels.count { $0 == k })
                XCTAssertEqual(
                    Double(counts(split.test, labels)[k]), share * total, accuracy: 3, "\(share)")
            }
        }
        XCTAssertEqual(
            try SampleSplit(of: labels, groups: patients, test: 0.3, seed: 1),
            try SampleSplit(of: labels, groups: patients, test: 0.3, seed: 1))
        XCTAssertNotEqual(
            try SampleSplit(of: labels, groups: patients, test: 0.3, seed: 1),
            try SampleSplit(of: labels, groups: patients, test: 0.3, seed: 2))
    }

    /// Two groups of half the samples each: a tenth of them is one or none.
    func testNoPartOfASplitOfGroupsIsEmpty() throws {
        for share in [0.001, 0.1, 0.9, 0.999] {
            let split = try SampleSplit(
                of: [0, 0, 1, 1], groups: ["a", "a", "b", "b"], test: share, seed: 0)
            XCTAssertEqual([split.training.count, split.test.count], [2, 2])
        }
        assertThrows(EstimatorError.tooFewGroups(found: 1, needed: 2)) {
            try SampleSplit(of: [0, 1], groups: ["a", "a"], test: 0.5, seed: 0)
        }
        assertThrows(EstimatorError.labelCount(labels: 2, samples: 1)) {
            try SampleSplit(of: [0, 1], groups: ["a"], test: 0.5, seed: 0)
        }
        XCTAssertThrowsError(try SampleSplit(of: [0, 1], groups: [1, 2], test: 1, seed: 0))
    }

    func testEachGroupIsLeftOutOnce() throws {
        let splits = try SampleSplit.leavingOneGroupOut(of: ["b", "a", "b", "c"])
        XCTAssertEqual(splits.map(\.test), [[0, 2], [1], [3]])
        XCTAssertEqual(splits.map(\.training), [[1, 3], [0, 2, 3], [0, 1, 2]])
        assertThrows(EstimatorError.tooFewGroups(found: 1, needed: 2)) {
            try SampleSplit.leavingOneGroupOut(of: ["a", "a"])
        }
        assertThrows(EstimatorError.noSamples) {
            try SampleSplit.leavingOneGroupOut(of: [Int]())
        }
    }

    func testAsManyGroupsAsFoldsLeaveNoFoldEmpty() throws {
        let folds = try SampleSplit.folds(
            of: [0, 0, 1, 1, 2], groups: ["a", "a", "b", "b", "c"], count: 3, seed: 0)
        XCTAssertEqual(Set(folds.map(\.test)), [[0, 1], [2, 3], [4]])
    }

    func testWhatCannotBeSharedOutIsThrown() {
        assertThrows(EstimatorError.noSamples) {
            try SampleSplit(of: [Int](), test: 0.5, seed: 0)
        }
        assertThrows(EstimatorError.tooFewOfClass(label: "b", found: 1, needed: 2)) {
            try SampleSplit(of: ["a", "a", "b"], test: 0.5, seed: 0)
        }
        assertThrows(EstimatorError.tooFewOfClass(label: "1", found: 2, needed: 3)) {
            try SampleSplit.folds(of: [0, 0, 0, 1, 1], count: 3, seed: 0)
        }
        assertThrows(EstimatorError.tooFewGroups(found: 2, needed: 3)) {
            try SampleSplit.folds(of: [0, 1, 0], groups: [0, 1, 1], count: 3, seed: 0)
        }
        for share in [0, 1, -1, Double.nan] {
            assertThrows(
                EstimatorError.unusableSetting(
                    name: "test", value: "\(share)", allowed: "above 0 and below 1")
            ) { try SampleSplit(of: [0, 0], test: share, seed: 0) }
        }
        assertThrows(
            EstimatorError.unusableSetting(
                name: "count of folds", value: "1", allowed: "2 or more")
        ) { try SampleSplit.folds(of: [0, 0], count: 1, seed: 0) }
    }
}
