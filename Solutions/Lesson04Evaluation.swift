import Curriculum
import DeepTeaching

/// Lesson 4, Evaluation: how good is it, and how sure are we?
///
/// Decisions are counted (`confusionMatrix`); every threshold gives other ones (`rocCurve`), and one
/// number sums them up (`areaUnderCurve`). Two readers may agree by chance (`cohensKappa`). A
/// number from few patients is not sure (`bootstrapInterval`). A detector must also say where
/// (`frocCurve`, `frocScore`). Each function stands on its own: none needs another.
///
/// Scores are numbers of any size, higher meaning more positive. You need no more than Swift
/// itself, and the types of the results, which Curriculum declares.
public enum EvaluationSolution: EvaluationContract {
    /// How often each class was taken for each.
    ///
    ///     counts[t][p] = number of items i with labels[i] = t and predictions[i] = p
    ///
    /// Rows are the truth, columns the prediction. A class that does not occur keeps its row and
    /// its column of zeros.
    ///
    /// `ConfusionMatrix` is the library's own answer: do not call it.
    ///
    /// Example:
    ///
    ///     try confusionMatrix(labels: [0, 0, 1], predictions: [0, 1, 1], classCount: 2)
    ///     // [[1, 1], [0, 1]]: one item of class 0 was taken for class 1
    ///
    /// Hint: an item of class 0 is taken for class 1. In which row do you count it?
    ///
    /// - Parameters:
    ///   - labels: the true class of each item, from 0; there may be no item.
    ///   - predictions: the predicted class of each item.
    ///   - classCount: the number of classes, at least 1.
    /// - Returns: axes [truth, prediction].
    public static func confusionMatrix(
        labels: [Int], predictions: [Int], classCount: Int
    ) throws -> [[Int]] {
        // BEGIN SOLUTION
        let empty = [Int](repeating: 0, count: classCount)
        var counts = [[Int]](repeating: empty, count: classCount)
        for (label, prediction) in zip(labels, predictions) {
            counts[label][prediction] += 1
        }
        return counts
        // END SOLUTION
    }

    /// The corners of the ROC curve, from (0, 0) to (1, 1).
    ///
    /// Lower the threshold from above the highest score to the lowest. An item is called positive if
    /// its score is at least the threshold. Each different score gives one corner:
    ///
    ///     falsePositiveRate = negative items called positive / all negative items
    ///     truePositiveRate  = positive items called positive / all positive items
    ///
    /// Items of one score are called together, for no threshold lies between them.
    ///
    /// Result: `RatePoint(falsePositiveRate:truePositiveRate:)`. `ROCCurve` is the library's own
    /// answer: do not call it.
    ///
    /// Example: the score 2 is shared by a positive and a negative item.
    ///
    ///     try rocCurve(scores: [3, 2, 2, 1], labels: [true, true, false, false])
    ///     // (0, 0), (0, 0.5), (0.5, 1), (1, 1)
    ///
    /// Hint: four items with three different scores. How many thresholds give different
    /// decisions?
    ///
    /// - Parameters:
    ///   - scores: in any order; no score is not-a-number, some may be infinite.
    ///   - labels: whether each item is positive; there is at least one of each kind.
    /// - Returns: (0, 0), then one corner for each different score, the highest first.
    public static func rocCurve(scores: [Double], labels: [Bool]) throws -> [RatePoint] {
        // BEGIN SOLUTION
        let positives = Double(labels.count { $0 })
        let negatives = Double(labels.count { !$0 })
        let corners = Set(scores).sorted(by: >).map { threshold in
            let called = zip(scores, labels).filter { $0.0 >= threshold }
            let hits = called.count { $0.1 }
            return RatePoint(
                falsePositiveRate: Double(called.count - hits) / negatives,
                truePositiveRate: Double(hits) / positives)
        }
        return [RatePoint(falsePositiveRate: 0, truePositiveRate: 0)] + corners
        // END SOLUTION
    }

    /// The area under the ROC curve, from pairs.
    ///
    /// Take each positive item with each negative one. The area is the share of these pairs in which
    /// the positive item has the higher score; a pair of equal scores counts half.
    ///
    ///     area = (pairs with positive > negative + 0.5 * pairs with positive = negative) / pairs
    ///
    /// `ROCCurve` and `DeLongArea` are the library's own answers: do not call them.
    ///
    /// Example: four pairs. 3 > 2, 3 > 1, 2 = 2 and 2 > 1.
    ///
    ///     try areaUnderCurve(scores: [3, 2, 2, 1], labels: [true, true, false, false])
    ///     // 3.5 / 4 = 0.875
    ///
    /// Hint: how many pairs are there with 2 positive and 3 negative items?
    ///
    /// - Parameters:
    ///   - scores: in any order; no score is not-a-number, some may be infinite.
    ///   - labels: whether each item is positive; there is at least one of each kind.
    /// - Returns: the area, from 0 to 1.
    public static func areaUnderCurve(scores: [Double], labels: [Bool]) throws -> Double {
        // BEGIN SOLUTION
        let items = zip(scores, labels)
        let positives = items.filter { $0.1 }.map(\.0)
        let negatives = items.filter { !$0.1 }.map(\.0)
        var right = 0.0
        for positive in positives {
            for negative in negatives {
                if positive > negative { right += 1 }
                if positive == negative { right += 0.5 }
            }
        }
        return right / Double(positives.count * negatives.count)
        // END SOLUTION
    }

    /// Cohen's kappa: how far two readers agree beyond chance.
    ///
    ///     kappa = 1 - sum over i, j of w[i][j] * O[i][j] / sum over i, j of w[i][j] * E[i][j]
    ///     E[i][j] = (sum of row i) * (sum of column j) / N
    ///
    /// O are the counts, N is their sum, and E is what two readers would give who know nothing of
    /// each other, but name each class as often. w says how much a disagreement counts:
    ///
    ///     .none        0 if i = j, otherwise 1
    ///     .linear      |i - j|
    ///     .quadratic   (i - j)^2
    ///
    /// If the lower sum is 0, chance alone would agree fully: then kappa is nil.
    ///
    /// `cohensKappa` and `ConfusionMatrix` are the library's own answer: do not call them.
    ///
    /// Example: E is [[5, 5], [5, 5]]; the readers disagree in 4 items, chance would in 10.
    ///
    ///     try cohensKappa(counts: [[8, 2], [2, 8]], weights: .none)  // 1 - 4 / 10 = 0.6
    ///
    /// Hint: the numbers of E must add up to the same as those of O. What do yours add up to?
    ///
    /// - Parameters:
    ///   - counts: a square of counts, axes [first reader, second reader]; all may be 0.
    ///   - weights: how much a disagreement counts.
    /// - Returns: kappa, 1 at most, or nil.
    public static func cohensKappa(counts: [[Int]], weights: KappaWeights) throws -> Double? {
        // BEGIN SOLUTION
        let rows = counts.map { $0.reduce(0, +) }
        let columns = counts.indices.map { j in counts.reduce(0) { $0 + $1[j] } }
        let total = Double(rows.reduce(0, +))
        var (observed, expected) = (0.0, 0.0)
        for i in counts.indices {
            for j in counts.indices {
                let distance = Double(i - j)
                let weight =
                    switch weights {
                    case .none: i == j ? 0 : 1.0
                    case .linear: abs(distance)
                    case .quadratic: distance * distance
                    }
                observed += weight * Double(counts[i][j])
                expected += weight * Double(rows[i] * columns[j]) / total
            }
        }
        return expected > 0 ? 1 - observed / expected : nil
        // END SOLUTION
    }

    /// The bootstrap interval of a mean, resampling whole groups.
    ///
    /// Slides of one patient resemble each other. So draw patients again, each with all of their
    /// slides, as often as there are patients; some come twice, others not at all. A list of `draws`
    /// makes one resample; with the G different groups in rising order of their numbers, counted
    /// from 0, each number u of it draws the group
    ///
    ///     group = whole part of u * G
    ///
    /// The mean of a resample is that of all values of its groups. Put the means of all resamples
    /// in rising order, m[0] to m[B - 1]. The ends of the interval cut off the same share at both
    /// sides:
    ///
    ///     tail  = (1 - confidence) / 2
    ///     lower = m at place tail * (B - 1)
    ///     upper = m at place (1 - tail) * (B - 1)
    ///
    /// A place between two whole numbers lies on the straight line between their means: place 2.25
    /// is m[2] + 0.25 * (m[3] - m[2]).
    ///
    /// Result: `IntervalEnds(lower:upper:)`. `bootstrapInterval` is the library's own answer: do not
    /// call it.
    ///
    /// Example: patient 7 has the values 1 and 1, patient 9 the value 0.
    ///
    ///     try bootstrapInterval(
    ///         values: [1, 1, 0], groups: [7, 7, 9], draws: [[0.1, 0.9], [0.6, 0.7], [0.2, 0.4]],
    ///         confidence: 0.5)
    ///     // The means are 2 / 3, 0 and 1; the places 0.5 and 1.5: lower 1 / 3, upper 5 / 6
    ///
    /// Hint: which values does a resample hold in which patient 7 is drawn twice?
    ///
    /// - Parameters:
    ///   - values: what was measured on each item, for example 1 for a right decision and 0 for a
    ///     wrong one; at least one.
    ///   - groups: the number of the group of each item, such as that of the patient.
    ///   - draws: for each resample as many numbers as there are groups, from 0 up to but not
    ///     including 1; at least one resample.
    ///   - confidence: the share of resamples inside, above 0 and below 1.
    /// - Returns: the two ends.
    public static func bootstrapInterval(
        values: [Double], groups: [Int], draws: [[Double]], confidence: Double
    ) throws -> IntervalEnds {
        // BEGIN SOLUTION
        let members = Set(groups).sorted().map { group in
            values.indices.filter { groups[$0] == group }.map { values[$0] }
        }
        let means = draws.map { numbers in
            let drawn = numbers.flatMap { members[Int($0 * Double(members.count))] }
            return drawn.reduce(0, +) / Double(drawn.count)
        }.sorted()
        func mean(at place: Double) -> Double {
            let below = Int(place)
            let above = min(below + 1, means.count - 1)
            return means[below] + (place - Double(below)) * (means[above] - means[below])
        }
        let (tail, last) = ((1 - confidence) / 2, Double(means.count - 1))
        return IntervalEnds(lower: mean(at: tail * last), upper: mean(at: (1 - tail) * last))
        // END SOLUTION
    }

    /// The corners of the FROC curve by the rules of CAMELYON16.
    ///
    /// - A detection inside of a lesion hits it. Of several hits of one lesion only the one with the
    ///   highest score counts; the others are neither right nor wrong.
    /// - A detection inside of isolated tumour cells is neither right nor wrong, and nobody asks
    ///   whether they were found.
    /// - Any other detection is a false positive, on a slide with a lesion and on one without.
    ///
    /// Lower the threshold from above the highest score to the lowest. Detections whose score is at
    /// least the threshold are kept. Each different score of what counts gives one corner:
    ///
    ///     falsePositivesPerSlide = false positives that are kept / all slides
    ///     sensitivity            = lesions that are hit by what is kept / all lesions
    ///
    /// Each slide counts its own lesions from 1: lesion 1 of a slide is not lesion 1 of the next.
    ///
    /// Result: `FindingPoint(falsePositivesPerSlide:sensitivity:)`. `FROCCurve` and
    /// `SlideDetections` are the library's own answer: do not call them.
    ///
    /// Example: a slide with a lesion that is hit twice, and one without any.
    ///
    ///     let hits = [MarkedPlace(score: 0.9, lesion: 1), MarkedPlace(score: 0.7, lesion: 1)]
    ///     try frocCurve(slides: [
    ///         SlideFindings(lesions: [1], isolatedTumorCells: [], detections: hits),
    ///         SlideFindings(
    ///             lesions: [], isolatedTumorCells: [],
    ///             detections: [MarkedPlace(score: 0.8, lesion: nil)]),
    ///     ])
    ///     // (0, 0), (0, 1), (0.5, 1)
    ///
    /// Hint: which detections can be thrown away before you count anything?
    ///
    /// - Parameter slides: at least one; at least one of them has a lesion.
    /// - Returns: (0, 0), then the corners, the highest threshold first. It does not matter whether a
    ///   corner that repeats the one before it is there.
    public static func frocCurve(slides: [SlideFindings]) throws -> [FindingPoint] {
        // BEGIN SOLUTION
        var (hits, alarms): ([Double], [Double]) = ([], [])
        for slide in slides {
            for lesion in slide.lesions {
                let scores = slide.detections.filter { $0.lesion == lesion }.map(\.score)
                if let best = scores.max() { hits.append(best) }
            }
            alarms += slide.detections.filter { $0.lesion == nil }.map(\.score)
        }
        let lesions = slides.reduce(0) { $0 + $1.lesions.count }
        let corners = Set(hits + alarms).sorted(by: >).map { threshold in
            FindingPoint(
                falsePositivesPerSlide: Double(alarms.count { $0 >= threshold })
                    / Double(slides.count),
                sensitivity: Double(hits.count { $0 >= threshold }) / Double(lesions))
        }
        return [FindingPoint(falsePositivesPerSlide: 0, sensitivity: 0)] + corners
        // END SOLUTION
    }

    /// The FROC curve as one number: the mean sensitivity at some numbers of false positives.
    ///
    /// Read the sensitivity off the curve at each of the `rates`. Between two corners the curve is
    /// straight; at a rate where several corners lie above each other the highest counts; beyond the
    /// last corner the sensitivity of the last one goes on.
    ///
    ///     at rate r between corners a and b:
    ///         a.sensitivity + (b.sensitivity - a.sensitivity) * (r - a.rate) / (b.rate - a.rate)
    ///
    /// where rate is short for `falsePositivesPerSlide`.
    ///
    /// `FROCCurve` is the library's own answer: do not call it.
    ///
    /// Example: the sensitivity at 1 lies halfway between 0.5 and 0.8.
    ///
    ///     let corners = [(0, 0), (0, 0.5), (2, 0.8)].map {
    ///         FindingPoint(falsePositivesPerSlide: $0.0, sensitivity: $0.1)
    ///     }
    ///     try frocScore(curve: corners, rates: [1, 4])  // (0.65 + 0.8) / 2 = 0.725
    ///
    /// Hint: which is the first corner that lies to the right of a rate?
    ///
    /// - Parameters:
    ///   - curve: corners from (0, 0) on; neither number ever falls.
    ///   - rates: numbers of false positives a slide, 0 or more, in any order; at least one.
    /// - Returns: the mean sensitivity.
    public static func frocScore(curve: [FindingPoint], rates: [Double]) throws -> Double {
        // BEGIN SOLUTION
        let sensitivities = rates.map { rate in
            guard let right = curve.firstIndex(where: { $0.falsePositivesPerSlide > rate }) else {
                return curve[curve.count - 1].sensitivity
            }
            let (a, b) = (curve[right - 1], curve[right])
            let share =
                (rate - a.falsePositivesPerSlide)
                / (b.falsePositivesPerSlide - a.falsePositivesPerSlide)
            return a.sensitivity + share * (b.sensitivity - a.sensitivity)
        }
        return sensitivities.reduce(0, +) / Double(rates.count)
        // END SOLUTION
    }
}
