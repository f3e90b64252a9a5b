import Curriculum
import DeepTeaching

/// Lesson 13, Trees and forests: decisions that a pathologist can read.
///
/// A tree asks one question after the other (`gini`, `bestSplit`, `growTree`). A forest asks many trees,
/// each of which has learnt from its own draw of the samples (`bootstrapSample`, `forestProbability`,
/// `outOfBagError`). And what does it look at (`permutationImportance`)? Tables are arrays of arrays; you
/// need no more than Swift itself and the small values `TreeQuestion`, `TreeNode`, `BootstrapSample` and
/// `GivenClassifier`, which stand in Sources/Curriculum/Lessons/Lesson13TreesAndForests+Values.swift.
public enum TreesAndForestsExercise: TreesAndForestsContract {
    /// The Gini impurity: how often two samples, drawn with replacement, are of different classes.
    ///
    ///     gini = 1 - sum over k of (counts[k] / n)^2,    n = sum over k of counts[k]
    ///
    /// No samples at all are not mixed: 0.
    ///
    /// The library's own answers are `DecisionTree` and `RandomForest`: do not call them.
    ///
    /// Example:
    ///
    ///     try gini(counts: [3, 1])  // 1 - 9/16 - 1/16 = 0.375
    ///
    /// Hint: how often is the first of two samples of class k, and how often are both?
    ///
    /// - Parameter counts: how many samples there are of each class; pixels of a slide are billions.
    /// - Returns: 0 if all are of one class, and up to 1 - 1 / counts.count.
    public static func gini(counts: [Int]) throws -> Double {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The question "is feature f at most t?" after which the classes are least mixed.
    ///
    ///     impurity(f, t) = n_below / n * gini(below) + n_above / n * gini(above)
    ///
    /// Try each feature. Thresholds lie in the middle between two neighbouring different values of the
    /// feature. Of equally good questions any one will do. If every feature has one value only, there is
    /// nothing to ask: nil.
    ///
    /// The library's own answers are `DecisionTree`, `RandomForest` and `TreeQuestion.separating`: do not call
    /// them. Compute the impurity here anew: your `gini` is another exercise.
    ///
    /// Example:
    ///
    ///     try bestSplit(features: [[1], [2], [4], [5]], labels: [0, 0, 1, 1], classCount: 2)
    ///     // TreeQuestion(feature: 0, threshold: 3, impurity: 0)
    ///
    /// Hint: between which values may a threshold lie, and how do you know who goes below it?
    ///
    /// - Parameters:
    ///   - features: axes [sample, feature]; at least one sample.
    ///   - labels: the class of each sample, from 0.
    ///   - classCount: the number of classes.
    /// - Returns: `TreeQuestion(feature:threshold:impurity:)`, or nil.
    public static func bestSplit(
        features: [[Double]], labels: [Int], classCount: Int
    ) throws -> TreeQuestion? {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// A tree that asks the best question at each node, about features that were drawn for that node.
    ///
    /// Places are numbered: the root stands at 0, and the node at place p has its child below the threshold
    /// at 2 p + 1 and its child above at 2 p + 2. The node at place p may ask about the features `draws[p]`
    /// only. A node is a leaf if it stands `maximumDepth` questions below the root, or if there is no
    /// question to ask.
    ///
    /// `try TreeQuestion.separating(features:labels:among:)` finds the best question for the samples of a node; it
    /// gives nil if they are all of one class, or nothing separates them. The library's own answers are
    /// `DecisionTree` and `RandomForest`: do not call them.
    ///
    /// Example:
    ///
    ///     try growTree(
    ///         features: [[1], [2]], labels: [0, 1], classCount: 2, maximumDepth: 1, draws: [[0]])
    ///     // [TreeNode(place: 0, question: "feature 0 <= 1.5", counts: [1, 1]),
    ///     //  TreeNode(place: 1, counts: [1, 0]), TreeNode(place: 2, counts: [0, 1])]
    ///
    /// Hint: what must you remember of a node that is still to be made?
    ///
    /// - Parameters:
    ///   - features: axes [sample, feature]; at least one sample.
    ///   - labels: the class of each sample, from 0.
    ///   - classCount: the number of classes.
    ///   - maximumDepth: how many questions a sample is asked at most.
    ///   - draws: for each place that may ask, the indices of features.
    /// - Returns: all nodes, `TreeNode(place:question:counts:)`, in any order.
    public static func growTree(
        features: [[Double]], labels: [Int], classCount: Int, maximumDepth: Int, draws: [[Int]]
    ) throws -> [TreeNode] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// A bag of samples, drawn with replacement, and the samples that were left out.
    ///
    /// The number u, from 0 to below 1, draws sample floor(u * count). Each draw is made among all samples,
    /// so that a sample may be drawn again.
    ///
    /// The library's own answers are `DecisionTree` and `RandomForest`: do not call them.
    ///
    /// Example:
    ///
    ///     try bootstrapSample(count: 3, draws: [0.5, 0.1, 0.4])
    ///     // BootstrapSample(inBag: [1, 0, 1], outOfBag: [2])
    ///
    /// Hint: which samples are left if you take away those that were drawn at least once?
    ///
    /// - Parameters:
    ///   - count: how many samples there are.
    ///   - draws: numbers from 0 to below 1, one for each draw.
    /// - Returns: `BootstrapSample(inBag:outOfBag:)`.
    public static func bootstrapSample(count: Int, draws: [Double]) throws -> BootstrapSample {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The probability of each class for one sample.
    ///
    /// In each tree, the sample goes from the root (place 0) to a leaf: from place p to 2 p + 1 if its
    /// feature is at most the threshold, else to 2 p + 2. A leaf says the shares of its classes. The forest
    /// says the mean of what its trees say, each tree counting the same.
    ///
    ///     p[k] = 1 / trees.count * sum over trees of counts[k] / (sum over j of counts[j])
    ///
    /// The library's own answers are `DecisionTree` and `RandomForest`: do not call them.
    ///
    /// Example: one tree says [1, 0], another one has a leaf with counts [1, 3]: the forest says
    /// [0.625, 0.375].
    ///
    /// Hint: how do you find the node that stands at a place?
    ///
    /// - Parameters:
    ///   - trees: the nodes of each tree, in any order; at least one tree.
    ///   - sample: one number for each feature.
    /// - Returns: one probability for each class; they add up to 1.
    public static func forestProbability(
        trees: [[TreeNode]], sample: [Double]
    ) throws -> [Double] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The error of a forest, each sample judged by those trees only in whose bag it was not.
    ///
    /// For each sample, take the mean of the probabilities that those trees give. The class with the highest
    /// mean is predicted; of equally high ones the first. A sample that is in all bags has no judges: it
    /// counts neither as right nor as wrong. If no sample has judges, there is no error: nil.
    ///
    ///     error = number of judged samples with a wrong prediction / number of judged samples
    ///
    /// The library's own answers are `RandomForest` and `OutOfBagEstimate`: do not call them.
    ///
    /// Example: two trees, two samples of class 0. Sample 0 is in both bags; sample 1 is in the first only,
    /// and the second tree gives it [0.3, 0.7]. So one sample is judged, and wrongly: the error is 1.
    ///
    /// Hint: which trees may judge sample 5?
    ///
    /// - Parameters:
    ///   - probabilities: what each tree says of each sample, axes [tree, sample, class].
    ///   - inBag: the samples from which each tree has learnt, some of them several times.
    ///   - labels: the class of each sample.
    public static func outOfBagError(
        probabilities: [[[Double]]], inBag: [[Int]], labels: [Int]
    ) throws -> Double? {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// How much accuracy a classifier loses on these samples when one feature is permuted.
    ///
    ///     importance[f] = accuracy - accuracy where sample i has feature f of sample permutation[i]
    ///
    /// All else stays: the labels, and the other features of each sample. Accuracy is the share of samples
    /// for which `model.prediction(for: sample)` is the label.
    ///
    /// The library's own answer is `permutationImportance(for:labels:repeats:seed:)`, which makes a
    /// `PermutationImportance`: do not call it.
    ///
    /// Example: a model that looks at feature 0 alone has the importance 0 for feature 1.
    ///
    /// Hint: what must feature 0 be while you measure feature 1?
    ///
    /// - Parameters:
    ///   - model: it has learnt, and does not learn again.
    ///   - features: axes [sample, feature]; at least one sample.
    ///   - labels: the class of each sample.
    ///   - permutation: for each sample the one that gives it its value.
    /// - Returns: one number for each feature; above 0 if the feature is needed.
    public static func permutationImportance(
        of model: GivenClassifier, features: [[Double]], labels: [Int], permutation: [Int]
    ) throws -> [Double] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }
}
