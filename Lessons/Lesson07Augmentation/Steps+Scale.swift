import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 6: numbers on one scale, last of all.
extension AugmentationCourse {
    func showScale() throws {
        try lesson.step("scale") { step in
            let images = Tensor<Float>(images: patches.training.images)
            let means = images.mean(axes: [0, 1, 2]).elements.map { Double($0) }
            let deviations = images.variance(axes: [0, 1, 2]).squareRoot().elements.map {
                Double($0)
            }
            let names = ["red", "green", "blue"]
            step.table(
                "scaleRows",
                rows: (0..<3).map { [names[$0]] + texts([means[$0], deviations[$0]], 3) })
            let light = 1.3
            let rows = [60, 160, 230, 255].map { byte -> [String] in
                let share = Double(byte) / 255
                let right = (min(1, light * share) - means[1]) / deviations[1]
                let late = light * (share - means[1]) / deviations[1]
                return ["\(byte)"] + texts([(share - means[1]) / deviations[1], right, late])
            }
            step.table("orderRows", rows: rows)
            let statistics = ChannelStatistics(mean: means, deviation: deviations)
            let image = patches.example
            let expected = image.pixels.enumerated().map { place, byte in
                (min(1, light * Double(byte) / 255) - means[place % 3]) / deviations[place % 3]
            }
            try step.compare(
                mine, AugmentationCalls.normalize, image, light, statistics,
                with: Tensor<Double>(expected, shape: [image.size.height, image.size.width, 3]))
        }
    }
}
