import Curriculum
import DeepTeaching

/// Lesson 13, Trees and forests: decisions that a pathologist can read.
///
/// A tree asks one question after the other (`gini`, `bestSplit`, `growTree`). A forest asks many trees,
/// each of which has learnt from its own draw of the samples (`bootstrapSample`, `forestProbability`,
/// `outOfBagError`). And what does it look at (`permutationImportance`)? Tables are arrays of arrays; you
/// need no more than Swift itself and the small values `TreeQuestion`, `TreeNode`, `BootstrapSample` and
/// `GivenClassifier`, which stand in Sources/Curriculum/Lessons/Lesson13TreesAndForests+Values.swift.
public enum TreesAndForestsSolution: TreesAndForestsContract {
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
        // BEGIN SOLUTION
        let total = counts.reduce(0, +)
        if total == 0 { return 0 }
        return 1
            - counts.reduce(0) { sum, count in
                let share = Double(count) / Double(total)
                return sum + share * share
            }
        // END SOLUTION
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
        // BEGIN SOLUTION
        // The size of a group times its impurity: n - sum of count^2 / n.
        func mixture(_ group: [Int]) -> Double {
            let counts = (0..<classCount).map { k in group.count { labels[$0] == k } }
            let squares = counts.reduce(0) { $0 + Double($1 * $1) }
            return Double(group.count) - squares / Double(group.count)
        }
        var best: TreeQuestion?
        for feature in features[0].indices {
            let values = Set(features.map { $0[feature] }).sorted()
            for (lower, upper) in zip(values, values.dropFirst()) {
                let threshold = (lower + upper) / 2
                let below = labels.indices.filter { features[$0][feature] <= threshold }
                let above = labels.indices.filter { features[$0][feature] > threshold }
                let impurity = (mixture(below) + mixture(above)) / Double(labels.count)
                if impurity < best?.impurity ?? .infinity {
                    best = TreeQuestion(
                        feature: feature, threshold: threshold, impurity: impurity)
                }
            }
        }
        return best
        // END SOLUTION
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
        // BEGIN SOLUTION
        var nodes: [TreeNode] = []
        var waiting = [(place: 0, depth: 0, samples: Array(labels.indices))]
        while let (place, depth, samples) = waiting.popLast() {
            let counts = (0..<classCount).map { k in samples.count { labels[$0] == k } }
            var node = TreeNode(place: place, counts: counts)
            if depth < maximumDepth,
                let question = try TreeQuestion.separating(
                    features: samples.map { features[$0] }, labels: samples.map { labels[$0] },
                    among: draws[place])
            {
                func goesBelow(_ sample: Int) -> Bool {
                    features[sample][question.feature] <= question.threshold
                }
                node.question = question
                waiting.append((2 * place + 1, depth + 1, samples.filter(goesBelow)))
                waiting.append((2 * place + 2, depth + 1, samples.filter { !goesBelow($0) }))
            }
            nodes.append(node)
        }
        return nodes
        // END SOLUTION
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
        // BEGIN SOLUTION
        let inBag = draws.map { Int($0 * Double(count)) }
        return BootstrapSample(
            inBag: inBag, outOfBag: (0..<count).filter { !inBag.contains($0) })
        // END SOLUTION
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
        // BEGIN SOLUTION
        var sums = trees[0][0].counts.map { _ in 0.0 }
        for tree in trees {
            var place = 0
            while let node = tree.first(where: { $0.place == place }) {
                guard let question = node.question else {
                    let total = node.counts.reduce(0, +)
                    for (k, count) in node.counts.enumerated() {
                        sums[k] += Double(count) / Double(total)
                    }
                    break
                }
                let isBelow = sample[question.feature] <= question.threshold
                place = 2 * place + (isBelow ? 1 : 2)
            }
        }
        return sums.map { $0 / Double(trees.count) }
        // END SOLUTION
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
        // BEGIN SOLUTION
        var judged = 0
        var wrong = 0
        for (sample, label) in labels.enumerated() {
            let judges = probabilities.indices.filter { !inBag[$0].contains(sample) }
            guard let first = judges.first else { continue }
            let sums = probabilities[first][sample].indices.map { k in
                judges.reduce(0) { $0 + probabilities[$1][sample][k] }
            }
            // Sums have as many summands for each class, so they are in the order of the means.
            let prediction = sums.firstIndex(of: sums.max() ?? 0)
            judged += 1
            if prediction != label { wrong += 1 }
        }
        return judged == 0 ? nil : Double(wrong) / Double(judged)
        // END SOLUTION
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
        // BEGIN SOLUTION
        func accuracy(_ table: [[Double]]) -> Double {
            let hits = zip(table, labels).count { model.prediction(for: $0.0) == $0.1 }
            return Double(hits) / Double(labels.count)
        }
        return features[0].indices.map { feature in
            var permuted = features
            for (sample, source) in permutation.enumerated() {
                permuted[sample][feature] = features[source][feature]
            }
            return accuracy(features) - accuracy(permuted)
        }
        // END SOLUTION
    }
}
