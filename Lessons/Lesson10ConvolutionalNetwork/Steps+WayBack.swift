import CourseKit
import Curriculum
import DeepTeaching

/// Step 5: gradients of a convolution and of a maximum.
extension ConvolutionCourse {
    func showWayBack(_ patch: ExamplePatch) throws {
        try lesson.step("Back through the window") { step in
            step.words(
                """
                To learn, a network must know how its loss changes with every weight. A convolution \
                is a sum of products, so Lesson 3 has said it all: each factor of a product gets \
                the gradient times the *other* factor, and what was used several times collects a \
                sum.

                And everything is used several times here. A weight has met a pixel at every place \
                of every image. A pixel was seen by up to nine windows of 3 x 3, by every kernel.
                """)
            step.equation(
                "dW_(d,e,i,o) = sum_(b,y,x) g_(b,y,x,o) X_(b, y s + d - p, x s + e - p, i)",
                where: [
                    "g": "how the loss changes with the output",
                    "dW": "how it changes with the weights",
                    "b": "image of the batch",
                ])
            step.equation(
                "dX_(b, y s + d - p, x s + e - p, i) = sum_(y,x,d,e,o) g_(b,y,x,o) W_(d,e,i,o)",
                where: [
                    "dX": "how the loss changes with the image: over all windows that saw the pixel"
                ])
            step.code(
                """
                let g = outputGradient[b, oy, ox, o]
                gradients.bias[o] += g
                // inside of dy, dx and i:
                gradients.weights[dy, dx, i, o] += g * images[b, y, x, i]
                gradients.images[b, y, x, i] += g * weights[dy, dx, i, o]
                """, caption: "The loops of the way forward, walked once more.")
            step.words(
                """
                Pooling is simpler: only the winner had a say, so the winner gets the gradient and \
                the other three get 0. In a tie the first one wins, or a square of four zeros would \
                send back four times what came in.
                """)
            step.question(
                "Where windows overlap somebody writes = for +=. What do we see first?",
                choices: [
                    "an error", "the loss does not fall at all", "nothing: it just learns worse",
                ])
            try measureGradients(patch, step)
            step.words(
                "Exercises: `convolution2DGradients` and `maxPoolingGradient` in "
                    + "\(LessonOutline.convolutionalNetwork.exercisesPath).")
        }
    }

    private func measureGradients(_ patch: ExamplePatch, _ step: StepWriter) throws {
        let problem = SmallProblem(patch)
        let right = problem.libraryGradient
        let overwritten = problem.overwrittenGradient
        let truth = problem.centralDifferences
        func error(_ gradient: Tensor<Double>) -> Double {
            ((gradient - truth) * (gradient - truth)).sum().scalar.squareRoot()
                / (truth * truth).sum().scalar.squareRoot()
        }
        step.words(
            """
            We measure it: a corner of the patch, a kernel of 3 x 3, and as loss the sum of the \
            squares of the map. The truth comes from *central differences*: move one pixel up and \
            down a little, and look how the loss follows.
            """)
        step.number(
            "gradientError", error(right), "Error of the library's gradient of the pixels",
            format: .scientific(1))
        step.number(
            "wrongOverwrittenError", error(overwritten),
            "Wrong way: error if windows overwrite each other", format: .percent(0))
        step.answer(
            "Nothing: the shapes fit, the loss falls a little slower, and nobody looks. So every "
                + "gradient is checked against central differences once.", choice: 2)
        let (stride, padding) = (1, 1)
        try compareMine(
            ConvolutionalNetworkCalls.convolution2DGradients, problem.image, Kernels.edge, stride,
            padding, problem.outputGradient, with: right, step, part: \.images)
        let pooled = Variable(problem.image).maximumPooled().value
        let ones = Tensor<Double>.ones(pooled.shape)
        try compareMine(
            ConvolutionalNetworkCalls.maxPoolingGradient, problem.image, 2, ones,
            with: gradients(of: Variable(problem.image)) { $0.maximumPooled().sum() }.gradients
                .values[0], step)
    }
}

/// A corner of a patch seen through the edge kernel; the loss is the sum of the squares of the map.
private struct SmallProblem {
    /// Axes [1, 12, 12, 1].
    let image: Tensor<Double>

    init(_ patch: ExamplePatch) {
        image = patch.grey.slice(8..<20, axis: 1).slice(8..<20, axis: 2)
    }

    private func loss(_ image: Variable<Double>) -> Variable<Double> {
        let map = image.convolved(
            weights: Variable(Kernels.edge), bias: Variable(.zeros([1])), padding: 1)
        return (map * map).sum()
    }

    /// How the loss changes with the map: twice the map.
    var outputGradient: Tensor<Double> { image.seen(through: Kernels.edge) * 2 }

    var libraryGradient: Tensor<Double> {
        gradients(of: Variable(image), at: loss).gradients.values[0]
    }

    /// The wrong way: = for +=.
    var overwrittenGradient: Tensor<Double> {
        let g = outputGradient
        var gradient = Tensor<Double>.zeros(image.shape)
        let side = image.shape[1]
        for oy in 0..<side {
            for ox in 0..<side {
                for tap in 0..<9 {
                    let (y, x) = (oy + tap / 3 - 1, ox + tap % 3 - 1)
                    guard 0..<side ~= y, 0..<side ~= x else { continue }
                    gradient[0, y, x, 0] = g[0, oy, ox, 0] * Kernels.edge[tap / 3, tap % 3, 0, 0]
                }
            }
        }
        return gradient
    }

    var centralDifferences: Tensor<Double> {
        let elements = image.elements
        let step = 1e-5
        let differences = elements.indices.map { index in
            func moved(_ distance: Double) -> Double {
                var moved = elements
                moved[index] += distance
                return loss(Variable(Tensor(moved, shape: image.shape))).value.scalar
            }
            return (moved(step) - moved(-step)) / (2 * step)
        }
        return Tensor(differences, shape: image.shape)
    }
}
