import Curriculum
import DeepTeaching
import Foundation

/// Lesson 9, Neural network: is this patch tumour? A first network.
///
/// A patch becomes a row of numbers (`flattenPatches`); the network begins with random weights of
/// the right size (`heInitialization`); its loss lets the rare class count as much as the frequent
/// one (`weightedCrossEntropy`); dropout makes it harder to learn patches by heart (`dropout`); and
/// the training stops when other patches say so (`earlyStopping`). Each function stands on its own:
/// none needs another. Random numbers are arguments, so that the same call always gives the same.
///
/// All that you need is imported: tensors and images from DeepTeaching, `exp` and `log` from
/// Foundation, `TrainingEnd` from Curriculum. `Tensor(numbers, shape: [rows, columns])` makes a
/// tensor of a list, `tensor.elements` a list of a tensor.
public enum NeuralNetworkSolution: NeuralNetworkContract {
    /// Pictures as rows of numbers from 0 to 1, one row for each picture.
    ///
    /// A dense layer knows no rows and columns of pixels: it wants one list of numbers. Divide each
    /// byte by 255, so that black is 0 and white is 1, and let the numbers of a picture follow each
    /// other in row-major order of [height, width, channel]:
    ///
    ///     row[(y * width + x) * 3 + channel] = byte / 255
    ///
    /// A picture has a `size` with `width` and `height`, and `picture[x: x, y: y]` has the bytes
    /// `red`, `green` and `blue`. `Tensor(images:range:)` with its `PixelRange` is the library's
    /// own answer: write the loops.
    ///
    /// Example: one picture, two pixels wide and one high.
    ///
    ///     var picture = Image(size: PixelSize(width: 2, height: 1), color: RGB(255, 0, 0))
    ///     picture[x: 1, y: 0] = RGB(0, 51, 255)
    ///     try flattenPatches([picture])  // shape [1, 6]: 1, 0, 0, 0, 0.2, 1
    ///
    /// Hint: which loop must be the outer one, that over x or that over y?
    ///
    /// - Parameter patches: at least one picture; all have the same size.
    /// - Returns: axes [patch, height * width * 3].
    public static func flattenPatches(_ patches: [Image]) throws -> Tensor<Double> {
        // BEGIN SOLUTION
        let size = patches[0].size
        var numbers: [Double] = []
        for patch in patches {
            for y in 0..<size.height {
                for x in 0..<size.width {
                    let color = patch[x: x, y: y]
                    for byte in [color.red, color.green, color.blue] {
                        numbers.append(Double(byte) / 255)
                    }
                }
            }
        }
        return Tensor(numbers, shape: [patches.count, size.height * size.width * 3])
        // END SOLUTION
    }

    /// The weights of a new layer before a ReLU.
    ///
    /// Each output of the layer is a sum over all inputs. The more inputs, the larger the sum: so the
    /// weights must be smaller. A ReLU then sets about half of the outputs to 0; the factor 2 makes
    /// up for that. With the standard deviation
    ///
    ///     deviation = squareRoot(2 / inputs)
    ///
    /// signals neither fade nor grow from layer to layer (He et al., Delving deep into rectifiers,
    /// 2015). The draws have mean 0 and deviation 1, in row-major order of [input, output].
    /// `Initializer` and `Dense` are the library's own answer.
    ///
    /// Example: eight inputs, one output; the root of 2 / 8 is 0.5.
    ///
    ///     try heInitialization(inputs: 8, outputs: 1, draws: [1, -2, 0, 1, 1, 0, 0, 3])
    ///     // shape [8, 1]: 0.5, -1, 0, 0.5, 0.5, 0, 0, 1.5
    ///
    /// Hint: what becomes of the deviation of numbers if you multiply each of them by a?
    ///
    /// - Parameters:
    ///   - inputs: how many numbers go into the layer, at least 1.
    ///   - outputs: how many come out of it.
    ///   - draws: one number for each weight, from the standard normal distribution.
    /// - Returns: the weights, axes [input, output].
    public static func heInitialization(
        inputs: Int, outputs: Int, draws: [Double]
    ) throws -> Tensor<Double> {
        // BEGIN SOLUTION
        let deviation = (2 / Double(inputs)).squareRoot()
        return Tensor(draws.map { deviation * $0 }, shape: [inputs, outputs])
        // END SOLUTION
    }

    /// The mean of -log of the probability of the right class, weighted by class.
    ///
    /// The probability of class c in row i is softmax(logits[i])[c]. If one class is rare, a network
    /// may simply never name it. So each row counts with the weight of its own class:
    ///
    ///     loss[i] = -log(softmax(logits[i])[labels[i]])
    ///     loss    = sum of weights[labels[i]] * loss[i] / sum of weights[labels[i]]
    ///
    /// A network that is sure and wrong has scores that lie far apart, such as 1000 and 0: the
    /// probability of the right class is then so small that it becomes 0, and the logarithm of 0 is
    /// minus infinity. Compute log(softmax) at once, with m the largest score of the row:
    ///
    ///     log(softmax(z)[c]) = z[c] - m - log(exp(z[0] - m) + exp(z[1] - m) + ...)
    ///
    /// `logits[row, c]` is one score. `softmaxCrossEntropy` is the library's own answer.
    ///
    /// Example: two rows of two classes, the second counts three times.
    ///
    ///     let logits = Tensor<Double>(rows: [[0, 0], [0, 1000]])
    ///     try weightedCrossEntropy(logits: logits, labels: [0, 1], weights: [1, 3])
    ///     // (1 * 0.693... + 3 * 0) / (1 + 3) = 0.173...
    ///
    /// Hint: by which number must you divide so that equal weights, whatever they are, give the
    /// plain mean?
    ///
    /// - Parameters:
    ///   - logits: finite scores, axes [row, class]; there is at least one row.
    ///   - labels: the right class of each row, from 0.
    ///   - weights: one positive number for each class.
    /// - Returns: the weighted mean.
    public static func weightedCrossEntropy(
        logits: Tensor<Double>, labels: [Int], weights: [Double]
    ) throws -> Double {
        // BEGIN SOLUTION
        var (sum, total) = (0.0, 0.0)
        for (row, label) in labels.enumerated() {
            let scores = weights.indices.map { logits[row, $0] }
            let largest = scores.max() ?? 0
            let logSum = log(scores.reduce(0) { $0 + exp($1 - largest) })
            sum -= weights[label] * (scores[label] - largest - logSum)
            total += weights[label]
        }
        return sum / total
        // END SOLUTION
    }

    /// Drops some of the numbers, if the network is training.
    ///
    /// In training each number becomes 0 with the probability p, so that the next layer cannot rely
    /// on any single one. The numbers that are kept are multiplied by 1 / (1 - p): so the sum that
    /// the next layer expects stays the same. At inference, when you ask the network, nothing happens
    /// at all (Srivastava et al., Dropout, 2014).
    ///
    ///     training:   result[i] = 0                        if draws[i] < p
    ///                 result[i] = values[i] / (1 - p)      otherwise
    ///     inference:  result[i] = values[i]
    ///
    /// `Dropout` is the library's own answer.
    ///
    /// Example: p = 0.5, so what is kept is doubled.
    ///
    ///     let values = Tensor<Double>([1, 2, 3, 4], shape: [2, 2])
    ///     try dropout(values, probability: 0.5, draws: [0.7, 0.2, 0.5, 0.1], isTraining: true)
    ///     // shape [2, 2]: 2, 0, 6, 0
    ///
    /// Hint: of ten ones, half are dropped. What is the sum of the rest, and what should it be?
    ///
    /// - Parameters:
    ///   - values: any finite numbers.
    ///   - probability: p, from 0 up to but not including 1.
    ///   - draws: one number from 0 up to but not including 1 for each of `values`, in row-major
    ///     order.
    ///   - isTraining: whether the network is training.
    /// - Returns: a tensor of the same shape.
    public static func dropout(
        _ values: Tensor<Double>, probability: Double, draws: [Double], isTraining: Bool
    ) throws -> Tensor<Double> {
        // BEGIN SOLUTION
        guard isTraining else { return values }
        let kept = zip(values.elements, draws).map { value, draw in
            draw < probability ? 0 : value / (1 - probability)
        }
        return Tensor(kept, shape: values.shape)
        // END SOLUTION
    }

    /// The epoch at which a training ends, and the epoch whose network is kept.
    ///
    /// An epoch is one walk over all training patches. Their loss falls for as long as you like: in
    /// the end the network knows them by heart. So after each epoch you also measure the loss on
    /// other patches, the *validation*. An epoch is better if its validation loss is smaller than that
    /// of every epoch before; the first is better than none. A loss that is infinite or not a number is
    /// never better, and no later one is measured by it. The training ends as soon as `patience` epochs
    /// in a row were not better, or with the last epoch that is listed. The network of the best epoch is
    /// kept.
    ///
    /// Result: `TrainingEnd(lastEpoch:bestEpoch:)`. `EarlyStopping` is the library's own answer.
    ///
    /// Example: after epoch 1 two epochs in a row are not better.
    ///
    ///     try earlyStopping(
    ///         trainingLosses: [0.9, 0.7, 0.5, 0.4, 0.3],
    ///         validationLosses: [0.8, 0.6, 0.7, 0.6, 0.5], patience: 2)
    ///     // lastEpoch 3, bestEpoch 1: epoch 4 is never trained
    ///
    /// Hint: which two numbers must you remember from epoch to epoch?
    ///
    /// - Parameters:
    ///   - trainingLosses: the loss on the training patches after each epoch, at least one.
    ///   - validationLosses: the loss on other patches, as many.
    ///   - patience: how many epochs in a row may pass without a better one, at least 1.
    /// - Returns: the last and the best epoch, counted from 0; if none is ever better, the best is
    ///   the first.
    public static func earlyStopping(
        trainingLosses: [Double], validationLosses: [Double], patience: Int
    ) throws -> TrainingEnd {
        // BEGIN SOLUTION
        var (best, bestEpoch, waited) = (Double.infinity, 0, 0)
        for (epoch, loss) in validationLosses.enumerated() {
            if loss < best {
                (best, bestEpoch, waited) = (loss, epoch, 0)
            } else {
                waited += 1
            }
            if waited == patience { return TrainingEnd(lastEpoch: epoch, bestEpoch: bestEpoch) }
        }
        return TrainingEnd(lastEpoch: validationLosses.count - 1, bestEpoch: bestEpoch)
        // END SOLUTION
    }
}
