import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = EvaluationCalls.frocCurve

extension EvaluationGraders {
    static let frocMisconceptions: [Misconception] = [
        call.misconception(
            "two hits of one lesion count twice", check: "rules",
            hints: Hints(
                question: "Can your sensitivity exceed 1?",
                concept: "The sensitivity counts lesions, not detections. Of several hits of one "
                    + "lesion only the best counts. A detector that peppers one large lesion "
                    + "would find everything otherwise.",
                step: "For each lesion take the highest score of its hits.")
        ) { slides in
            curve(
                hits: slides.flatMap { slide in
                    slide.detections.filter { isHit($0, slide) }.map(\.score)
                }, alarms: alarms(slides), slides)
        },
        call.misconception(
            "a second hit of a lesion is a false positive", check: "rules",
            hints: Hints(
                question: "A pathologist marks a lesion at two places. Is the second mark wrong?",
                concept:
                    "It is in the lesion, so it is no false alarm; it finds nothing new, so it "
                    + "is no hit. It counts neither way.",
                step: "False positives are detections with lesion == nil, and only they.")
        ) { slides in
            let more = slides.flatMap { slide in
                slide.lesions.flatMap { lesion in
                    slide.detections.filter { $0.lesion == lesion }.map(\.score).sorted(by: >)
                        .dropFirst()
                }
            }
            return curve(hits: hits(slides), alarms: alarms(slides) + more, slides)
        },
        call.misconception(
            "a hit of isolated tumour cells is a false positive", check: "rules",
            hints: Hints(
                question: "A detection lies in isolated tumour cells. Is there tumour?",
                concept: "There is, so it is no false alarm; but nobody asks for it, so it is no "
                    + "hit. It counts neither way.",
                step: "False positives are detections with lesion == nil, and only they.")
        ) { slides in
            let cells = slides.flatMap { slide in
                slide.detections.filter { isCells($0, slide) }.map(\.score)
            }
            return curve(hits: hits(slides), alarms: alarms(slides) + cells, slides)
        },
        call.misconception(
            "isolated tumour cells are lesions to be found", check: "rules",
            hints: Hints(
                question: "How many lesions do you divide by?",
                concept: "Isolated tumour cells are smaller than 0.2 mm, and CAMELYON16 does not "
                    + "ask for them: neither as hits nor among what is to be found.",
                step: "Divide by the sum of slide.lesions.count.")
        ) { slides in
            try EvaluationSolution.frocCurve(
                slides: slides.map {
                    SlideFindings(
                        lesions: $0.lesions + $0.isolatedTumorCells, isolatedTumorCells: [],
                        detections: $0.detections)
                })
        },
        call.misconception(
            "false positives are divided by the slides without a lesion", check: "rules",
            hints: Hints(
                question: "Over which slides do you count false positives, and by how many do you "
                    + "divide?",
                concept: "Both must be the same slides. Here these are all of them.",
                step: "Divide by Double(slides.count).")
        ) { slides in
            let normal = Double(max(1, slides.count { $0.lesions.isEmpty }))
            return try froc(slides).map {
                corner(
                    $0.falsePositivesPerSlide * Double(slides.count) / normal, $0.sensitivity)
            }
        },
        call.misconception(
            "false positives on slides with a lesion are left out", check: "rules",
            hints: Hints(
                question: "A detection beside a lesion, in normal tissue: is it right?",
                concept: "It sends the pathologist to a place without tumour, as any other false "
                    + "positive does.",
                step: "Take the detections without a lesion of every slide.")
        ) { slides in
            curve(hits: hits(slides), alarms: alarms(slides.filter(\.lesions.isEmpty)), slides)
        },
        call.misconception(
            "lesions of one number are one, though they lie on different slides", check: "rules",
            hints: Hints(
                question: "Slide 1 and slide 3 have a lesion 1 each. How many lesions are these?",
                concept: "Two: each slide counts its own lesions from 1. What belongs to a slide "
                    + "must be found there.",
                step: "Look for the best hit of a lesion among the detections of its own slide.")
        ) { slides in
            let together = slides.flatMap { slide in slide.detections.filter { isHit($0, slide) } }
            let best = Dictionary(together.map { ($0.lesion, $0.score) }, uniquingKeysWith: max)
            return curve(hits: Array(best.values), alarms: alarms(slides), slides)
        },
        call.misconception(
            "the first hit in the list counts, not the best", check: "rules",
            hints: Hints(
                question: "A lesion is hit with 0.4, then with 0.9. From which threshold on is it "
                    + "found?",
                concept:
                    "From 0.9 on: at 0.8 the second hit is still kept. The detections stand in "
                    + "no order.",
                step: "scores.max(), not scores.first.")
        ) { slides in
            let first = slides.flatMap { slide in
                slide.lesions.compactMap { lesion in
                    slide.detections.first { $0.lesion == lesion }?.score
                }
            }
            return curve(hits: first, alarms: alarms(slides), slides)
        },
        call.misconception(
            "a best hit below 0 is lost", check: "rules",
            hints: Hints(
                question: "Can a score lie below 0?",
                concept: "A score is any number: that of a network before its sigmoid often lies "
                    + "below 0. Whoever looks for the best one beginning at 0 never sees it.",
                step: "scores.max(), which is nil where there is no hit.")
        ) { slides in
            curve(hits: hits(slides).filter { $0 > 0 }, alarms: alarms(slides), slides)
        },
        call.misconception(
            "the sensitivity is a share of the lesions that are ever found", check: "rules",
            hints: Hints(
                question: "A detector finds one of ten lesions. Where should its curve end?",
                concept: "At 0.1. What nobody finds counts too.",
                step: "Divide by the sum of slide.lesions.count, not by the number of best hits.")
        ) { slides in
            let found = Double(max(1, hits(slides).count))
            let lesions = Double(slides.map(\.lesions.count).reduce(0, +))
            return try froc(slides).map {
                corner($0.falsePositivesPerSlide, $0.sensitivity * lesions / found)
            }
        },
        call.misconception(
            "detections of one score are stepped one by one", check: "thresholds",
            hints: Hints(
                question: "A hit and a false positive have the same score. Which threshold keeps "
                    + "the hit alone?",
                concept: "None. What has one score is kept together, or not at all.",
                step: "Take each different score once: Set(hits + alarms).sorted(by: >).")
        ) { slides in
            let all = hits(slides).map { ($0, 1.0, 0.0) } + alarms(slides).map { ($0, 0.0, 1.0) }
            let lesions = Double(slides.map(\.lesions.count).reduce(0, +))
            var points = [(0.0, 0.0)]
            for (_, hit, alarm) in all.sorted(by: { $0.0 > $1.0 }) {
                points.append(
                    (points[points.count - 1].0 + alarm, points[points.count - 1].1 + hit))
            }
            return points.map { corner($0.0 / Double(slides.count), $0.1 / lesions) }
        },
        call.misconception(
            "the corner (0, 0) is missing", check: "thresholds",
            hints: Hints(
                question: "What does a detector show that keeps nothing?",
                concept:
                    "No false positive and no lesion: every curve begins at (0, 0). A detector "
                    + "without any detection has this corner alone.",
                step: "Begin with FindingPoint(falsePositivesPerSlide: 0, sensitivity: 0).")
        ) { slides in Array(try froc(slides).dropFirst()) },
    ]
}

private func corner(_ falsePositives: Double, _ sensitivity: Double) -> FindingPoint {
    FindingPoint(falsePositivesPerSlide: falsePositives, sensitivity: sensitivity)
}

private func froc(_ slides: [SlideFindings]) throws -> [FindingPoint] {
    try EvaluationSolution.frocCurve(slides: slides)
}

private func isHit(_ finding: MarkedPlace, _ slide: SlideFindings) -> Bool {
    finding.lesion.map(slide.lesions.contains) ?? false
}

private func isCells(_ finding: MarkedPlace, _ slide: SlideFindings) -> Bool {
    finding.lesion.map(slide.isolatedTumorCells.contains) ?? false
}

/// The best hit of each lesion that is hit.
private func hits(_ slides: [SlideFindings]) -> [Double] {
    slides.flatMap { slide in
        slide.lesions.compactMap { lesion in
            slide.detections.filter { $0.lesion == lesion }.map(\.score).max()
        }
    }
}

private func alarms(_ slides: [SlideFindings]) -> [Double] {
    slides.flatMap(\.detections).filter { $0.lesion == nil }.map(\.score)
}

private func curve(
    hits: [Double], alarms: [Double], _ slides: [SlideFindings]
) -> [FindingPoint] {
    let lesions = Double(slides.map(\.lesions.count).reduce(0, +))
    return [corner(0, 0)]
        + Set(hits + alarms).sorted(by: >).map { threshold in
            corner(
                Double(alarms.count { $0 >= threshold }) / Double(slides.count),
                Double(hits.count { $0 >= threshold }) / lesions)
        }
}
