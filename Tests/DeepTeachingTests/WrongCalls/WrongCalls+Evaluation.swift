@testable import DeepTeaching

/// Lists that do not fit, classes that are none, and scores that are no numbers.
let wrongEvaluations: [WrongCall] = [
    WrongCall("a matrix that is not square", "make no confusion matrix") {
        _ = try ConfusionMatrix(counts: [[1, 2]], names: ["a"])
    },
    WrongCall("a matrix of nothing", "make no confusion matrix") {
        _ = try ConfusionMatrix(counts: [], names: [])
    },
    WrongCall("a negative count of items", "The confusion matrix holds -1 in row 0, column 1") {
        _ = try ConfusionMatrix(counts: [[1, -1], [0, 0]], names: ["a", "b"])
    },
    WrongCall("counts that cannot be added up", "the count in row 1, column 0 is") {
        _ = try ConfusionMatrix(counts: [[1, 1], [.max, .max]], names: ["a", "b"])
    },
    WrongCall("a class beyond the names", "Item 1 has class 2, which is none of the 2 classes") {
        _ = try ConfusionMatrix(labels: [0, 2], predictions: [0, 1], names: ["a", "b"])
    },
    WrongCall("a matrix of lists of two lengths", "give one of each an item") {
        _ = try ConfusionMatrix(labels: [0, 1], predictions: [0], names: ["a", "b"])
    },
    WrongCall("a matrix of no items", "There is nothing to evaluate") {
        _ = try ConfusionMatrix(labels: [], predictions: [], names: ["a"])
    },
    WrongCall("the recall of class -1", "there is no class -1 among 1") {
        _ = try ConfusionMatrix(counts: [[1]], names: ["a"]).recall(of: -1)
    },
    WrongCall("the precision of class 1", "there is no class 1 among 1") {
        _ = try ConfusionMatrix(counts: [[1]], names: ["a"]).precision(of: 1)
    },
    WrongCall("the F1 score of class 1", "there is no class 1 among 1") {
        _ = try ConfusionMatrix(counts: [[1]], names: ["a"]).f1Score(of: 1)
    },
    WrongCall("the kappa of a class that is none", "Item 0 has class 3") {
        _ = try cohensKappa(labels: [3], predictions: [0], classCount: 2, weights: .none)
    },
    WrongCall("the kappa of no items", "There is nothing to evaluate") {
        _ = try cohensKappa(labels: [], predictions: [], classCount: 2, weights: .none)
    },
    WrongCall("the kappa of -1 classes", "Item 0 has class 0") {
        _ = try cohensKappa(labels: [0], predictions: [0], classCount: -1, weights: .none)
    },
    WrongCall("the kappa of classes without end", "the number of classes is 4097") {
        _ = try cohensKappa(labels: [0], predictions: [0], classCount: .max, weights: .none)
    },
    WrongCall("a score that is no number", "The score of item 1 is not a number") {
        _ = try ROCCurve(scores: [0, .nan], labels: [true, false])
    },
    WrongCall("one class only", "All 2 items are positive") {
        _ = try ROCCurve(scores: [0, 1], labels: [true, true])
    },
    WrongCall("scores without labels", "There are 2 scores, but 1 labels") {
        _ = try ROCCurve(scores: [0, 1], labels: [true])
    },
    WrongCall("no scores", "There is nothing to evaluate") {
        _ = try ROCCurve(scores: [], labels: [])
    },
    WrongCall("an area without groups", "There are 2 scores, but 1 groups") {
        _ = try ROCCurve.areaInterval(
            scores: [0, 1], labels: [true, false], groups: [1], seed: 0)
    },
    WrongCall("an interval of no items", "There is nothing to evaluate") {
        _ = try bootstrapInterval(groups: [Int](), seed: 0) { _ in 1 }
    },
    WrongCall("an interval of certainty", "confidence is 1.0: it must be above 0 and below 1") {
        _ = try bootstrapInterval(groups: [1, 2], confidence: 1, seed: 0) { _ in 1 }
    },
    WrongCall("a confidence that is no number", "confidence is nan") {
        _ = try bootstrapInterval(groups: [1, 2], confidence: .nan, seed: 0) { _ in 1 }
    },
    WrongCall("an interval of no samples", "samples is 0: it must be 1 or more") {
        _ = try bootstrapInterval(groups: [1, 2], seed: 0, samples: 0) { _ in 1 }
    },
    WrongCall("a statistic that is no number", "The statistic is defined on only 0 of 10") {
        _ = try bootstrapInterval(groups: [1, 2], seed: 0, samples: 10) { _ in .nan }
    },
    WrongCall("the sensitivity of three classes", "are of two classes, but there are 3") {
        let counts = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        _ = try ConfusionMatrix(counts: counts, names: ["a", "b", "c"]).sensitivity
    },
    WrongCall("the recall counts of class 2", "there is no class 2 among 1") {
        _ = try ConfusionMatrix(counts: [[1]], names: ["a"]).recallCounts(of: 2)
    },
    WrongCall("the precision counts of class -1", "there is no class -1 among 1") {
        _ = try ConfusionMatrix(counts: [[1]], names: ["a"]).precisionCounts(of: -1)
    },
    WrongCall("-1 false positives a slide", "there are no -1.0 false positives a slide") {
        _ = try froc().sensitivity(atFalsePositives: -1)
    },
    WrongCall("false positives that are no number", "there are no nan false positives a slide") {
        _ = try froc().sensitivity(atFalsePositives: .nan)
    },
    WrongCall("a FROC from 0", "a line from 0.0 to 8.0 false positives cannot be drawn") {
        _ = try froc().line(from: 0, to: 8)
    },
    WrongCall("a FROC without lesions", "None of the 1 slides has a lesion") {
        _ = try FROCCurve(slides: [SlideDetections(detections: [], lesions: [])])
    },
    WrongCall("a probability of 2", "A probability of item 0 is 2.0") {
        _ = try CalibrationCurve(probabilities: [2], labels: [true])
    },
    WrongCall("a calibration of -1 bins", "the number of bins is -1") {
        _ = try CalibrationCurve(probabilities: [1], labels: [true], bins: -1)
    },
    WrongCall("probabilities without classes", "are no table of classes") {
        _ = try BrierScore(probabilities: Tensor<Float>.zeros([2, 3, 4]), labels: [0, 1])
    },
    WrongCall("the temperature of nothing", "are no table of classes") {
        _ = try TemperatureScaling().fit(Tensor<Float>([1, 2], shape: [2]), labels: [0, 1])
    },
    WrongCall("the variance of one positive", "There is only 1 of the positive items") {
        _ = try DeLongArea(scores: [0, 1, 2], labels: [false, false, true])
    },
    WrongCall("5 of 3", "the number of successes is 5") { _ = try Proportion(5, of: 3) },
    WrongCall("0 of 0", "There is nothing to evaluate") { _ = try Proportion(0, of: 0) },
    WrongCall("-1 items that differ", "a count of items is -1") {
        _ = try McNemarTest(onlyFirst: -1, onlySecond: 0)
    },
    WrongCall("strata that part a group", "The group p has items of two strata") {
        _ = try bootstrapInterval(groups: ["p", "p"], strata: [0, 1], seed: 0) { _ in 1 }
    },
    WrongCall("the first -1 rows", "there are no first -1 rows") {
        _ = try Table(columnNames: ["a"], rows: []).head(-1)
    },
    WrongCall("one fold", "count of folds is 1: it must be 2 or more") {
        _ = try CrossValidation([SampleSplit.leavingOneGroupOut(of: [0, 1])[0]])
    },
    WrongCall("samples without groups", "do not say to which group each belongs") {
        let samples = try LabeledSamples(
            features: Tensor<Float>.zeros([2, 1]), featureNames: ["a"], labels: [0, 0],
            classNames: ["b"])
        _ = try samples.groupedSplit(test: 0.5, seed: 0)
    },
    WrongCall("-1 patches drawn", "cannot draw -1 patches") {
        var generator = SeededGenerator(seed: 0)
        _ = try BalancedSampler(slides: []).sample(-1, using: &generator)
    },
    WrongCall("a share of tumour above 1", "with a tumour share of 1.5") {
        var generator = SeededGenerator(seed: 0)
        _ = try BalancedSampler(slides: []).sample(1, tumorShare: 1.5, using: &generator)
    },
    WrongCall("nothing to draw from", "tumor") {
        var generator = SeededGenerator(seed: 0)
        _ = try BalancedSampler(slides: []).sample(2, using: &generator)
    },
    WrongCall("-1 slides to sort by", "the patches of 0 slides cannot be sorted by -1 slides") {
        var generator = SeededGenerator(seed: 0)
        _ = try BalancedSampler(slides: []).distinctSample(0, slideCount: -1, using: &generator)
    },
]

/// The curve of one lesion that was not found.
private func froc() throws -> FROCCurve {
    try FROCCurve(slides: [SlideDetections(detections: [], lesions: [1])])
}
