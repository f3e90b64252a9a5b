import CourseKit
import Curriculum
import DeepTeaching

/// Step 4: the largest of four.
extension ConvolutionCourse {
    func showPooling(_ patch: ExamplePatch) throws {
        try lesson.step("The largest of four") { step in
            step.words(
                """
                A feature map says where a feature is, to the pixel. That is more than we want to \
                know: a nucleus that lies one pixel further right is the same nucleus. So of each \
                square of 2 x 2 places only the largest number is kept, *max pooling*. The map \
                becomes half as wide and high, and the next kernel of 3 x 3 sees twice as much \
                tissue.
                """)
            step.equation(
                "P_(y,x,c) = max_(d,e) Z_(2 y + d, 2 x + e, c)",
                where: ["Z": "feature map", "d, e": "0 or 1", "c": "channel: each for itself"])
            step.glossary("pooling", "one number for each small square of a feature map")
            step.question(
                "The patch moves by one pixel. By what share does the map of spots change, before "
                    + "and after pooling it twice?",
                choices: ["before more", "the same", "after more"])
            let spots = patch.seen(through: Kernels.spot)
            let once = Variable(spots).maximumPooled()
            let twice = once.maximumPooled()
            showChange(spots, step)
            showPooled(spots, once.value, twice.value, step)
            showZero(spots, once.value, step)
            try compareMine(
                ConvolutionalNetworkCalls.maxPooling, spots, 2, with: once.value, step)
            step.words(
                "Exercise: `maxPooling` in \(LessonOutline.convolutionalNetwork.exercisesPath).")
        }
    }

    private func showChange(_ spots: Tensor<Double>, _ step: StepWriter) {
        let width = spots.shape[2]
        let here = spots.slice(0..<width - 4, axis: 2)
        let moved = spots.slice(1..<width - 3, axis: 2)
        func pooled(_ map: Tensor<Double>) -> Tensor<Double> {
            Variable(map).relu().maximumPooled().maximumPooled().value
        }
        func change(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Double {
            (a - b).absolute().sum().scalar / a.absolute().sum().scalar
        }
        step.number(
            "changeBefore", change(here.relu(), moved.relu()), "Change before pooling",
            format: .percent(0))
        step.number(
            "changeAfter", change(pooled(here), pooled(moved)), "Change after pooling twice",
            format: .percent(0))
        step.answer(
            "Before: a spot that moves by a pixel leaves its place. After pooling twice a place is "
                + "four pixels wide, and the spot mostly stays in it.", choice: 0)
    }

    private func showPooled(
        _ spots: Tensor<Double>, _ once: Tensor<Double>, _ twice: Tensor<Double>,
        _ step: StepWriter
    ) {
        let largest = spots.elements.max() ?? 1
        let scale = 256 / source.grid.side
        let pictures = [(spots, scale), (once, 2 * scale), (twice, 4 * scale)].map {
            $0.0.picture(from: 0, to: largest).enlarged(by: $0.1)
        }
        step.figure(
            .sideBySide(pictures, spacing: 8), name: "pooling",
            caption: "The map of spots, and pooled once and twice: coarser, but every nucleus is "
                + "still there.",
            alternative: "Three pictures of the same bright dots, each coarser than the last.")
    }

    private func showZero(_ spots: Tensor<Double>, _ pooled: Tensor<Double>, _ step: StepWriter) {
        let wrong = pooled.elements.count { $0 < 0 }
        step.words(
            """
            The search for the largest number must begin below everything, not at 0: a square whose \
            four numbers are negative has a largest one, too.
            """)
        step.number(
            "wrongPoolingFromZero", Double(wrong) / Double(pooled.count),
            "Wrong way: squares that a search from 0 gets wrong here", format: .percent(0))
    }
}
