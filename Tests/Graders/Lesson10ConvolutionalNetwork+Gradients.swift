import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension ConvolutionalNetworkGraders {
    static let convolution2DGradients = ExerciseGrader(
        "convolution2DGradients",
        checks: [
            Check(
                "weights", "a weight collects gradient times pixel over all places and images",
                inputs: gradientInputs,
                compare: { compare($0.weights, $1.weights).about("the gradient of the weights") }),
            Check(
                "images", "a pixel collects gradient times weight from every window that saw it",
                inputs: gradientInputs,
                compare: { compare($0.images, $1.images).about("the gradient of the images") }),
            Check(
                "bias", "a bias collects the gradients of all its outputs",
                inputs: gradientInputs,
                compare: { compare($0.bias, $1.bias).about("the gradient of the bias") }),
        ],
        misconceptions: gradientMisconceptions,
        alternatives: [answer(ConvolutionalNetworkAlternatives.GatheredGradients.self)],
        hints: Hints(
            question:
                "Which loops did the way forward have, and what changes if you walk them once "
                + "more?",
            concept: "The same loops, the same y and x. Forwards stood one product inside; now "
                + "stand two, each adding gradient times the other factor to its own sum.",
            step: "Begin with three tensors of zeros. Inside: g = outputGradient[b, oy, ox, o]; "
                + "weights[dy, dx, i, o] += g * images[b, y, x, i]; images[b, y, x, i] += g * "
                + "weights[dy, dx, i, o]. The bias gets += g, outside of dy, dx and i."))

    private static let gradientMisconceptions = [
        Misconception(
            "each image of the batch overwrites the gradient of the weights",
            mutant: answer(ConvolutionalNetworkMutants.LastImageOnly.self), check: "weights",
            hints: Hints(
                question: "How many images have used a weight, and how many of them does your "
                    + "gradient remember?",
                concept:
                    "All images share one weight, so its gradient is the sum over all of them.",
                step: "+= where you write =, and the zeros stand before the loop over b.")),
        Misconception(
            "you take the mean over the batch",
            mutant: answer(ConvolutionalNetworkMutants.WeightsAveraged.self), check: "weights",
            hints: Hints(
                question: "Where in a training step is the loss divided by the number of patches?",
                concept: "In the loss, if at all; then outputGradient holds the division already.",
                step: "Do not divide once more.")),
        Misconception(
            "the gradient of the weights stands on its head",
            mutant: answer(ConvolutionalNetworkMutants.WeightsFlipped.self), check: "weights",
            hints: Hints(
                question: "Which pixels has the top left weight met?",
                concept:
                    "The top left pixel of every window. Only where the way back is written as "
                    + "a convolution of its own does a kernel get flipped, and that is the one for "
                    + "the images.",
                step: "weights[dy, dx, i, o] goes with the pixel at oy * stride + dy - padding.")),
        Misconception(
            "the weights look at the images without their padding",
            mutant: answer(ConvolutionalNetworkMutants.PaddingForgotten.self), check: "weights",
            hints: Hints(
                question: "Do forward and backward compute the same y for the same oy and dy?",
                concept: "They must: a weight meets on the way back the very pixel that it met on "
                    + "the way forward.",
                step: "y = oy * stride + dy - padding.")),
        Misconception(
            "on the way back the window moves by one pixel, whatever the stride",
            mutant: answer(ConvolutionalNetworkMutants.StrideForgotten.self), check: "weights",
            hints: Hints(
                question: "With stride 2, which pixels did output 3 see?",
                concept: "Those from 3 * 2 on, forwards and backwards.",
                step: "y = oy * stride + dy - padding, and likewise x.")),
        Misconception(
            "where windows overlap, the last one overwrites the others",
            mutant: answer(ConvolutionalNetworkMutants.ImagesOverwritten.self), check: "images",
            hints: Hints(
                question: "How many windows of 3 x 3 see a pixel in the middle of an image?",
                concept: "Nine, with stride 1. What was used nine times gets nine gradients, added "
                    + "up: the rule of every value that is used more than once.",
                step: "images[b, y, x, i] += ..., not =.")),
        Misconception(
            "only the first output sends something back to the images",
            mutant: answer(ConvolutionalNetworkMutants.FirstOutputOnly.self), check: "images",
            hints: Hints(
                question: "How many outputs have looked at one pixel through one window?",
                concept: "All of them: 16 features mean 16 gradients, added up.",
                step: "The sum for a pixel runs over o, too.")),
        Misconception(
            "the images get their gradient through a flipped kernel",
            mutant: answer(ConvolutionalNetworkMutants.KernelFlippedOnTheWayBack.self),
            check: "images",
            hints: Hints(
                question: "A pixel was multiplied by the weight (dy, dx). By which weight is its "
                    + "gradient multiplied?",
                concept: "By the same one. The flip of the textbooks appears only if one gathers "
                    + "from the pixel's point of view; whoever walks the windows does not flip.",
                step: "g * weights[dy, dx, i, o], with the dy and dx that gave y and x.")),
        Misconception(
            "you return a corner of the padded images' gradient",
            mutant: answer(ConvolutionalNetworkMutants.PaddingNotCutOff.self), check: "images",
            hints: Hints(
                question: "Where in the padded image does pixel (0, 0) lie?",
                concept: "At (padding, padding). What the zeros around it get is thrown away, on "
                    + "all sides.",
                step: "Cut off `padding` rows and columns at the beginning, too; or subtract the "
                    + "padding before you write.")),
        Misconception(
            "the bias gets the mean of its gradients",
            mutant: answer(ConvolutionalNetworkMutants.BiasAveraged.self), check: "bias",
            hints: Hints(
                question: "If the bias grows by 0.1, how many outputs grow by 0.1?",
                concept: "Every place of every image: so the gradients add up.",
                step: "bias[o] += g, without a division.")),
        Misconception(
            "the bias counts its outputs",
            mutant: answer(ConvolutionalNetworkMutants.BiasCounts.self), check: "bias",
            hints: Hints(
                question: "Does your gradient of the bias depend on outputGradient?",
                concept: "The derivative of an output by its bias is 1; times the gradient of that "
                    + "output it is g.",
                step: "bias[o] += g, not += 1.")),
        Misconception(
            "the bias remembers the last place only",
            mutant: answer(ConvolutionalNetworkMutants.BiasOverwritten.self), check: "bias",
            hints: Hints(
                question: "How often is a bias used in one pass?",
                concept: "Once for every place of every image; its gradient is the sum.",
                step: "bias[o] += g, not = g.")),
    ]

    /// Two batches: overlapping windows with padding, and windows with a stride.
    private static func gradientInputs(
        _ generator: inout SeededGenerator
    ) -> [Convolution2DGradientsInputs] {
        [
            Convolution2DGradientsInputs(
                images: generator.tensor([2, 4, 5, 2]), weights: generator.tensor([3, 3, 2, 2]),
                stride: 1, padding: 1, outputGradient: generator.tensor([2, 4, 5, 2])),
            Convolution2DGradientsInputs(
                images: generator.tensor([2, 5, 6, 1]), weights: generator.tensor([3, 2, 1, 3]),
                stride: 2, padding: 1, outputGradient: generator.tensor([2, 3, 4, 3])),
        ]
    }
}
