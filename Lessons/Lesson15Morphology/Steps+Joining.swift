import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 7: which regions are one metastasis.
extension MorphologyCourse {
    func showJoining() throws {
        try lesson.step("joining") { step in
            let view = MapView(study.mostJoined)
            let mask = view.mask
            step.text("joinedSlide", view.mapped.record.name)
            // listing: MorphologyCourse.joining
            let before = mask.connectedComponents(connectivity: .eight)
            let joined = mask.joined(within: Cleaning.gap / view.cell)
            // end listing
            let wrong = mask.joined(within: 2 * Cleaning.gap / view.cell)
            step.number("joinedGap", Cleaning.gap, .integer)
            step.number("gapCells", Cleaning.gap / view.cell, .decimals(2))
            step.number("beforeJoining", before.count)
            step.number("afterJoining", joined.count)
            step.number("wrongJoined", wrong.count)
            let lengths = [before, joined, wrong].map { $0.longest(view.cell) / 1000 }
            step.number("lengthBefore", lengths[0], .decimals(2))
            step.number("lengthJoined", lengths[1], .decimals(2))
            step.number("wrongLength", lengths[2], .decimals(2))
            step.choose("joiningEffect", joined.count < before.count ? "fewer" : "same")
            step.choose("radiusEffect", wrong.count < joined.count ? "fewer" : "same")
            step.figure(
                "joining",
                .sideBySide([view.picture(before), view.picture(joined)], spacing: 8))
            try compareOwnJoining(step)
        }
    }

    /// On a picture by hand: the map has too many cells for the plain answer.
    private func compareOwnJoining(_ step: LessonStep) throws {
        let hand = HandPicture.regions
        let labels = hand.connectedComponents(connectivity: .eight)
        let own = try step.value(
            of: mine, MorphologyCalls.joinWithin, 75, labels.rows, 20)
        if let own {
            step.number("mineJoined", own.joined().max() ?? 0)
            step.number("handJoined", hand.joined(within: 75.0 / 20).count)
        }
    }
}

extension MapStudy {
    /// The slide with a metastasis on which joining merges most regions of the first map.
    var mostJoined: MappedSlide {
        func merged(_ slide: MappedSlide) -> Int {
            let mask = slide.masks[0]
            let cell = slide.maps[0].cellMicrons.mean
            return mask.connectedComponents(connectivity: .eight).count
                - mask.joined(within: Cleaning.gap / cell).count
        }
        return slides.filter(\.record.isPositive).max { merged($0) < merged($1) } ?? main
    }
}

extension LabelImage {
    /// The numbers, axes [row, column].
    var rows: [[Int]] {
        (0..<size.height).map { y in (0..<size.width).map { self[x: $0, y: y] } }
    }
}
