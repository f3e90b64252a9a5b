import CourseKit
import DeepTeaching

/// Step 1: an image is numbers.
extension TensorCourse {
    func showNumbers(_ region: Image) throws {
        try lesson.step("A slide is numbers") { step in
            step.words(
                """
                When a woman has breast cancer, a pathologist looks at the lymph nodes beside it: \
                has the tumour spread? The node is cut into slices thinner than a cell, and \
                stained: haematoxylin turns the nuclei of the cells blue, eosin all the rest \
                pink. A scanner takes the picture. This is a piece of one, one tenth of a \
                millimetre wide. Each dark disc is the nucleus of a cell. The small round ones \
                are of lymphocytes and measure about 6 µm; the large speckled ones, 10 µm and \
                more, are of a tumour that does not belong here: a *metastasis*.
                """)
            step.glossary("lymph node", "a filter of the lymph, about as large as a bean")
            step.glossary("nucleus", "the part of a cell that holds its DNA; blue in this stain")
            step.glossary("lymphocyte", "a white blood cell; lymph nodes are full of them")
            step.glossary("metastasis", "a tumour that has spread to another place")
            step.glossary("µm", "micrometre, a thousandth of a millimetre")
            step.glossary("H&E", "haematoxylin and eosin, the usual pair of stains")
            step.glossary("pixel", "a picture element: the smallest square of a picture")
            step.figure(
                region.enlarged(by: 3), name: "region",
                caption: "A piece of the synthetic slide \(tissue.name), 0.5 µm a pixel.",
                alternative:
                    "Pink tissue full of violet round nuclei, most of them large and speckled.")
            step.question(
                "How many numbers does the computer keep of this picture?", unit: "")
            step.number("regionWidth", region.size.width, "Width", unit: "pixels")
            step.number("regionHeight", region.size.height, "Height", unit: "pixels")
            step.number("regionNumbers", region.pixels.count, "Numbers")
            step.answer(
                "Width times height times three: how much red, how much green and how much blue "
                    + "light came through. A byte each, from 0 (dark) to 255 (bright).")
            let corner = region.cropped(to: Self.corner(of: region))
            step.figure(
                corner.enlarged(by: 32), name: "corner",
                caption: "Eight times eight pixels from the middle of the piece.",
                alternative: "Sixty-four coloured squares, some of them darker.")
            step.table(
                header: ["row", "red, column by column"],
                rows: (0..<corner.size.height).map { y in
                    let values = (0..<corner.size.width).map { "\(corner[x: $0, y: y].red)" }
                    return ["\(y)", values.joined(separator: "  ")]
                }, caption: "The same pixels as the computer has them: their red light.")
            step.words(
                """
                A whole slide has up to 200 000 x 100 000 pixels: 60 000 million numbers. Nothing \
                in this course looks at them one by one. So the first thing to learn is how to \
                speak of many numbers at once.

                New to Swift, but not to Python? Lessons/Lesson01Tensors/SwiftForPythonProgrammers.md \
                has both side by side.
                """)
        }
    }

    /// Eight times eight pixels in the middle.
    private static func corner(of region: Image) -> PixelRectangle {
        PixelRectangle(
            x: region.size.width / 2 - 4, y: region.size.height / 2 - 4, width: 8, height: 8)
    }
}
