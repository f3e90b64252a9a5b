import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 2: erosion and dilation.
extension MorphologyCourse {
    func showFitting(_ view: MapView) throws {
        try lesson.step("fits") { step in
            let mask = HandPicture.mask
            // listing: MorphologyCourse.hand
            let cross = StructuringElement.disk(radius: 1)
            let eroded = mask.eroded(by: cross)
            let dilated = mask.dilated(by: cross)
            // end listing
            step.number("handBefore", mask.foregroundCount)
            step.number("handEroded", eroded.foregroundCount)
            step.number("handDilated", dilated.foregroundCount)
            step.figure(
                "hand",
                .sideBySide(
                    [
                        HandPicture.image(mask),
                        HandPicture.image(eroded, marked: mask.subtracting(eroded)),
                        HandPicture.image(mask, marked: dilated.subtracting(mask)),
                    ], spacing: 12))
            showBorder(view, step)
            try compareOwn(mask, eroded, dilated, step)
        }
    }

    /// The largest region of the map, cut off on all four sides, loses cells only if the outside counts
    /// as background.
    private func showBorder(_ view: MapView, _ step: LessonStep) {
        let regions = view.mask.connectedComponents(connectivity: .eight)
        let largest = regions.regions().max { $0.area < $1.area }
        let box = largest?.boundingBox ?? PixelRectangle(x: 0, y: 0, width: 1, height: 1)
        // The middle half of its box.
        let inside = PixelRectangle(
            x: box.x + box.width / 4, y: box.y + box.height / 4, width: max(1, box.width / 2),
            height: max(1, box.height / 2))
        let cut = view.mask.cropped(to: inside)
        let disk = view.disk(Cleaning.diameter)
        let right = cut.eroded(by: disk)
        let wrong = cut.erodedFromOutside(by: disk)
        step.number("cutCells", cut.foregroundCount)
        step.number("cutEroded", right.foregroundCount)
        step.number("wrongEaten", right.subtracting(wrong).foregroundCount)
    }

    private func compareOwn(
        _ mask: Mask, _ eroded: Mask, _ dilated: Mask, _ step: LessonStep
    ) throws {
        let cross = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)].map {
            Offset(dx: $0.0, dy: $0.1)
        }
        let ownErosion = try step.value(of: mine, MorphologyCalls.erode, mask, cross)
        let ownDilation = try step.value(of: mine, MorphologyCalls.dilate, mask, cross)
        if let ownErosion {
            step.number("mineEroded", difference(ownErosion, eroded))
            step.figure("mineErosion", HandPicture.image(ownErosion))
        }
        if let ownDilation {
            step.number("mineDilated", difference(ownDilation, dilated))
            step.figure("mineDilation", HandPicture.image(ownDilation))
        }
    }

    /// The number of pixels in which two masks differ; all of them if their sizes do.
    func difference(_ a: Mask, _ b: Mask) -> Int {
        a.size == b.size ? zip(a.pixels, b.pixels).count { $0 != $1 } : b.size.area
    }
}

extension Mask {
    /// Erosion for which all that lies outside the picture is background.
    fileprivate func erodedFromOutside(by disk: StructuringElement) -> Mask {
        // listing: Mask.erodedFromOutside
        let margin = disk.mask.size.width
        var wide = Mask(size: size.widened(by: margin))
        for y in 0..<size.height {
            for x in 0..<size.width {
                wide[x: x + margin, y: y + margin] = self[x: x, y: y]
            }
        }
        let eroded = wide.eroded(by: disk)
        // end listing
        return eroded.cropped(
            to: PixelRectangle(x: margin, y: margin, width: size.width, height: size.height))
    }
}

extension PixelSize {
    /// The size with a margin on each side.
    fileprivate func widened(by margin: Int) -> PixelSize {
        PixelSize(width: width + 2 * margin, height: height + 2 * margin)
    }
}
