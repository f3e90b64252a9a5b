import Curriculum
import DeepTeaching
import Solutions
import XCTest

/// The library and the solutions of Lesson 4 give the same answers.
final class EvaluationSolutionTests: XCTestCase {
    private var generator = SeededGenerator(seed: 4)

    private func assertEqual(
        _ own: [[Double]], _ other: [[Double]], tolerance: Double = 1e-12, line: UInt = #line
    ) {
        XCTAssertEqual(own.map(\.count), other.map(\.count), line: line)
        XCTAssertFalse(own.isEmpty, line: line)
        for (a, b) in zip(own.flatMap { $0 }, other.flatMap { $0 }) {
            XCTAssertEqual(a, b, accuracy: tolerance, line: line)
        }
    }

    private func rows(_ points: [RatePoint]) -> [[Double]] {
        points.map { [$0.falsePositiveRate, $0.truePositiveRate] }
    }

    private func rows(_ points: [FindingPoint]) -> [[Double]] {
        points.map { [$0.falsePositivesPerSlide, $0.sensitivity] }
    }

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        XCTAssertEqual(
            try EvaluationSolution.confusionMatrix(
                labels: [0, 0, 1], predictions: [0, 1, 1], classCount: 2), [[1, 1], [0, 1]])
        let (scores, labels) = ([3.0, 2, 2, 1], [true, true, false, false])
        assertEqual(
            rows(try EvaluationSolution.rocCurve(scores: scores, labels: labels)),
            [[0, 0], [0, 0.5], [0.5, 1], [1, 1]])
        XCTAssertEqual(
            try EvaluationSolution.areaUnderCurve(scores: scores, labels: labels), 0.875)
        let kappa = try EvaluationSolution.cohensKappa(counts: [[8, 2], [2, 8]], weights: .none)
        XCTAssertEqual(try XCTUnwrap(kappa), 0.6, accuracy: 1e-12)
        let ends = try EvaluationSolution.bootstrapInterval(
            values: [1, 1, 0], groups: [7, 7, 9], draws: [[0.1, 0.9], [0.6, 0.7], [0.2, 0.4]],
            confidence: 0.5)
        assertEqual([[ends.lower, ends.upper]], [[1.0 / 3, 5.0 / 6]])
        let hits = [MarkedPlace(score: 0.9, lesion: 1), MarkedPlace(score: 0.7, lesion: 1)]
        let curve = try EvaluationSolution.frocCurve(slides: [
            SlideFindings(lesions: [1], isolatedTumorCells: [], detections: hits),
            SlideFindings(
                lesions: [], isolatedTumorCells: [],
                detections: [MarkedPlace(score: 0.8, lesion: nil)]),
        ])
        assertEqual(rows(curve), [[0, 0], [0, 1], [0.5, 1]])
        let corners = [(0.0, 0.0), (0, 0.5), (2, 0.8)].map {
            FindingPoint(falsePositivesPerSlide: $0.0, sensitivity: $0.1)
        }
        XCTAssertEqual(
            try EvaluationSolution.frocScore(curve: corners, rates: [1, 4]), 0.725, accuracy: 1e-12)
    }

    func testMatrixAndKappaAreTheLibrarys() throws {
        for classes in 2...6 {
            let labels = (0..<60).map { _ in generator.index(below: classes) }
            let predictions = labels.map {
                generator.uniform() < 0.6 ? $0 : generator.index(below: classes)
            }
            let matrix = try ConfusionMatrix(
                labels: labels, predictions: predictions, names: (0..<classes).map(String.init))
            XCTAssertEqual(
                try EvaluationSolution.confusionMatrix(
                    labels: labels, predictions: predictions, classCount: classes), matrix.counts)
            for weights in KappaWeights.allCases {
                XCTAssertEqual(
                    try XCTUnwrap(
                        EvaluationSolution.cohensKappa(counts: matrix.counts, weights: weights)),
                    try XCTUnwrap(matrix.cohensKappa(weights: weights)), accuracy: 1e-12)
            }
        }
        for counts in [[[7, 0], [0, 0]], [[0, 0], [0, 0]], [[3]]] {
            let matrix = try ConfusionMatrix(counts: counts, names: counts.map { _ in "" })
            XCTAssertNil(try EvaluationSolution.cohensKappa(counts: counts, weights: .linear))
            XCTAssertNil(matrix.cohensKappa(weights: .linear))
        }
    }

    func testCurveAndAreaAreTheLibrarys() throws {
        for grades in [3.0, 10, 1e9] {
            let labels = (0..<50).map { $0 < 15 }
            let scores = labels.map {
                (grades * (generator.uniform() + ($0 ? 0.3 : 0))).rounded(.down)
            }
            let known = try ROCCurve(scores: scores, labels: labels)
            assertEqual(
                rows(try EvaluationSolution.rocCurve(scores: scores, labels: labels)),
                known.points.map { [$0.falsePositiveRate, $0.truePositiveRate] })
            XCTAssertEqual(
                try EvaluationSolution.areaUnderCurve(scores: scores, labels: labels), known.area,
                accuracy: 1e-12)
        }
    }

    /// The library draws each group from one number of its stream, as the exercise does.
    func testIntervalsAreTheLibrarys() throws {
        let groups = (0..<60).map { $0 / 5 }
        let values = groups.map { 0.1 * Double($0 % 3) + generator.uniform() }
        for confidence in [0.5, 0.95] {
            let known = try bootstrapInterval(
                groups: groups, confidence: confidence, seed: 9, samples: 300
            ) { items in items.reduce(0) { $0 + values[$1] } / Double(items.count) }
            var stream = SeededGenerator(seed: 9, stream: "bootstrap")
            let draws = (0..<300).map { _ in (0..<12).map { _ in stream.uniform() } }
            let own = try EvaluationSolution.bootstrapInterval(
                values: values, groups: groups, draws: draws, confidence: confidence)
            assertEqual([[own.lower, own.upper]], [[known.lower, known.upper]])
        }
    }

    func testDetectionsAreJudgedAsByTheLibrary() throws {
        for grades in [4.0, 1e6] {
            let slides = (0..<12).map { slide in
                SlideFindings(
                    lesions: slide.isMultiple(of: 3) ? [] : [1, 2], isolatedTumorCells: [3],
                    detections: (0..<generator.index(below: 9)).map { _ in
                        let place = generator.index(below: 6)
                        let isLesion = place == 3 || (1...2).contains(place)
                        let isThere = place == 3 || !slide.isMultiple(of: 3)
                        return MarkedPlace(
                            score: (grades * generator.uniform()).rounded(.down),
                            lesion: isLesion && isThere ? place : nil)
                    })
            }
            let known = try FROCCurve(
                slides: slides.map { slide in
                    try SlideDetections(
                        detections: slide.detections.map {
                            LesionDetection(score: $0.score, lesion: $0.lesion)
                        }, lesions: Set(slide.lesions),
                        isolatedTumorCells: Set(slide.isolatedTumorCells))
                })
            let curve = try EvaluationSolution.frocCurve(slides: slides)
            assertEqual(
                rows(curve), known.points.map { [$0.falsePositivesPerSlide, $0.sensitivity] })
            XCTAssertEqual(
                try EvaluationSolution.frocScore(curve: curve, rates: FROCCurve.camelyonRates),
                known.score, accuracy: 1e-12)
        }
    }
}
