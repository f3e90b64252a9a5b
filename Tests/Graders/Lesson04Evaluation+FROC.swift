import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = EvaluationCalls.frocCurve

extension EvaluationGraders {
    static let frocCurve = ExerciseGrader(
        call,
        checks: [
            call.check(
                "rules", "which detections count, and by what the counts are divided",
                question: "Which detections count, and as what? And by how many slides do you "
                    + "divide?",
                inputs: { generator in
                    [
                        cohort(&generator), cohort(scale: 300, offset: -200, &generator),
                        cohort(scale: 1e-12, &generator),
                    ]
                },
                compare: compareCurves),
            call.check(
                "thresholds", "from the highest score down, equal scores together",
                question: "A hit and a false positive have the same score. Can a threshold keep "
                    + "one of them alone? And can a score lie below 0?",
                inputs: { generator in
                    [[tied(&generator)], nothing(&generator), sparse(&generator)]
                },
                compare: compareCurves),
        ],
        misconceptions: frocMisconceptions,
        alternatives: [
            call.answer("threshold by threshold, also those of what does not count") { slides in
                let thresholds = Set(slides.flatMap(\.detections).map(\.score)).sorted(by: >)
                let lesions = Double(slides.map(\.lesions.count).reduce(0, +))
                let corners = thresholds.map { threshold in
                    let kept = slides.map { slide in
                        slide.detections.filter { $0.score >= threshold }
                    }
                    let found = zip(slides, kept).reduce(0) { sum, pair in
                        sum
                            + Set(pair.1.compactMap(\.lesion)).intersection(pair.0.lesions).count
                    }
                    let alarms = kept.flatMap { $0 }.count { $0.lesion == nil }
                    return corner(
                        Double(alarms) / Double(slides.count), Double(found) / lesions)
                }
                return [corner(0, 0)] + corners
            }
        ],
        hints: Hints(
            question: "Which detections can be thrown away before you count anything?",
            concept: "Make two lists of scores: for each lesion of each slide its best hit, if it "
                + "has one; and all detections without a lesion. What hits isolated tumour cells is "
                + "in neither. Each different score of both lists is a threshold: count how many "
                + "of each list have at least this score.",
            step: "Best hits [0.9], false positives [0.8], two slides, one lesion: from 0.9 on (0, "
                + "1), from 0.8 on (1 / 2, 1). Before both stands (0, 0)."))

    /// A curve is the same whether or not a corner is repeated.
    static func compareCurves(_ expected: [FindingPoint], _ got: [FindingPoint]) -> Verdict {
        func rows(_ points: [FindingPoint]) -> [[Double]] {
            points.indices.filter { $0 == 0 || points[$0] != points[$0 - 1] }
                .map { [points[$0].falsePositivesPerSlide, points[$0].sensitivity] }
        }
        return compareCorners(
            rows(expected), rows(got), names: ["false positives per slide", "sensitivity"])
    }

    /// Five slides with everything: lesions that are hit several times, once and not at all, isolated tumour
    /// cells that are hit twice, false positives on slides with and without a lesion, and a lesion 1
    /// on two slides.
    private static func cohort(
        scale: Double = 1, offset: Double = 0, _ generator: inout SeededGenerator
    ) -> [SlideFindings] {
        var scores = generator.shuffled((0..<15).map { (Double($0) + generator.uniform()) / 15 })
        // The second hit of a lesion is the best, the third the worst.
        scores[0] = generator.uniform(0.3, 0.5)
        scores[1] = generator.uniform(0.8, 0.9)
        scores[14] = generator.uniform(0, 0.2)
        func finding(_ place: Int, _ lesion: Int?) -> MarkedPlace {
            MarkedPlace(score: offset + scale * scores[place], lesion: lesion)
        }
        return [
            SlideFindings(
                lesions: [1, 2, 3], isolatedTumorCells: [4],
                detections: [
                    finding(0, 1), finding(2, nil), finding(1, 1), finding(3, 2), finding(4, 4),
                    finding(14, 1),
                ]),
            SlideFindings(
                lesions: [], isolatedTumorCells: [], detections: [finding(5, nil), finding(6, nil)]),
            SlideFindings(
                lesions: [1], isolatedTumorCells: [],
                detections: [finding(7, nil), finding(8, 1), finding(9, 1)]),
            SlideFindings(
                lesions: [], isolatedTumorCells: [1],
                detections: [finding(10, 1), finding(11, nil), finding(12, 1)]),
            SlideFindings(lesions: [], isolatedTumorCells: [], detections: [finding(13, nil)]),
            // Nothing was found here, and a lesion missed.
            SlideFindings(lesions: [7], isolatedTumorCells: [], detections: []),
        ]
    }

    /// One slide of three different scores that hits and false positives share.
    private static func tied(_ generator: inout SeededGenerator) -> SlideFindings {
        let grades = [0, 1, 2].map { Double($0) + generator.uniform() }
        let detections = (0..<6).map { MarkedPlace(score: grades[$0 / 2], lesion: $0 + 1) }
        let alarms = (0..<3 + generator.index(below: 4)).map {
            MarkedPlace(score: grades[$0 % 3], lesion: nil)
        }
        return SlideFindings(
            lesions: Array(1...7), isolatedTumorCells: [],
            detections: generator.shuffled(detections + alarms))
    }

    /// Lesions, but no detection at all.
    private static func nothing(_ generator: inout SeededGenerator) -> [SlideFindings] {
        [
            SlideFindings(
                lesions: Array(1...2 + generator.index(below: 3)), isolatedTumorCells: [],
                detections: [])
        ]
    }

    /// Hits of isolated tumour cells have scores of their own; a false positive has the lowest score.
    private static func sparse(_ generator: inout SeededGenerator) -> [SlideFindings] {
        let lowest = -1 - generator.uniform()
        return [
            SlideFindings(
                lesions: [5], isolatedTumorCells: [2, 9],
                detections: [
                    MarkedPlace(score: lowest, lesion: nil), MarkedPlace(score: 0, lesion: 9),
                    MarkedPlace(score: 1, lesion: 5), MarkedPlace(score: 2, lesion: 2),
                ]),
            SlideFindings(lesions: [], isolatedTumorCells: [], detections: []),
        ]
    }
}

private func corner(_ falsePositives: Double, _ sensitivity: Double) -> FindingPoint {
    FindingPoint(falsePositivesPerSlide: falsePositives, sensitivity: sensitivity)
}
