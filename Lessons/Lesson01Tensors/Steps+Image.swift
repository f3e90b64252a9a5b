import CourseKit
import Curriculum
import DeepTeaching

/// Steps 1 to 3: an image is numbers, in an order, in three channels.
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

    func showPlaces(_ region: Image) throws {
        try lesson.step("Where a number lies") { step in
            let image = region.tensor
            step.words(
                """
                A *tensor* is a list of numbers with a *shape*: the length of each axis. An image \
                has the axes [height, width, channel]. In the memory there are no axes, only \
                one long row of numbers. *Row-major* order says how they lie: the last axis varies \
                fastest. So red, green and blue of a pixel lie side by side, then comes its right \
                neighbour, and after the last pixel of a row the first of the next.
                """)
            step.glossary("tensor", "numbers along axes: a list of numbers with a shape")
            step.glossary("shape", "the length of each axis of a tensor")
            step.glossary(
                "stride", "how many places one step along an axis passes over in the memory")
            step.question(
                "From a pixel's red to the red of the pixel below it: how many places further in "
                    + "the list?", unit: "places")
            step.equation(
                "\"place\" = i_0 s_0 + i_1 s_1 + i_2 s_2",
                where: [
                    "i_0, i_1, i_2": "row, column and channel, all counted from 0",
                    "s_0, s_1, s_2": "the *strides*, one for each axis",
                ])
            step.equation(
                "s_d = n_(d+1) n_(d+2) ... n_\"last\"", where: ["n_d": "length of axis d"])
            step.code(
                """
                var strides = [Int](repeating: 1, count: shape.count)
                for axis in shape.indices.dropLast().reversed() {
                    strides[axis] = strides[axis + 1] * shape[axis + 1]
                }
                """, caption: "From the last axis to the first.")
            let strides = Self.strides(of: image.shape)
            step.number("rowStride", strides[0], "Stride of a row", unit: "places")
            step.number("columnStride", strides[1], "Stride of a column", unit: "places")
            step.answer(
                "\(strides[0]): a whole row of \(image.shape[1]) pixels with 3 numbers each.")
            showWrongOrder(image, step)
            if let own = try mine?.value(
                of: "rowMajorStrides", RowMajorStridesInputs(shape: image.shape), say: step.words)
            {
                step.words("**Yours:** \(own). **The library's:** \(strides).")
            }
            step.words("Exercise: `rowMajorStrides` in Exercises/Lesson01Tensors.swift.")
        }
    }

    private static func strides(of shape: [Int]) -> [Int] {
        shape.indices.map { shape[($0 + 1)...].reduce(1, *) }
    }

    private func showWrongOrder(_ image: Tensor<Float>, _ step: StepWriter) {
        step.words(
            """
            What if somebody else's program expects another order, say the three colours one after \
            the other, [channel, height, width]? The numbers are all there, and nobody complains. \
            Only a look at the picture tells.
            """)
        let shape = image.shape
        let wrong = image.reshaped([shape[2], shape[0], shape[1]]).transposed([1, 2, 0])
        let wrongShare = zip(image.elements, wrong.elements).count { abs($0 - $1) < 0.02 }
        step.figure(
            .sideBySide([image.image, wrong.image].map { $0.enlarged(by: 2) }, spacing: 8),
            name: "order",
            caption: "The same list of numbers, read in the right order and in a wrong one.",
            alternative:
                "On the left the tissue; on the right a woven pattern of coloured lines, in "
                + "which no nucleus is to be recognised.")
        step.number(
            "wrongOrderShare", Double(wrongShare) / Double(image.count),
            "Wrong way: numbers that are still (nearly) at their place", format: .percent(0))
    }

    func showChannels(_ region: Image) throws {
        try lesson.step("Three channels") { step in
            let image = region.tensor
            step.words(
                """
                One index held fast gives a smaller tensor: one channel of the image is a grey \
                picture of its own. Here all numbers are divided by 255, so they run from 0 \
                (no light) to 1 (all of it).
                """)
            step.question(
                "Blue nuclei in pink tissue: in which channel do they stand out most?",
                choices: ["red", "green", "blue"])
            step.code(
                """
                let red = image.slice(0..<1, axis: 2)                 // [height, width, 1]
                let mean = image.mean(axes: [0, 1])                   // [3]
                let deviation = image.variance(axes: [0, 1]).squareRoot()
                """, caption: "A slice, and two numbers for each channel.")
            step.figure(
                .sideBySide((0..<3).map { image.grey(channel: $0).enlarged(by: 2) }, spacing: 8),
                name: "channels", caption: "Red, green and blue light as grey pictures.",
                alternative:
                    "Three grey pictures of the same tissue. The nuclei are dark in all of "
                    + "them, but in the third the tissue around them is not much brighter.")
            let mean = image.mean(axes: [0, 1]).elements
            let deviation = image.variance(axes: [0, 1]).squareRoot().elements
            for (channel, name) in ["Red", "Green", "Blue"].enumerated() {
                step.number("mean\(name)", mean[channel], "\(name): mean")
                step.number("deviation\(name)", deviation[channel], "\(name): deviation")
            }
            let strongest = deviation.indices.max { deviation[$0] < deviation[$1] } ?? 0
            step.box("Mean and deviation") { box in
                box.words(
                    """
                    The *mean* is the value that all would have if they shared alike. The \
                    *standard deviation* says how far they typically lie from it: the root of the \
                    mean squared distance. A picture without contrast has the deviation 0.
                    """)
                box.equation(
                    "μ = (sum_i x_i) / n,   σ = sqrt((sum_i (x_i - μ)^2) / n)",
                    where: ["x_i": "the numbers, n of them", "μ, σ": "mean and deviation"])
            }
            step.answer(
                "The one with the largest deviation, \(["red", "green", "blue"][strongest]). "
                    + "Haematoxylin and eosin swallow different parts of the light; Lesson 8 "
                    + "takes them apart.", choice: strongest)
        }
    }
}
