@testable import DeepTeaching

private let logits = Variable(Tensor<Float>.ones([2, 3]))
private let column = Variable(Tensor<Float>.ones([2, 1]))
private let targets = Tensor<Float>.ones([2])

/// Labels, weights and targets that would give a number without a meaning.
let wrongLosses: [WrongCall] = [
    WrongCall("a label beyond the classes", "a label is none of the 3 classes") {
        _ = softmaxCrossEntropy(logits: logits, labels: [0, 3])
    },
    WrongCall("a label below 0", "a label is none of the 3 classes") {
        _ = softmaxCrossEntropy(logits: logits, labels: [0, -1])
    },
    WrongCall("too few labels", "logits of shape [2, 3] do not fit 1 labels") {
        _ = softmaxCrossEntropy(logits: logits, labels: [0])
    },
    WrongCall("no labels", "there is no mean loss of nothing") {
        _ = softmaxCrossEntropy(logits: Variable(Tensor<Float>.ones([0, 3])), labels: [])
    },
    WrongCall("too few class weights", "class weights [1.0, 2.0] do not fit 3 classes") {
        _ = softmaxCrossEntropy(logits: logits, labels: [0, 1], weights: [1, 2])
    },
    WrongCall("a negative class weight", "do not fit 3 classes: one from 0 on for each") {
        _ = softmaxCrossEntropy(logits: logits, labels: [0, 1], weights: [1, -2, 1])
    },
    WrongCall("a class weight that is no number", "do not fit 3 classes") {
        _ = softmaxCrossEntropy(logits: logits, labels: [0, 1], weights: [1, .nan, 1])
    },
    WrongCall("labels that weigh nothing", "the classes of all rows have the weight 0") {
        _ = softmaxCrossEntropy(logits: logits, labels: [0, 0], weights: [0, 1, 1])
    },
    WrongCall("labels smoothed too much", "labels cannot be smoothed by 1.5") {
        _ = softmaxCrossEntropy(logits: logits, labels: [0, 1], labelSmoothing: 1.5)
    },
    WrongCall("labels smoothed by no number", "labels cannot be smoothed by nan") {
        _ = softmaxCrossEntropy(logits: logits, labels: [0, 1], labelSmoothing: .nan)
    },
    WrongCall("a row of targets for a column", "predictions of shape [2, 1] do not fit targets") {
        _ = meanSquaredError(predictions: column, targets: targets)
    },
    WrongCall("the squared error of nothing", "there is no mean of nothing") {
        _ = meanSquaredError(
            predictions: Variable(Tensor<Float>.ones([0, 1])), targets: .ones([0, 1]))
    },
    WrongCall("binary targets of another shape", "predictions of shape [2, 1] do not fit targets") {
        _ = binaryCrossEntropy(logits: column, targets: targets)
    },
    WrongCall("a binary target of 2", "targets go from 0 (no) to 1 (yes)") {
        _ = binaryCrossEntropy(logits: column, targets: Tensor([2, 0], shape: [2, 1]))
    },
    WrongCall("a binary target that is no number", "targets go from 0 (no) to 1 (yes)") {
        _ = binaryCrossEntropy(logits: column, targets: Tensor([.nan, 0], shape: [2, 1]))
    },
    WrongCall("a yes that counts -1 times", "a yes cannot count -1.0 times") {
        _ = binaryCrossEntropy(logits: column, targets: .ones([2, 1]), positiveWeight: -1)
    },
    WrongCall("a focal target of a half", "targets are 0 (no) or 1 (yes)") {
        _ = focalLoss(logits: column, targets: Tensor([0.5, 0], shape: [2, 1]))
    },
    WrongCall("a focal balance of 2", "a balance from 0 to 1, not 2.0 and 2.0") {
        _ = focalLoss(logits: column, targets: .ones([2, 1]), balance: 2)
    },
    WrongCall("a focal gamma of -1", "a gamma from 0 on") {
        _ = focalLoss(logits: column, targets: .ones([2, 1]), gamma: -1)
    },
    WrongCall("a mask of 255", "targets go from 0 (no) to 1 (yes)") {
        _ = diceLoss(probabilities: column, targets: Tensor([255, 0], shape: [2, 1]))
    },
    WrongCall("a Dice loss smoothed by -1", "a Dice loss cannot be smoothed by -1.0") {
        _ = diceLoss(probabilities: column, targets: .ones([2, 1]), smoothing: -1)
    },
    WrongCall("a mask of another shape", "predictions of shape [2, 1] do not fit targets") {
        _ = diceLoss(probabilities: column, targets: targets)
    },
]
