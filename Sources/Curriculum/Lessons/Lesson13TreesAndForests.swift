/// The functions to write in Lesson 13: a tree asks one question after the other, a forest asks many
/// trees.
public protocol TreesAndForestsContract: Sendable {
    /// How mixed the classes are among samples of which there are so many of each class.
    static func gini(counts: [Int]) throws -> Double

    /// The question after which the classes are least mixed, or nil if no question separates anything.
    static func bestSplit(
        features: [[Double]], labels: [Int], classCount: Int
    ) throws -> TreeQuestion?

    /// A tree, each of whose nodes looks at the features that were drawn for it.
    static func growTree(
        features: [[Double]], labels: [Int], classCount: Int, maximumDepth: Int, draws: [[Int]]
    ) throws -> [TreeNode]

    /// Samples drawn with replacement, and those that were not drawn.
    static func bootstrapSample(count: Int, draws: [Double]) throws -> BootstrapSample

    /// The probability of each class for a sample: the mean over the trees.
    static func forestProbability(trees: [[TreeNode]], sample: [Double]) throws -> [Double]

    /// The share of wrong predictions if each sample is judged by those trees only that have not learnt
    /// from it.
    static func outOfBagError(
        probabilities: [[[Double]]], inBag: [[Int]], labels: [Int]
    ) throws -> Double?

    /// How much accuracy is lost when one feature after the other is permuted among the samples.
    static func permutationImportance(
        of model: GivenClassifier, features: [[Double]], labels: [Int], permutation: [Int]
    ) throws -> [Double]
}

extension LessonOutline {
    /// Lesson 13: decisions that can be read.
    public static let treesAndForests = LessonOutline(
        name: "Lesson13TreesAndForests",
        question: "Which decisions can a pathologist read, and how good are they?",
        exercises: [
            Exercise(
                "gini", title: "Measure how mixed classes are",
                checks: ["impurity": 8, "no samples": 4],
                step: "One question",
                documentation: "Breiman et al., Classification and regression trees, 1984, ch. 4",
                librarysOwn: ["DecisionTree", "RandomForest"]),
            Exercise(
                "bestSplit", title: "Find the best question",
                checks: [
                    "impurity": 8, "equal values": 6, "several features": 6, "no question": 4,
                ],
                step: "One question",
                documentation: "Breiman et al., Classification and regression trees, 1984, ch. 2",
                librarysOwn: ["DecisionTree", "RandomForest", "separating"]),
            Exercise(
                "growTree", title: "Grow a tree",
                checks: ["questions": 6, "depth": 4, "draws": 6],
                step: "A tree that a pathologist can read",
                documentation: "Breiman, Random forests, 2001, section 4",
                librarysOwn: ["DecisionTree", "RandomForest"]),
            Exercise(
                "bootstrapSample", title: "Draw a bag of samples",
                checks: ["in the bag": 5, "out of the bag": 5],
                step: "A forest",
                documentation: "Breiman, Random forests, 2001, section 3.1",
                librarysOwn: ["DecisionTree", "RandomForest"]),
            Exercise(
                "forestProbability", title: "Ask all trees of a forest",
                checks: ["way": 6, "mean": 6],
                step: "A forest",
                documentation: "Breiman, Random forests, 2001, section 2",
                librarysOwn: ["DecisionTree", "RandomForest"]),
            Exercise(
                "outOfBagError", title: "Judge by trees that have not seen the sample",
                checks: ["judges": 8, "never left out": 6],
                step: "A forest",
                documentation: "Breiman, Random forests, 2001, section 3.1",
                librarysOwn: ["RandomForest", "OutOfBagEstimate"]),
            Exercise(
                "permutationImportance", title: "Measure what a feature is worth",
                checks: ["one feature": 6, "all features": 6],
                step: "What does the forest look at?",
                documentation: "Breiman, Random forests, 2001, section 10",
                librarysOwn: ["PermutationImportance"]),
        ])
}

/// The contract of Lesson 13 with the calls of its exercises.
public let treesAndForestsContract = LessonContract<any TreesAndForestsContract.Type>(
    .treesAndForests,
    calls: [
        TreesAndForestsCalls.gini.listed, TreesAndForestsCalls.bestSplit.listed,
        TreesAndForestsCalls.growTree.listed, TreesAndForestsCalls.bootstrapSample.listed,
        TreesAndForestsCalls.forestProbability.listed, TreesAndForestsCalls.outOfBagError.listed,
        TreesAndForestsCalls.permutationImportance.listed,
    ])
