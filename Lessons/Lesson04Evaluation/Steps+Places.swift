import CourseKit
import Curriculum
import DeepTeaching

/// Step 7: a detector must also say where.
extension EvaluationCourse {
    func showPlaces() throws {
        try lesson.step("places") { step in
            let maps = FindingsMap.all
            let images = maps.enumerated().map { $1.image(number: $0 + 1) }
            step.figure("maps", Image.sideBySide(images, spacing: 8))
            let marks = maps.enumerated().flatMap { slide, map in
                map.marks.map { (slide: slide + 1, score: $0.score, role: map.role(of: $0)) }
            }.sorted { $0.score > $1.score }
            step.table(
                "marks",
                rows: marks.map {
                    [NumberFormat.decimals(2).text($0.score), "\($0.slide)", $0.role.rawValue]
                })
            // listing: EvaluationCourse.froc
            let slides = try maps.map { try $0.detections() }
            let curve = try FROCCurve(slides: slides)
            // end listing
            step.number("lesionCount", curve.lesionCount)
            step.number("foundCount", marks.count { $0.role == .hit })
            let readings = FROCCurve.camelyonRates.map {
                curve.sensitivity(atFalsePositives: $0)
            }
            step.text(
                "readings",
                readings.map(NumberFormat.decimals(2).text).joined(separator: ", "))
            step.number("readingSum", readings.reduce(0, +), .decimals(2))
            step.number("frocScore", curve.score, .decimals(3))
            try showWrongRules(curve, slides, step)
            try compareFindings(maps, curve, step)
        }
    }

    private func showWrongRules(
        _ curve: FROCCurve, _ slides: [SlideDetections], _ step: LessonStep
    ) throws {
        // Each hit becomes a lesion of its own, and as many lesions as before are to be found.
        let twice = try FROCCurve(
            slides: slides.map { slide in
                var next = 100
                let detections = slide.detections.map { found in
                    guard let lesion = found.lesion, slide.lesions.contains(lesion) else {
                        return found
                    }
                    next += 1
                    return LesionDetection(score: found.score, lesion: next)
                }
                return try SlideDetections(
                    detections: detections,
                    lesions: Set(detections.compactMap(\.lesion))
                        .subtracting(slide.isolatedTumorCells),
                    isolatedTumorCells: slide.isolatedTumorCells)
            })
        let cells = try FROCCurve(
            slides: slides.map { slide in
                try SlideDetections(
                    detections: slide.detections.map { found in
                        let isCells = found.lesion.map(slide.isolatedTumorCells.contains) ?? false
                        return LesionDetection(
                            score: found.score, lesion: isCells ? nil : found.lesion)
                    }, lesions: slide.lesions, isolatedTumorCells: slide.isolatedTumorCells)
            })
        let factor = Double(twice.lesionCount) / Double(curve.lesionCount)
        step.number("wrongTwiceScore", twice.score * factor, .decimals(3))
        step.number(
            "wrongTwiceFound",
            twice.points[twice.points.count - 1].sensitivity * factor, .percent(0))
        step.number(
            "foundShare", curve.points[curve.points.count - 1].sensitivity, .percent(0))
        step.number("wrongCellsScore", cells.score, .decimals(3))
        step.plot(
            "froc",
            [
                Plot.Curve("right", of: curve),
                Plot.Curve(
                    "twice", x: Plot.Curve("", of: twice).x,
                    y: Plot.Curve("", of: twice).y.map { $0 * factor }),
                Plot.Curve("cells", of: cells),
            ], xRange: -3...4, yRange: 0...1, xTicks: Plot.Tick.camelyon)
    }

    private func compareFindings(
        _ maps: [FindingsMap], _ curve: FROCCurve, _ step: LessonStep
    ) throws {
        let findings = maps.map { map in
            SlideFindings(
                lesions: map.lesions.filter { !$0.isCells }.map(\.number),
                isolatedTumorCells: map.lesions.filter(\.isCells).map(\.number),
                detections: map.marks.map {
                    MarkedPlace(
                        score: $0.score, lesion: map.lesion(atX: $0.x, y: $0.y)?.number)
                })
        }
        let corners = curve.points.map { [$0.falsePositivesPerSlide, $0.sensitivity] }
        try step.compare(
            mine, EvaluationCalls.frocCurve, findings, with: corners,
            part: { $0.map { [$0.falsePositivesPerSlide, $0.sensitivity] } })
        try step.compare(
            mine, EvaluationCalls.frocScore,
            corners.map { FindingPoint(falsePositivesPerSlide: $0[0], sensitivity: $0[1]) },
            FROCCurve.camelyonRates, with: curve.score)
    }
}
