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
