import CourseKit
import DeepTeaching
import SyntheticCohort

/// Step 7: where each method fails.
extension ColorCourse {
    func showFailures() throws {
        try lesson.step("failures") { step in
            let glass = fields[1].glass
            let ink = try inked()
            let lone = try oneStain()
            let pictures = [glass, ink, lone]
            let ways = try [
                attempts(MacenkoNormalizer(), pictures), attempts(VahadaneNormalizer(), pictures),
                attempts(ReinhardNormalizer(leastDensity: nil), pictures),
            ]
            step.figure(
                "failed",
                .grid(
                    pictures.indices.flatMap { index in
                        [pictures[index]]
                            + ways.map { $0[index].image ?? Self.refusal(pictures[index].size) }
                    }, columns: 4, spacing: 6))
            step.table(
                "attempts",
                rows: zip(["glass", "a pen", "one stain"], pictures.indices).map { name, index in
                    [name] + ways.map { $0[index].words }
                })
            step.choose("glass", ways[0][0].image == nil ? "refused" : "changed")
            let change = ways[2][0].image.map { $0.meanLab.distance(to: glass.meanLab) } ?? 0
            step.number("wrongGlassChange", change, .tenths)
            try showInk(ink, step)
            try showRescue(lone, step)
        }
    }

    /// How far the stains of an inked field lie from the true ones.
    private func showInk(_ ink: Image, _ step: LessonStep) throws {
        func degrees(_ image: Image) throws -> Double {
            let angles = try MacenkoNormalizer().stains(of: image).angles(to: fields[1].stains)
            return (angles.hematoxylin + angles.eosin) / 2
        }
        let (clean, inked) = (try degrees(fields[1].normal.image), try degrees(ink))
        step.number("cleanDegrees", clean, .tenths)
        step.number("wrongInkDegrees", inked, .tenths)
        step.choose("ink", inked > clean + 3 ? "misleads" : "harmless")
    }

    /// A picture in the staining of the first hospital, or why not.
    private struct Attempt {
        let image: Image?
        let words: String
    }

    private func attempts(
        _ normalizer: some StainNormalizer, _ pictures: [Image]
    ) throws -> [Attempt] {
        let target = try normalizer.profile(of: fields[0].images)
        return pictures.map { picture in
            do {
                let image = try normalizer.normalized(picture, to: target)
                let distance = image.meanLab.distance(to: picture.meanLab)
                return Attempt(
                    image: image, words: "moved by " + NumberFormat.tenths.text(distance))
            } catch let error as StainError {
                return Attempt(image: nil, words: error.name)
            } catch {
                return Attempt(image: nil, words: "\(error)")
            }
        }
    }

    /// A grey square with a cross: no picture.
    private static func refusal(_ size: PixelSize) -> Image {
        var image = Image(size: size, color: RGB(232, 232, 232))
        for x in 0..<size.width {
            for shift in -1...1 {
                let y = min(size.height - 1, max(0, x * size.height / size.width + shift))
                image[x: x, y: y] = RGB(170, 170, 170)
                image[x: size.width - 1 - x, y: y] = RGB(170, 170, 170)
            }
        }
        return image
    }

    /// A field of the second hospital with strokes of a pen.
    private func inked() throws -> Image {
        var image = fields[1].normal.image
        let ink = RGB(32, 84, 150)
        for y in 0..<image.size.height {
            let middle = image.size.width / 3 + y / 3
            for x in max(0, middle - 16)..<min(image.size.width, middle + 16) {
                let old = image[x: x, y: y]
                // Ink holds back a share of the light that tissue left.
                func behind(_ byte: UInt8, _ ink: UInt8) -> UInt8 {
                    UInt8(Int(byte) * Int(ink) / 240)
                }
                image[x: x, y: y] = RGB(
                    behind(old.red, ink.red), behind(old.green, ink.green),
                    behind(old.blue, ink.blue))
            }
        }
        return image
    }

    /// A field of the second hospital as if somebody had forgotten the eosin.
    private func oneStain() throws -> Image {
        let field = fields[1]
        return field.normal.hematoxylin.stained(field.stains.hematoxylin)
    }

    /// The same field changed by what was measured on the whole slide.
    private func showRescue(_ lone: Image, _ step: LessonStep) throws {
        let macenko = MacenkoNormalizer()
        let change = try macenko.change(
            from: macenko.profile(of: fields[1].images), to: macenko.profile(of: fields[0].images))
        let rescued = change(lone)
        let pinkness = rescued.meanLab.a - lone.meanLab.a
        step.figure("rescued", .sideBySide([lone, rescued, change(fields[1].glass)], spacing: 6))
        step.number("rescuedShift", pinkness, .tenths)
        step.number(
            "rescuedGlassChange",
            change(fields[1].glass).meanLab.distance(to: fields[1].glass.meanLab), .tenths)
    }
}

extension StainError {
    /// Its name in a few words, for a table.
    fileprivate var name: String {
        switch self {
        case .tooLittleStain: "refused: too little stain"
        case .sameDirection, .oneStain: "refused: one stain"
        case .faintStain: "refused: a faint stain"
        case .unusableSetting: "refused: a setting"
        }
    }
}
