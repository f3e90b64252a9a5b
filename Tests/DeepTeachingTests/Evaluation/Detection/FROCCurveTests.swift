import DeepTeaching
import XCTest

final class FROCCurveTests: XCTestCase {
    private struct Example: Decodable {
        struct Slide: Decodable {
            let lesions: Set<Int>
            let isolated: Set<Int>
            let detections: [LesionDetection]

            func found() throws -> SlideDetections {
                try SlideDetections(
                    detections: detections, lesions: lesions, isolatedTumorCells: isolated)
            }
        }

        struct Curve: Decodable {
            let false_positives: [Double]
            let sensitivities: [Double]
            let thresholds: [Double]
            let at_rates: [Double]
            let score: Double
        }

        let slides: [Slide]
        let all: Curve
        let normal: Curve
    }

    func testCurvesEqualTheRulesFollowedOneByOne() throws {
        for example in try reference("evaluation_froc", as: [Example].self) {
            let slides = try example.slides.map { try $0.found() }
            for (counted, expected) in [
                (FROCCurve.Slides.all, example.all), (.normal, example.normal),
            ] {
                let curve = try FROCCurve(slides: slides, falsePositivesOf: counted)
                assertEqual(
                    curve.points.map(\.falsePositivesPerSlide), expected.false_positives,
                    accuracy: 1e-12)
                assertEqual(
                    curve.points.map(\.sensitivity), expected.sensitivities, accuracy: 1e-12)
                XCTAssertEqual(curve.points.dropFirst().map(\.threshold), expected.thresholds)
                assertEqual(
                    FROCCurve.camelyonRates.map { curve.sensitivity(atFalsePositives: $0) },
                    expected.at_rates, accuracy: 1e-12)
                XCTAssertEqual(curve.score, expected.score, accuracy: 1e-12)
            }
        }
    }

    private func slide(
        _ detections: [(Double, Int?)], lesions: Set<Int> = [], isolated: Set<Int> = []
    ) throws -> SlideDetections {
        try SlideDetections(
            detections: detections.map { LesionDetection(score: $0.0, lesion: $0.1) },
            lesions: lesions, isolatedTumorCells: isolated)
    }

    func testOfSeveralHitsOnlyTheSurestCounts() throws {
        let curve = try FROCCurve(slides: [
            slide([(0.5, 1), (0.9, 1), (0.7, 1), (0.8, nil)], lesions: [1, 2])
        ])
        XCTAssertEqual(curve.points.map(\.threshold), [nil, 0.9, 0.8])
        XCTAssertEqual(curve.points.map(\.sensitivity), [0, 0.5, 0.5])
        XCTAssertEqual(curve.points.map(\.falsePositivesPerSlide), [0, 0, 1])
        XCTAssertEqual(curve.lesionCount, 2)
    }

    func testIsolatedTumorCellsCountNeitherWay() throws {
        let slides = try [
            slide([(0.9, 7), (0.8, 1), (0.7, 7)], lesions: [1], isolated: [7]),
            slide([(0.6, 7)], isolated: [7]),
        ]
        let curve = try FROCCurve(slides: slides)
        XCTAssertEqual(curve.points.map(\.threshold), [nil, 0.8])
        XCTAssertEqual(curve.points.last?.sensitivity, 1)
        XCTAssertEqual(curve.points.last?.falsePositivesPerSlide, 0)
        XCTAssertEqual(curve.score, 1)
        // A slide with isolated tumour cells alone is not normal.
        assertThrows(EvaluationError.noNormalSlides(slides: 2)) {
            try FROCCurve(slides: slides, falsePositivesOf: .normal)
        }
    }

    func testFalsePositivesOfAllOrOfNormalSlides() throws {
        let slides = try [
            slide([(0.9, nil), (0.8, 1)], lesions: [1]), slide([(0.7, nil)]), slide([]),
        ]
        let all = try FROCCurve(slides: slides)
        XCTAssertEqual(
            all.points.map { ($0.falsePositivesPerSlide * 3).rounded() }, [0, 1, 1, 2])
        let normal = try FROCCurve(slides: slides, falsePositivesOf: .normal)
        XCTAssertEqual(normal.points.map(\.falsePositivesPerSlide), [0, 0, 0.5])
        XCTAssertEqual(normal.sensitivity(atFalsePositives: 0), 1)
        // On the line from (1/3, 0) there is nothing but the jump: before it no lesion is found.
        XCTAssertEqual(all.sensitivity(atFalsePositives: 0.25), 0)
        XCTAssertEqual(all.sensitivity(atFalsePositives: 0.5), 1)
    }

    func testBetweenTwoPointsLiesALine() throws {
        // One false positive and one lesion of two together, then nothing more.
        let curve = try FROCCurve(slides: [slide([(0.9, nil), (0.9, 1)], lesions: [1, 2])])
        XCTAssertEqual(curve.sensitivity(atFalsePositives: 0.25), 0.125)
        XCTAssertEqual(curve.sensitivity(atFalsePositives: 8), 0.5)
        XCTAssertEqual(curve.score, (0.125 + 0.25 + 4 * 0.5) / 6, accuracy: 1e-15)
    }

    func testOrderAndMonotoneTransformationsChangeNothing() throws {
        var generator = SeededGenerator(seed: 3)
        for example in try reference("evaluation_froc", as: [Example].self) {
            let slides = try example.slides.map { try $0.found() }
            let other = try generator.shuffled(slides).map { slide in
                try SlideDetections(
                    detections: generator.shuffled(slide.detections).map {
                        LesionDetection(score: 3 * $0.score * $0.score - 7, lesion: $0.lesion)
                    }, lesions: slide.lesions, isolatedTumorCells: slide.isolatedTumorCells)
            }
            let (one, two) = (try FROCCurve(slides: slides), try FROCCurve(slides: other))
            XCTAssertEqual(one.points.map(\.sensitivity), two.points.map(\.sensitivity))
            XCTAssertEqual(one.score, two.score)
        }
    }

    func testALesionIsLookedUpByItsPlace() throws {
        let mask = [[0, 1], [2, 0]]
        let found = [
            (point: (x: 1, y: 0), score: 0.9), (point: (x: 0, y: 0), score: 0.8),
            (point: (x: 0, y: 1), score: 0.7),
        ]
        let slide = try SlideDetections(found, lesions: [1], isolatedTumorCells: [2]) { point in
            mask[point.y][point.x] > 0 ? mask[point.y][point.x] : nil
        }
        XCTAssertEqual(slide.detections.map(\.lesion), [1, nil, 2])
        assertThrows(EvaluationError.unknownLesion(label: 2, detection: 2)) {
            try SlideDetections(found, lesions: [1]) { point in
                mask[point.y][point.x] > 0 ? mask[point.y][point.x] : nil
            }
        }
    }

    func testTheScoreHasAnInterval() throws {
        let example = try XCTUnwrap(reference("evaluation_froc", as: [Example].self).last)
        let slides = try example.slides.map { try $0.found() }
        let interval = try FROCCurve.scoreInterval(
            slides: slides, groups: slides.indices.map { $0 / 2 }, seed: 1, samples: 200)
        XCTAssertEqual(interval.estimate, example.all.score, accuracy: 1e-12)
        XCTAssertLessThan(interval.lower, interval.estimate)
        XCTAssertGreaterThan(interval.upper, interval.estimate)
    }

    func testADetectorThatFindsNothingAndBadInput() throws {
        let nothing = try FROCCurve(slides: [slide([], lesions: [1])])
        XCTAssertEqual(nothing.points.count, 1)
        XCTAssertEqual(nothing.score, 0)
        assertThrows(EvaluationError.nothing) { try FROCCurve(slides: []) }
        assertThrows(EvaluationError.noLesions(slides: 1)) {
            try FROCCurve(slides: [slide([(0.5, nil)])])
        }
        assertThrows(EvaluationError.scoreNotANumber(item: 0)) { try slide([(.nan, nil)]) }
        assertThrows(EvaluationError.unknownLesion(label: 4, detection: 1)) {
            try slide([(0.1, nil), (0.2, 4)], lesions: [1])
        }
        XCTAssertThrowsError(try slide([], lesions: [1, 2], isolated: [2]))
        let data = try JSONEncoder().encode(slide([(0.1, 1)], lesions: [1]))
        XCTAssertEqual(
            try JSONDecoder().decode(SlideDetections.self, from: data),
            try slide([(0.1, 1)], lesions: [1]))
    }
}
