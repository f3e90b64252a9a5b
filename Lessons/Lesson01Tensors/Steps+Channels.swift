import CourseKit
import DeepTeaching

/// Step 3: an image in three channels.
extension TensorCourse {
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
