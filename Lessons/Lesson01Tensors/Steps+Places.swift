import CourseKit
import Curriculum
import DeepTeaching

/// Step 2: where a number lies in the memory.
extension TensorCourse {
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
                of: TensorsCalls.rowMajorStrides, image.shape, say: step.words)
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
}
