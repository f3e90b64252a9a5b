import CourseKit
import Curriculum
import DeepTeaching
import SyntheticCohort

/// Steps 1 and 2: an image is numbers, and each has its place in the memory.
extension TensorCourse {
    /// - Returns: the eight times eight pixels that are looked at.
    func showNumbers(_ region: PaintedTissue.Region) throws -> PixelRectangle {
        try lesson.step("numbers") { step in
            let size = region.image.size
            step.number(
                "regionMicrons", Double(size.width) * region.micronsPerPixel, .decimals(0))
            step.text("mainSlide", tissue.name)
            showCells(region.cells, step)
            step.figure("region", region.image.enlarged(by: 3))
            step.number("micronsPerPixel", region.micronsPerPixel, .decimals(1))
            step.number("regionWidth", size.width)
            step.number("regionHeight", size.height)
            step.number("regionNumbers", region.image.pixels.count)

            let corner = region.image.mostVaried(side: 8)
            let pixels = region.image.cropped(to: corner)
            step.number("cornerRow", corner.y)
            step.number("cornerColumn", corner.x)
            step.figure("corner", pixels.enlarged(by: 32))
            let rows = (0..<8).map { y in
                ["\(y)"] + (0..<8).map { x in "\(pixels[x: x, y: y].red)" }
            }
            step.table("pixels", rows: rows)
            return corner
        }
    }

    private func showCells(_ cells: [PaintedCell], _ step: LessonStep) {
        let tumor = cells.filter { $0.kind == .tumor }
        step.choose("cells", 2 * tumor.count > cells.count ? "tumor" : "mixed")
        step.number("regionNuclei", cells.count)
        step.number("tumorNuclei", tumor.count)
        step.number("tumorDiameter", Self.meanDiameter(tumor), .decimals(1))
        let lymphocytes = tissue.healthyCells().filter { $0.kind == .lymphocyte }
        step.number("lymphocyteDiameter", Self.meanDiameter(lymphocytes), .decimals(1))
    }

    private static func meanDiameter(_ cells: [PaintedCell]) -> Float {
        cells.reduce(0) { $0 + $1.semiMajor + $1.semiMinor } / Float(cells.count)
    }

    func showPlaces(_ picture: Image, _ corner: PixelRectangle) throws {
        try lesson.step("places") { step in
            let image = picture.tensor
            step.text("imageShape", "\(image.shape)")
            let strides = image.shape.indices.map { image.shape[($0 + 1)...].reduce(1, *) }
            step.number("rowStride", strides[0])
            step.number("columnStride", strides[1])

            let (row, column) = (corner.y, corner.x)
            // listing: Lesson01.place
            let place = row * strides[0] + column * strides[1]
            let number = image.elements[place]
            // end listing
            step.number("cornerPlace", place)
            step.number("numberAtPlace", 255 * number, .decimals(0))
            step.number("cornerRed", Int(picture[x: column, y: row].red))

            // listing: Lesson01.wrongOrder
            let (height, width) = (image.shape[0], image.shape[1])
            let wrong = image.reshaped([3, height, width]).transposed([1, 2, 0])
            // end listing
            step.figure(
                "order",
                .sideBySide([image.image, wrong.image].map { $0.enlarged(by: 2) }, spacing: 8))
            let same = zip(image.elements, wrong.elements).count { abs($0 - $1) < 5.5 / 255 }
            step.number(
                "wrongOrderShare", Double(same) / Double(image.count), .percent(0))
            try step.compare(mine, TensorsCalls.rowMajorStrides, image.shape, with: strides)
        }
    }
}
