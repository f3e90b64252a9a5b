/// How much a predicted mask covers of the true one: the pixels of both, counted.
///
/// With n the pixels of both masks, p those of the prediction and t those of the truth,
/// Dice = 2 n / (p + t) and IoU = n / (p + t - n). Both go from 0 (nothing in common) to 1 (the same),
/// and order predictions alike, since Dice = 2 IoU / (1 + IoU); the numbers differ in between.
///
/// Two empty masks agree: both measures are 1. If only one is empty, both are 0.
///
/// ```swift
/// let overlap = try Overlap(prediction: [true, true, false], truth: [true, false, false])
/// print(overlap.dice)  // 2 * 1 / (2 + 1)
/// ```
///
/// Overlaps of several images are added where all their pixels are to count as those of one image; the
/// mean of each image's Dice counts small masks as much as large ones.
///
/// Sources: Dice, Measures of the amount of ecologic association between species, Ecology, 1945;
/// Jaccard, Etude comparative de la distribution florale dans une portion des Alpes et du Jura, 1901.
public struct Overlap: Hashable, Sendable {
    /// The pixels of both masks.
    public let both: Int

    /// The pixels of the prediction that are not of the truth.
    public let onlyPrediction: Int

    /// The pixels of the truth that were missed.
    public let onlyTruth: Int

    /// Counts, each 0 or more.
    public init(both: Int, onlyPrediction: Int, onlyTruth: Int) {
        require(
            both >= 0 && onlyPrediction >= 0 && onlyTruth >= 0,
            "pixels are 0 or more, not \(both), \(onlyPrediction) and \(onlyTruth)")
        self.both = both
        self.onlyPrediction = onlyPrediction
        self.onlyTruth = onlyTruth
    }

    /// The overlap of two masks, pixel by pixel.
    ///
    /// - Throws: `EvaluationError` if they have no pixels, or one more than the other.
    public init(prediction: [Bool], truth: [Bool]) throws {
        try requireSameLength(
            "pixels of the prediction", prediction.count, "of the truth", truth.count)
        var counts = (both: 0, prediction: 0, truth: 0)
        for (said, isTrue) in zip(prediction, truth) {
            if said && isTrue { counts.both += 1 }
            if said && !isTrue { counts.prediction += 1 }
            if !said && isTrue { counts.truth += 1 }
        }
        self.init(
            both: counts.both, onlyPrediction: counts.prediction, onlyTruth: counts.truth)
    }

    /// 2 n / (p + t): the Dice coefficient, also called F1; 1 if both masks are empty.
    public var dice: Double {
        let sum = 2 * both + onlyPrediction + onlyTruth
        return sum == 0 ? 1 : Double(2 * both) / Double(sum)
    }

    /// n / (p + t - n): the intersection over the union, also called the Jaccard index; 1 if both masks
    /// are empty.
    public var intersectionOverUnion: Double {
        let union = both + onlyPrediction + onlyTruth
        return union == 0 ? 1 : Double(both) / Double(union)
    }

    /// The overlap of all pixels of both.
    public static func + (first: Overlap, second: Overlap) -> Overlap {
        Overlap(
            both: first.both + second.both,
            onlyPrediction: first.onlyPrediction + second.onlyPrediction,
            onlyTruth: first.onlyTruth + second.onlyTruth)
    }
}
