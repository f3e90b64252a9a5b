@testable import DeepTeaching

private let ones = Tensor<Float>.ones([2, 3])
private let empty = Tensor<Float>.zeros([0, 3])

/// Axes that are not there, that come twice, and that hold nothing.
let wrongAxes: [WrongCall] =
    [
        WrongCall("a mean along an axis twice", "[0, 0] names an axis of shape [2, 3] twice") {
            _ = ones.mean(axes: [0, 0])
        },
        WrongCall("a variance along an axis twice", "[0, 0] names an axis of shape [2, 3] twice") {
            _ = ones.variance(axes: [0, 0])
        },
        WrongCall("a sum along an axis twice", "[1, -1] names an axis of shape [2, 3] twice") {
            _ = ones.sum(axes: [1, -1])
        },
        WrongCall("a maximum along an axis twice", "names an axis of shape [2, 3] twice") {
            _ = ones.maximum(axes: [1, 1])
        },
        WrongCall("logSumExp along an axis twice", "names an axis of shape [2, 3] twice") {
            _ = ones.logSumExp(axes: [0, -2])
        },
        WrongCall("the mean of nothing", "there is no mean of nothing") { _ = empty.mean() },
        WrongCall("means of nothing", "there is no mean of nothing: shape [0, 3]") {
            _ = empty.mean(axes: [0])
        },
        WrongCall("variances of nothing", "there is no variance of nothing") {
            _ = empty.variance(axes: [0, 1])
        },
        WrongCall("the maximum of nothing", "there is no extreme of nothing") {
            _ = empty.maximum()
        },
        WrongCall("minima of nothing", "there is no extreme of nothing") {
            _ = empty.minimum(axes: [0])
        },
        WrongCall("logSumExp of nothing", "there is no extreme of nothing") {
            _ = empty.logSumExp(axes: [0])
        },
        WrongCall("the argument of the maximum of nothing", "there is no extreme of nothing") {
            _ = empty.argmax(axis: 0)
        },
        WrongCall("the variance of one number without bias", "one number has no unbiased variance")
        {
            _ = ones.variance(axes: [], isUnbiased: true)
        },
        WrongCall("the row of a number with the largest", "shape [] has no axis -1") {
            _ = Tensor<Float>(1).argmax()
        },
        WrongCall("the softmax of a number", "a single number has no rows for a softmax") {
            _ = Tensor<Float>(1).softmax()
        },
        WrongCall("nothing to concatenate", "nothing to concatenate") {
            _ = Tensor<Float>.concatenated([])
        },
        WrongCall("nothing to stack", "nothing to stack") { _ = Tensor<Float>.stacked([]) },
        WrongCall("shapes that differ stacked", "cannot be stacked: they must be of one shape") {
            _ = Tensor<Float>.stacked([ones, empty])
        },
        WrongCall("ranks that differ concatenated", "differ beside axis 1") {
            _ = Tensor<Float>.concatenated([ones, .ones([2])], axis: 1)
        },
        WrongCall("an order with an axis twice", "[0, -2] is no order of the axes") {
            _ = ones.transposed([0, -2])
        },
        WrongCall("an order of too few axes", "[1] is no order of the axes") {
            _ = ones.transposed([1])
        },
        WrongCall("an axis inserted too far", "shape [2, 3] has no room for an axis 3") {
            _ = ones.insertingAxis(at: 3)
        },
        WrongCall("an axis inserted too far back", "shape [2, 3] has no room for an axis -4") {
            _ = ones.insertingAxis(at: -4)
        },
        WrongCall("a long axis removed", "only one of length 1 can") { _ = ones.removingAxis(-1) },
        WrongCall("a row gathered too far", "position 2 along axis 0 is outside") {
            _ = ones.gathered([0, 2])
        },
        WrongCall("a number gathered", "a single number has no rows to gather") {
            _ = Tensor<Float>(1).gathered([0])
        },
        WrongCall("scattered too far", "position 5 along axis 0 is outside") {
            _ = ones.scattered(to: [0, 5], length: 2)
        },
        WrongCall("scattered to a negative length", "can have a negative length") {
            _ = ones.scattered(to: [0, 1], length: -2)
        },
        WrongCall("scattered to too few places", "1 indices do not fit axis 0") {
            _ = ones.scattered(to: [0], length: 2)
        },
        WrongCall("a step of 0", "a step of 0 leads nowhere") { _ = ones.strided(by: 0, axis: 0) },
        WrongCall("spread by a step below 0", "a step of -1 leads nowhere") {
            _ = ones.spread(by: -1, axis: 0)
        },
        WrongCall("spread over too little", "does not fill shape [5, 3]") {
            _ = ones.spread(by: 2, axis: 0, length: 5)
        },
        WrongCall("spread without an end", "too many elements to count") {
            _ = ones.spread(by: .max, axis: 0)
        },
    ]
    + axisFunctions.map { name, function in
        WrongCall("\(name) along axis 2", "shape [2, 3] has no axis 2") { function(2) }
    }
    + axisFunctions.map { name, function in
        WrongCall("\(name) along axis -3", "shape [2, 3] has no axis -3") { function(-3) }
    }

/// All functions that take an axis.
private let axisFunctions: [(String, @Sendable (Int) -> Void)] = [
    ("sum", { _ = ones.sum(axes: [$0]) }), ("mean", { _ = ones.mean(axes: [$0]) }),
    ("variance", { _ = ones.variance(axes: [$0]) }), ("maximum", { _ = ones.maximum(axes: [$0]) }),
    ("minimum", { _ = ones.minimum(axes: [$0]) }),
    ("logSumExp", { _ = ones.logSumExp(axes: [$0]) }),
    ("argmax", { _ = ones.argmax(axis: $0) }),
    ("argmin", { _ = ones.argmin(axis: $0) }),
    ("softmax", { _ = ones.softmax(axis: $0) }), ("logSoftmax", { _ = ones.logSoftmax(axis: $0) }),
    ("gathered", { _ = ones.gathered([0], axis: $0) }),
    ("scattered", { _ = ones.scattered(to: [0], length: 1, axis: $0) }),
    ("concatenated", { _ = Tensor.concatenated([ones, ones], axis: $0) }),
    ("unstacked", { _ = ones.unstacked(axis: $0) }), ("slice", { _ = ones.slice(0..<1, axis: $0) }),
    ("strided", { _ = ones.strided(by: 2, axis: $0) }),
    ("reversed", { _ = ones.reversed(axis: $0) }),
    ("spread", { _ = ones.spread(by: 2, axis: $0) }),
    ("removingAxis", { _ = ones.removingAxis($0) }),
]
