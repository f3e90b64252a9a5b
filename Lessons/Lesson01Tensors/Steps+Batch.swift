import CourseKit
import Curriculum
import DeepTeaching

/// Steps 4 to 6: many images of one size are a batch, small tensors stretch to it, and come back.
extension TensorCourse {
    /// - Returns: the patches, axes [batch, height, width, channel].
    func showBatch() throws -> Tensor<Float> {
        try lesson.step("batch") { step in
            let (each, side) = (8, 48)
            let patches = tissue.patches(ofEach: each, side: side)
            step.number("hospitals", tissue.hospitals)
            step.number("patches", patches.count)
            step.number("patchesEach", each)
            step.number("patchSide", side)
            step.figure("batch", .grid(patches, columns: each, spacing: 3).enlarged(by: 2))
            // listing: Lesson01.batch
            let batch = Tensor(images: patches)
            let third = batch.slice(2..<3)
            let top = batch.slice(0..<8, axis: 1)
            // end listing
            step.number("batchAxes", batch.rank)
            step.number("batchNumbers", batch.count)
            step.text("batchShape", "\(batch.shape)")
            step.text("thirdShape", "\(third.shape)")
            step.text("topShape", "\(top.shape)")
            var copy = batch
            copy[0, 0, 0, 0] = 0
            step.number("copyChanged", zip(batch.elements, copy.elements).count { $0 != $1 })
            return batch
        }
    }

    func showBroadcasting(_ batch: Tensor<Float>) throws {
        try lesson.step("broadcasting") { step in
            let count = batch.shape[0]
            step.text("numbersShape", "[\(count)]")
            let others = [[], [3], [48, 1, 3], [count, 1, 1, 1], [count]]
            let pairs = others.map { (batch.shape, $0) } + [([4, 1], [3])]
            step.table("shapes", rows: pairs.map(Self.row))
            // listing: Lesson01.broadcast
            let channelMeans = batch.mean(axes: [0, 1, 2])
            let centered = batch - channelMeans

            let patchMeans = batch.mean(axes: [1, 2, 3], keepingAxes: true)
            let even = batch - patchMeans
            // end listing
            step.text("channelMeansShape", "\(channelMeans.shape)")
            step.text("patchMeansShape", "\(patchMeans.shape)")
            step.text("centeredShape", "\(centered.shape)")
            step.text("evenShape", "\(even.shape)")
            showTrap(batch.slice(count / 2 - 2..<count / 2 + 1), step)
            let column = [count, 1, 1, 1]
            try step.compare(
                mine, TensorsCalls.broadcastShape, batch.shape, column,
                with: broadcastShape(batch.shape, column) ?? [], part: { $0 ?? [] })
        }
    }

    private static func row(_ a: [Int], _ b: [Int]) -> [String] {
        ["\(a)", "\(b)", broadcastShape(a, b).map { "\($0)" } ?? "nil"]
    }

    /// Three patches, so that a number for each patch fits the three channels by accident.
    private func showTrap(_ three: Tensor<Float>, _ step: LessonStep) {
        let brightness = three.mean(axes: [1, 2, 3])
        let right = three - brightness.reshaped([3, 1, 1, 1])
        let wrong = three - brightness
        func left(_ patches: Tensor<Float>) -> Float {
            patches.mean(axes: [1, 2, 3]).absolute().maximum().scalar
        }
        step.number("brightnessLeft", left(right), .decimals(4))
        step.number("wrongBrightnessLeft", left(wrong), .decimals(4))
        let rows = [three, right + 0.6, wrong + 0.6].map {
            Image.sideBySide($0.images(), spacing: 3).enlarged(by: 2)
        }
        step.figure("trap", .grid(rows, columns: 1, spacing: 8))
    }

    func showUnbroadcasting(_ patches: Tensor<Float>) throws {
        try lesson.step("unbroadcasting") { step in
            let batch = patches.inDouble
            step.number("biasPlaces", batch.count / 3)
            let bias = Tensor<Double>([0.1, -0.2, 0.3], shape: [3])
            // listing: Lesson01.derivative
            func loss(_ bias: Tensor<Double>) -> Double {
                let y = batch + bias
                return (y * y).mean().scalar
            }
            let h = 1e-5
            var (up, down) = (bias, bias)
            up[0] += h
            down[0] -= h
            let derivative = (loss(up) - loss(down)) / (2 * h)
            // end listing
            step.number("gradientMeasured", derivative, .decimals(6))
            let gradient = (batch + bias) * (2 / Double(batch.count))
            step.number("gradientSummed", gradient.sum(axes: [0, 1, 2])[0], .decimals(6))
            step.number("wrongGradientMean", gradient.mean(axes: [0, 1, 2])[0], .scientific(1))
            // A part of the batch is enough, and travels faster between the processes.
            let part = gradient.slice(0..<4).slice(0..<6, axis: 1).slice(0..<6, axis: 2)
            try step.compare(
                mine, TensorsCalls.unbroadcast, part, [3], with: part.sum(axes: [0, 1, 2]))
        }
    }
}
