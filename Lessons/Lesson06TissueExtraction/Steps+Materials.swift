import CourseKit
import DeepTeaching
import LessonSlides

/// Step 6: what it is that is no tissue.
extension TissueCourse {
    func showMaterials(_ view: SlideView) throws {
        try lesson.step("materials") { step in
            let clean = view.tissue.mask
            let accidents = Accidents(on: view.overview.pixels, tissue: clean)
            let raster = SlideRaster(accidents.image, frame: view.overview.frame)
            // listing: TissueCourse.materials
            let materials = SlideMaterials(
                of: raster, micronsPerPixel: view.resolution)
            // end listing
            let plain = TissueMask(of: raster, micronsPerPixel: view.resolution).mask
            showFold(accidents, clean, step)
            step.table(
                "accidents",
                rows: accidents.drawn.map { drawn in
                    [
                        drawn.name, NumberFormat.integer.text(Double(drawn.mask.foregroundCount)),
                        NumberFormat.percent(0).text(plain.share(of: drawn.mask)),
                        NumberFormat.percent(0).text(
                            materials.mask(of: drawn.material).share(of: drawn.mask)),
                    ]
                })
            measure(accidents, materials, plain, clean, step)
            step.figure(
                "materials", .sideBySide([accidents.image, materials.picture], spacing: 8))
        }
    }

    /// How a fold differs from the tissue that it is made of.
    private func showFold(_ accidents: Accidents, _ clean: Mask, _ step: LessonStep) {
        guard let fold = accidents.drawn.first(where: { $0.material == .fold }) else { return }
        let flat = clean.subtracting(fold.mask)
        let rows = [("flat", flat), ("double", fold.mask)].map { name, mask in
            let color = accidents.image.meanColor(in: mask).hsv
            let values = [color.saturation, color.value, color.saturation - color.value]
            return [name] + values.map { NumberFormat.decimals(2).text(Double($0)) }
        }
        step.table("foldColors", rows: rows)
    }

    private func measure(
        _ accidents: Accidents, _ materials: SlideMaterials, _ plain: Mask, _ clean: Mask,
        _ step: LessonStep
    ) {
        func drawn(_ material: SlideMaterial) -> Mask {
            accidents.drawn.filter { $0.material == material }.map(\.mask)
                .reduce(Mask(size: clean.size)) { $0.union($1) }
        }
        func dice(_ material: SlideMaterial) -> Double {
            DiceScore.of(materials.mask(of: material), drawn(material))
        }
        step.number("penDice", dice(.pen), .decimals(2))
        step.number("blockDice", dice(.black), .decimals(2))
        let fold = dice(.fold)
        step.number("foldDice", fold, .decimals(2))
        step.choose("fold", fold > 0.9 ? "easy" : fold > 0.6 ? "good" : "poor")
        let red = accidents.drawn.first { $0.name == "red pen" }?.mask ?? Mask(size: clean.size)
        step.number("redInTissue", plain.share(of: red), .percent(0))
        step.choose("red", plain.share(of: red) > 0.5 ? "taken" : "spared")
        let flat = clean.subtracting(
            accidents.drawn.reduce(Mask(size: clean.size)) { $0.union($1.mask) })
        step.number(
            "tissueLost", 1 - materials.mask(of: .tissue).share(of: flat), .percent(1))
        step.number("falseFold", materials.mask(of: .fold).share(of: flat), .percent(1))
    }
}

/// How far two masks agree: twice what both have, of all that each has.
enum DiceScore {
    static func of(_ found: Mask, _ truth: Mask) -> Double {
        let both = 2 * found.intersection(truth).foregroundCount
        return Double(both) / Double(max(1, found.foregroundCount + truth.foregroundCount))
    }
}

extension Mask {
    /// Which share of another mask's pixels this one has too.
    func share(of other: Mask) -> Double {
        Double(intersection(other).foregroundCount) / Double(max(1, other.foregroundCount))
    }
}

extension SlideMaterials {
    /// Each material in a colour of its own.
    fileprivate var picture: Image {
        let colors: [SlideMaterial: RGB] = [
            .glass: RGB(240, 240, 240), .tissue: .purple, .pen: .skyBlue, .black: .black,
            .fold: .vermilion,
        ]
        var image = Image(size: raster.size)
        for y in 0..<raster.size.height {
            for x in 0..<raster.size.width {
                image[x: x, y: y] = colors[raster.pixels[x: x, y: y]] ?? .white
            }
        }
        return image
    }
}
