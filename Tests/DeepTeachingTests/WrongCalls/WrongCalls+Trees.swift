@testable import DeepTeaching

/// Nodes that are not there, and names that do not fit a tree.
let wrongTrees: [WrongCall] = [
    WrongCall("the node after the last", "there is no node 3 in a tree of 3 nodes") {
        _ = try grownTree().node(3)
    },
    WrongCall("the node before the first", "there is no node -1 in a tree of 3 nodes") {
        _ = try RegressionTree().fit(Tensor<Float>(rows: [[0], [1]]), targets: [0, 1]).node(-1)
    },
    WrongCall("rules without enough features", "0 feature names do not fit a tree of 1 features") {
        _ = try grownTree().rules(featureNames: [])
    },
    WrongCall("rules of three classes", "3 class names do not fit a tree of 2 classes") {
        _ = try grownTree().rules(classNames: ["a", "b", "c"])
    },
    WrongCall("a drawing of two features", "2 feature names do not fit a tree of 1 features") {
        _ = try grownTree().diagram(featureNames: ["a", "b"])
    },
]

private func grownTree() throws -> DecisionTree.Fitted {
    try DecisionTree().fit(Tensor<Float>(rows: [[0], [1]]), labels: [0, 1])
}
