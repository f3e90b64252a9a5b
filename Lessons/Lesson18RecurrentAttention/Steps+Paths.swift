import CourseKit
import DeepTeaching
import LessonSlides

/// Step 7: where it looks.
extension LookingCourse {
    func showPaths(_ learnt: LearntLooking, _ digits: DigitPictures) throws {
        try lesson.step("paths") { step in
            let meant = LookTest(learnt.model, digits.pictures)
            step.figure("paths", paths(meant, digits))
            let distances = meant.places.map { distance($0, digits) }
            step.table(
                "distances",
                rows: distances.enumerated().map { glimpse, distance in
                    let near = nearShare(meant.places[glimpse], digits)
                    return [
                        "\(glimpse + 1)", NumberFormat.decimals(1).text(distance),
                        NumberFormat.percent(0).text(near),
                    ]
                })
            let (first, last) = (distances[0], distances[distances.count - 1])
            step.number("firstDistance", first, .decimals(1))
            step.number("lastDistance", last, .decimals(1))
            step.choose("closing", last < first * 0.7 ? "closer" : "same")
            let sampled = LookTest(
                learnt.model, digits.pictures, .sampled(deviation: 0.2), seed: lesson.seed
            ).error(digits.labels)
            let exchanged = LookTest(learnt.model, digits.pictures, .exchanged)
                .error(digits.labels)
            step.number("meantError", learnt.error, .percent(1))
            step.number("wrongSampledError", sampled, .percent(1))
            step.number("wrongExchangedError", exchanged, .percent(1))
            step.choose("sampling", sampled > learnt.error ? "harms" : "same")
            step.choose("exchanging", exchanged > learnt.error ? "harms" : "same")
        }
    }

    /// The mean distance between glimpses and the middles of the digits, in pixels.
    private func distance(_ places: [(x: Double, y: Double)], _ digits: DigitPictures) -> Double {
        away(places, digits).mean
    }

    /// The share of glimpses at most 6 pixels from the middle: the sharp crop is 12 wide.
    private func nearShare(_ places: [(x: Double, y: Double)], _ digits: DigitPictures) -> Double {
        let all = away(places, digits)
        return Double(all.count { $0 <= 6 }) / Double(all.count)
    }

    private func away(_ places: [(x: Double, y: Double)], _ digits: DigitPictures) -> [Double] {
        let middles = digits.places.elements.map { Double($0) }
        let half = Double(digits.pictures.shape[2]) / 2
        return places.enumerated().map { index, place in
            let (dx, dy) = (place.x - middles[2 * index], place.y - middles[2 * index + 1])
            return half * (dx * dx + dy * dy).squareRoot()
        }
    }

    /// Six pictures with the way of the eye, and below each what it saw last.
    private func paths(_ looks: LookTest, _ digits: DigitPictures) -> Image {
        .grid(
            (0..<6).map { index in
                pathWithRetina(looks.places.map { $0[index] }, digits, index)
            }, columns: 3, spacing: 12)
    }

    private func pathWithRetina(
        _ places: [(x: Double, y: Double)], _ digits: DigitPictures, _ index: Int
    ) -> Image {
        let (sensor, scale) = (LookingPlan.sensor, 4)
        let last = places[places.count - 1]
        let squares = GlimpsePicture.squares(
            of: sensor, at: last, side: Self.scene.side, scale: scale)
        var picture = GlimpsePicture.picture(digits.pictures, index, scale: scale)
        for (square, color) in zip(squares, [RGB.vermilion, .orange, .skyBlue]).reversed() {
            picture = picture.outlining([square], color: color)
        }
        picture = GlimpsePicture.path(picture, places, color: .green)
        let strip = Image.sideBySide(
            GlimpsePicture.retina(digits.pictures, index, sensor: sensor, at: last, width: 72),
            spacing: 12)
        let gap = 6
        var whole = Image(
            size: PixelSize(
                width: picture.size.width, height: picture.size.height + gap + strip.size.height))
        whole.paste(picture, x: 0, y: 0)
        whole.paste(strip, x: 0, y: picture.size.height + gap)
        return whole
    }
}
