import CourseKit
import Curriculum
import DeepTeaching

/// Steps 1 and 2: the pictures, and the eye.
extension LookingCourse {
    /// The scene of the whole lesson.
    static let scene = DigitScene.cluttered

    func showDigits() throws -> (training: DigitPictures, test: DigitPictures) {
        try lesson.step("digits") { step in
            // listing: LookingCourse.digits
            let parts = try digits.parts(
                .cluttered, training: plan.training, test: plan.test, seed: lesson.seed)
            // end listing
            step.choose("origin", digits.data == nil ? "drawn" : "files")
            step.number("side", Self.scene.side)
            step.number("pixels", Self.scene.side * Self.scene.side)
            step.number("digitShare", 784 / Double(Self.scene.side * Self.scene.side), .percent(0))
            step.number("trainingCount", parts.training.labels.count)
            step.number("testCount", parts.test.labels.count)
            let pictures = (0..<8).map { GlimpsePicture.picture(parts.test.pictures, $0, scale: 3) }
            step.figure("pictures", .grid(pictures, columns: 4, spacing: 6))
            step.text(
                "labels", (0..<8).map { "\(parts.test.labels[$0])" }.joined(separator: ", "))
            return parts
        }
    }

    func showRetina(_ digits: DigitPictures) throws {
        try lesson.step("retina") { step in
            let sensor = LookingPlan.sensor
            let (side, place) = (Self.scene.side, (x: 0.3, y: -0.5))
            step.number("glimpseNumbers", sensor.featureCount)
            step.number("widest", sensor.width(ofScale: sensor.scales - 1))
            let share = Double(sensor.featureCount) / Double(side * side)
            step.number("glimpseShare", share, .percent(0))
            step.number("largeShare", share / 4, .percent(0))
            step.number("handColumn", sensor.start(at: place.x, scale: 0, length: side) + 6)
            step.number("handRow", sensor.start(at: place.y, scale: 0, length: side) + 6)
            step.number("handLeft", sensor.start(at: place.x, scale: 0, length: side))
            step.figure("retina", retinaFigure(digits))
            showExchange(digits, step)
            let image = digits.pictures.slice(0..<1).removingAxis(0)
            let seen = sensor(
                Tensor<Double>(digits.pictures.slice(0..<1)),
                at: Tensor([place.x, place.y], shape: [1, 2]))
            try step.compare(
                mine, RecurrentAttentionCalls.glimpse, rows(image), [place.x, place.y],
                sensor.size, sensor.scales, with: seen.elements,
                part: { $0.flatMap { $0.flatMap(\.self) } })
        }
    }

    private func rows(_ image: Tensor<Float>) -> [[Double]] {
        let elements = image.elements.map { Double($0) }
        let width = image.shape[1]
        return (0..<image.shape[0]).map { Array(elements[$0 * width..<($0 + 1) * width]) }
    }

    /// A picture with the squares around its digit, and what the retina makes of them.
    private func retinaFigure(_ digits: DigitPictures) -> Image {
        let (scale, sensor) = (4, LookingPlan.sensor)
        let place = (x: Double(digits.places[0, 0]), y: Double(digits.places[0, 1]))
        let squares = GlimpsePicture.squares(
            of: sensor, at: place, side: Self.scene.side, scale: scale)
        var picture = GlimpsePicture.picture(digits.pictures, 0, scale: scale)
        for (square, color) in zip(squares, [RGB.vermilion, .orange, .skyBlue]) {
            for border in 0..<2 {
                let inner = PixelRectangle(
                    x: square.x + border, y: square.y + border, width: square.width - 2 * border,
                    height: square.height - 2 * border)
                picture = picture.outlining([inner], color: color)
            }
        }
        let seen = GlimpsePicture.retina(
            digits.pictures, 0, sensor: sensor, at: place, width: scale * Self.scene.side)
        return .sideBySide([picture] + seen, spacing: 10)
    }

    /// How much of the digit's ink the two inner crops hold, at its place and with x and y exchanged.
    private func showExchange(_ digits: DigitPictures, _ step: LessonStep) {
        let count = min(500, digits.labels.count)
        let some = digits.selecting(Array(0..<count))
        let sensor = GlimpseSensor(size: 24, scales: 1)
        let all = some.pictures.sum().scalar
        func share(_ places: Tensor<Float>) -> Double {
            Double(sensor(some.pictures, at: places).sum().scalar / all)
        }
        let (right, wrong) = (share(some.places), share(some.places.reversed(axis: 1)))
        step.number("inkRight", right, .percent(0))
        step.number("wrongInkExchanged", wrong, .percent(0))
        step.choose("exchange", wrong < right - 0.1 ? "loses" : "same")
    }
}
