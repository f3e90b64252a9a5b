import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 1: patches become a map.
extension MapCourse {
    func showMap() throws {
        try lesson.step("map") { step in
            let (slide, detector) = (study.main, study.detectors[0])
            let patches = slide.patches(stride: detector.side)
            let map = slide.map(stride: detector.side, detector: 0)
            step.number("detectorCount", MapStudy.detectorCount)
            step.choose("staining", detector.normalization == nil ? "own" : "one")
            step.number("slideCount", study.slides.count)
            step.number("positiveCount", study.slides.count(where: \.record.isPositive))
            step.number("lesionCount", study.slides.reduce(0) { $0 + $1.lesions.lesions.count })
            step.text("mainSlide", slide.record.name)
            step.number("side", detector.side)
            step.number("sideMicrons", Double(detector.side) * detector.micronsPerPixel, .integer)
            step.number("patchCount", patches.indices.count)
            step.number("mapWidth", map.probabilities.size.width)
            step.number("mapHeight", map.probabilities.size.height)
            let thumbnail = try slide.thumbnail()
            step.figure(
                "first",
                .sideBySide(
                    [try slide.outlined(thumbnail), try slide.overlaid(map, thumbnail)], spacing: 8)
            )
            try showHand(step)
            try showWrongPlaces(step)
            try compareOwnMap(step)
        }
    }

    private func showHand(_ step: LessonStep) throws {
        func list(_ cells: [Float]) -> String {
            cells.map { NumberFormat.decimals(2).text(Double($0)) }.joined(separator: ", ")
        }
        let p = HandMap.probabilities
        step.text("handCells", list(try HandMap.cells()))
        step.text("handLast", list([p[0], p[1], p[2], p[2]]))
        step.text("handSpaced", list([p[0], p[0], p[1], p[1]]))
    }

    /// What is left of the tumour if columns and rows are swapped, or strides taken for sides.
    private func showWrongPlaces(_ step: LessonStep) throws {
        let (slide, stride) = (study.main, study.strides[2])
        let map = slide.map(stride: stride, detector: 0)
        let truth = map.truth(from: try slide.record.outlines())
        let (transposed, spaced) = (
            map.transposed, slide.spacedMap(stride: stride, detector: 0)
        )
        let highest = (try map.score(.maximum), try transposed.score(.maximum))
        step.number("rightHighest", highest.0)
        step.number("transposedHighest", highest.1)
        step.choose("kept", highest.0 - highest.1 < 0.05 ? "kept" : "lost")
        step.number("rightFound", map.sensitivity(to: truth), .percent(0))
        step.number("transposedFound", transposed.sensitivity(to: truth), .percent(0))
        step.number("spacedFound", spaced.sensitivity(to: truth), .percent(0))
        let thumbnail = try slide.thumbnail()
        step.figure(
            "wrongMaps",
            .sideBySide(
                [try slide.overlaid(transposed, thumbnail), try slide.overlaid(spaced, thumbnail)],
                spacing: 8))
    }

    private func compareOwnMap(_ step: LessonStep) throws {
        let (slide, side, stride) = (study.main, study.strides[0], study.strides[1])
        let patches = slide.patches(stride: stride)
        let probabilities = slide.probabilities(stride: stride, detector: 0)
        let map = slide.map(stride: stride, detector: 0)
        let predictions = zip(patches.indices, probabilities).map { index, probability in
            PatchPrediction(
                column: index.column, row: index.row, probability: Double(probability))
        }
        // Where there is no tissue the library leaves cells out, though patches reach them.
        let covered = map.covered
        try step.compare(
            mine, ConfidenceMapsCalls.stitch, predictions, side, stride,
            covered.size.width, covered.size.height, with: map.coveredValues,
            part: { own in
                zip(own.probabilities.joined(), covered.pixels).filter(\.1).map(\.0)
            })
    }
}

extension ConfidenceMap {
    /// The probabilities of the covered cells, row by row.
    var coveredValues: [Double] {
        zip(probabilities.values, covered.pixels).filter(\.1).map { Double($0.0) }
    }

    /// The probabilities, axes [row, column].
    var rows: [[Double]] {
        (0..<probabilities.size.height).map { y in
            (0..<probabilities.size.width).map { Double(probabilities[x: $0, y: y]) }
        }
    }
}
