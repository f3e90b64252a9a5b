import Curriculum
import DeepTeaching
import Foundation

/// Lesson 18, Recurrent attention: a model that decides itself where to look.
///
/// You write its eye (`glimpse`, `glimpseFeatures`), its memory (`coreStep`), its choice of the next place
/// (`nextPlace`) and what it learns from (`gaussianLogProbability`, `reinforceLoss`, `hybridLoss`). A place
/// is two numbers, x first, then y: (-1, -1) is the top left corner of the image, (1, 1) the bottom right
/// one. The first five exercises need nothing but arrays and the given layers, `AffineMap`: `layer(x)` gives
/// x W + b as an array. The last two return a `TracedLoss`: a loss and its gradients, which the library's
/// `Variable` traces back. You compute the loss, in a closure that gets each tensor as a variable:
///
///     try TracedLoss(of: a, b) { a, b in (a * b).sum() }
///
/// `exp`, `log` and `.pi` are there: this file imports Foundation. Each function stands on its own.
public enum RecurrentAttentionSolution: RecurrentAttentionContract {
    /// What the retina sees: square crops around a place, each twice as wide as the one before, and all
    /// averaged to size x size numbers.
    ///
    ///     column = round((x + 1) / 2 * width),  row = round((y + 1) / 2 * height)
    ///     crop k spans columns column - size * 2^k / 2 ..< column + size * 2^k / 2, rows likewise
    ///     number [i][j] of crop k = mean of its 2^k x 2^k pixels from
    ///         (top + 2^k i, left + 2^k j) on
    ///
    /// A place outside of -1...1 is moved to the nearest edge first, each coordinate by itself. Beyond the
    /// image there are zeros, and they count in the means. Round with `.rounded()`, halves up. The image
    /// may be wider than high, and may have one row only.
    ///
    /// The library's own answers are `GlimpseSensor` and `GlimpsePictures`: do not call them.
    ///
    /// Example: an image of ones, 4 x 4, seen from its top left corner:
    ///
    ///     try glimpse(of: image, at: [-1, -1], size: 2, scales: 1)  // [[[0, 0], [0, 1]]]
    ///
    /// Hint: which pixel corner lies at x = -1, which at x = 0, and which at x = 1?
    ///
    /// - Parameters:
    ///   - image: axes [row, column]; at least one pixel.
    ///   - place: x and y.
    ///   - size: the width of the first crop in pixels; even.
    ///   - scales: the number of crops, 1 or more.
    /// - Returns: axes [scale, row, column].
    public static func glimpse(
        of image: [[Double]], at place: [Double], size: Int, scales: Int
    ) throws -> [[[Double]]] {
        // BEGIN SOLUTION
        let (height, width) = (image.count, image[0].count)
        func pixel(_ row: Int, _ column: Int) -> Double {
            image.indices.contains(row) && image[0].indices.contains(column)
                ? image[row][column] : 0
        }
        func corner(_ coordinate: Double, _ length: Int) -> Int {
            Int(((min(1, max(-1, coordinate)) + 1) / 2 * Double(length)).rounded())
        }
        let (column, row) = (corner(place[0], width), corner(place[1], height))
        return (0..<scales).map { scale in
            let step = 1 << scale
            let (top, left) = (row - size * step / 2, column - size * step / 2)
            return (0..<size).map { i in
                (0..<size).map { j in
                    var sum = 0.0
                    for a in 0..<step {
                        for b in 0..<step { sum += pixel(top + step * i + a, left + step * j + b) }
                    }
                    return sum / Double(step * step)
                }
            }
        }
        // END SOLUTION
    }

    /// What was seen, and where, in one list of numbers.
    ///
    ///     g = relu(whatOutput(relu(what(glimpse))) + whereOutput(relu(where(place))))
    ///
    /// relu(v) is max(v, 0), number by number. Inside the function the layer `where` is called
    /// `position`, since `where` is a word of the language.
    ///
    /// The library's own answer is `GlimpseNetwork`: do not call it.
    ///
    /// Example: with layers of one number, what(v) = 2 v, where(v) = -v, whatOutput(v) = v and
    /// whereOutput(v) = v, the glimpse [3] at the place [1] (of one number here) gives relu(6 + 0) = [6].
    ///
    /// Hint: why is each of the two lists passed through a layer and a ReLU of its own before they meet?
    ///
    /// - Parameters:
    ///   - glimpse: what the retina saw, in one list.
    ///   - place: where it was.
    ///   - what: a layer for the glimpse.
    ///   - position: a layer for the place.
    ///   - whatOutput: the second layer for the glimpse.
    ///   - whereOutput: the second layer for the place, with as many outputs.
    /// - Returns: as many numbers as `whatOutput` has outputs.
    public static func glimpseFeatures(
        of glimpse: [Double], at place: [Double], what: AffineMap, where position: AffineMap,
        whatOutput: AffineMap, whereOutput: AffineMap
    ) throws -> [Double] {
        // BEGIN SOLUTION
        func relu(_ values: [Double]) -> [Double] { values.map { max($0, 0) } }
        let seen = whatOutput(relu(what(glimpse)))
        let place = whereOutput(relu(position(place)))
        return relu(zip(seen, place).map { $0 + $1 })
        // END SOLUTION
    }

    /// What is remembered after one more glimpse: the core of the paper.
    ///
    ///     h_t = relu(fromState(h_(t-1)) + fromGlimpse(g_t))
    ///
    /// The library's own answers are `GlimpseCore` and `GRU`: do not call them.
    ///
    /// Example: with fromState(v) = v and fromGlimpse(v) = -v, the state [5] and the glimpse [2] give [3],
    /// and the state [1] and the glimpse [2] give [0].
    ///
    /// Hint: where does the ReLU stand: around each layer, or around their sum?
    ///
    /// - Parameters:
    ///   - glimpse: g_t, what `glimpseFeatures` gives.
    ///   - state: h_(t-1).
    ///   - fromGlimpse: a layer.
    ///   - fromState: a layer with as many outputs.
    /// - Returns: h_t.
    public static func coreStep(
        glimpse: [Double], state: [Double], fromGlimpse: AffineMap, fromState: AffineMap
    ) throws -> [Double] {
        // BEGIN SOLUTION
        zip(fromState(state), fromGlimpse(glimpse)).map { max($0 + $1, 0) }
        // END SOLUTION
    }

    /// Where to look next: while training somewhere around the mean, at test at the mean itself.
    ///
    ///     training: l = mean + deviation * draw        test: l = mean
    ///
    /// The place may lie outside of -1...1: leave it there. The retina moves it to the edge, but
    /// its probability is that of what was drawn.
    ///
    /// The library's own answer is `GlimpsePolicy`: do not call it.
    ///
    /// Example:
    ///
    ///     try nextPlace(mean: [0.5, 0.9], draw: [-1, 2], deviation: 0.1, isTraining: true)
    ///     // [0.4, 1.1]
    ///
    /// Hint: what is chance good for while the model learns, and what afterwards?
    ///
    /// - Parameters:
    ///   - mean: x and y where the model means to look.
    ///   - draw: two numbers from the normal distribution of mean 0 and deviation 1.
    ///   - deviation: how far the places spread, above 0.
    ///   - isTraining: whether the model is being trained.
    /// - Returns: x and y.
    public static func nextPlace(
        mean: [Double], draw: [Double], deviation: Double, isTraining: Bool
    ) throws -> [Double] {
        // BEGIN SOLUTION
        if !isTraining { return mean }
        return zip(mean, draw).map { $0 + deviation * $1 }
        // END SOLUTION
    }

    /// The logarithm of the density with which a place was drawn: two normal distributions, one for x and
    /// one for y.
    ///
    ///     log p = -((x - mean_x)^2 + (y - mean_y)^2) / (2 s^2) - log(2 pi s^2)
    ///
    /// The place is taken as it was drawn, also outside of -1...1.
    ///
    /// Use numbers only, not the library's `Variable`.
    ///
    /// Example: at the mean itself, with s = 1, it is -log(2 pi) = -1.8379.
    ///
    /// Hint: the density of one normal draw is exp(-(x - mean)^2 / (2 s^2)) / (s sqrt(2 pi)). What becomes
    /// of a product of two of them under the logarithm?
    ///
    /// - Parameters:
    ///   - place: x and y, as they were drawn.
    ///   - mean: x and y.
    ///   - deviation: s, above 0.
    public static func gaussianLogProbability(
        of place: [Double], mean: [Double], deviation: Double
    ) throws -> Double {
        // BEGIN SOLUTION
        let variance = deviation * deviation
        let squares = zip(place, mean).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        return -squares / (2 * variance) - log(2 * .pi * variance)
        // END SOLUTION
    }

    /// The loss whose gradient is the policy gradient: what was drawn and went better than expected shall
    /// become more probable.
    ///
    ///     l[t, i] = means[t, i] + deviation * draws[t, i]             a place, and a constant
    ///     log p[t, i] = -|l[t, i] - means[t, i]|^2 / (2 s^2) - log(2 pi s^2),   s = deviation
    ///     A[t, i] = rewards[i] - baselines[t, i]                      an advantage, and a constant
    ///     loss = -1 / rows * sum over t and i of log p[t, i] * A[t, i]
    ///
    /// No gradient may flow through the places, nor through the advantages: `v.detached()` is v as a
    /// constant, and so is `Variable(tensor)`. Each row i has a reward of its own.
    ///
    /// The frame is given: `try TracedLoss(of: means, baselines) { means, baselines in ... }`. Inside it
    /// both are variables, and the closure returns the loss. You may use all of `Variable`: `+`, `-`, `*`
    /// between variables (shapes are broadcast), `+`, `-`, `*`, `/` with numbers, `.value` for the tensor,
    /// `.sum()`, `.sum(axes: [2])`, `Variable(Tensor(rewards, shape: [rewards.count]))`. Do not call the
    /// library's `leaveOneOutBaselines`, nor its own loss for this.
    ///
    /// Example: one move of one row, mean (0, 0), draw (1, 0), deviation 1, reward 1, baseline 0: log p =
    /// -1/2 - log(2 pi) = -2.3379, the loss is 2.3379, and its gradient for the mean is (-1, 0): a step
    /// against it moves the mean towards the draw.
    ///
    /// Hint: if the place moved along with the mean, what would be left of their difference?
    ///
    /// - Parameters:
    ///   - means: axes [move, row, 2].
    ///   - draws: from the normal distribution of mean 0 and deviation 1, axes [move, row, 2].
    ///   - deviation: s, above 0.
    ///   - rewards: one for each row.
    ///   - baselines: what reward was expected, axes [move, row].
    /// - Returns: the loss, with its gradients for the means and for the baselines.
    public static func reinforceLoss(
        means: Tensor<Double>, draws: Tensor<Double>, deviation: Double, rewards: [Double],
        baselines: Tensor<Double>
    ) throws -> TracedLoss {
        // BEGIN SOLUTION
        try TracedLoss(of: means, baselines) { means, baselines in
            let variance = deviation * deviation
            let places = Variable(means.value + draws * deviation)
            let distances = places - means
            let squares = (distances * distances).sum(axes: [2])  // [move, row]
            let constant = log(2 * Double.pi * variance)
            let logProbabilities = squares / (-2 * variance) - constant
            let advantages = Tensor(rewards, shape: [rewards.count]) - baselines.value
            let products = logProbabilities * Variable(advantages)
            return -products.sum() / Double(rewards.count)
        }
        // END SOLUTION
    }

    /// The loss of the whole model: the answer by cross-entropy, the places by reinforcement, and the
    /// baseline by its squared error.
    ///
    ///     R[i] = 1 if the largest logit of row i is that of its label, otherwise 0
    ///     loss = crossEntropy + 1 / rows * sum over t and i of -log p[t, i] * (R[i] - b[t, i])
    ///            + mean over t and i of (b[t, i] - R[i])^2
    ///
    /// In the second part R - b is a constant; in the third b learns. The frame is given:
    /// `try TracedLoss(of: logits, logProbabilities, baselines) { logits, logs, baselines in ... }`. Inside it
    /// all three are variables, and the closure returns the loss. `softmaxCrossEntropy(logits: logits,
    /// labels: labels)` is the first part, `logits.value.argmax()` gives the class of each row's largest
    /// logit (of equals the first), `v.detached()` is v as a constant, `v.mean()` the mean of all elements.
    /// Do not call the library's `GlimpseObjective`.
    ///
    /// Example: logits [[0, 0]], label 0, log p [[-2]], b [[0.5]]: R = 1, the loss is 0.6931 + 2 * 0.5 +
    /// 0.25 = 1.9431.
    ///
    /// Hint: which of the three parts may change the baseline?
    ///
    /// - Parameters:
    ///   - logits: axes [row, class].
    ///   - labels: the class of each row.
    ///   - logProbabilities: log p, axes [move, row].
    ///   - baselines: b, axes [move, row].
    /// - Returns: the loss, with its gradients for the logits, the log-probabilities and the baselines.
    public static func hybridLoss(
        logits: Tensor<Double>, labels: [Int], logProbabilities: Tensor<Double>,
        baselines: Tensor<Double>
    ) throws -> TracedLoss {
        // BEGIN SOLUTION
        try TracedLoss(of: logits, logProbabilities, baselines) { logits, logs, baselines in
            let answers = logits.value.argmax()
            let rewards = zip(answers, labels).map { $0 == $1 ? 1.0 : 0.0 }
            let errors = Variable(Tensor(rewards, shape: [rewards.count])) - baselines
            let products = logs * errors.detached()
            let policy = products.sum() / Double(labels.count)
            let answer = softmaxCrossEntropy(logits: logits, labels: labels)
            let squares = errors * errors
            return answer - policy + squares.mean()
        }
        // END SOLUTION
    }
}
