/// The calls of Lesson 13's exercises.
public enum TreesAndForestsCalls {
    /// How mixed classes are.
    public static let gini = Call("gini(counts:)") {
        (contract: any TreesAndForestsContract.Type, counts: [Int]) in
        try contract.gini(counts: counts)
    }

    /// The best question.
    public static let bestSplit = Call("bestSplit(features:labels:classCount:)") {
        (
            contract: any TreesAndForestsContract.Type, features: [[Double]], labels: [Int],
            classCount: Int
        ) in
        try contract.bestSplit(features: features, labels: labels, classCount: classCount)
    }

    /// A whole tree.
    public static let growTree = Call("growTree(features:labels:classCount:maximumDepth:draws:)") {
        (
            contract: any TreesAndForestsContract.Type, features: [[Double]], labels: [Int],
            classCount: Int, maximumDepth: Int, draws: [[Int]]
        ) in
        try contract.growTree(
            features: features, labels: labels, classCount: classCount, maximumDepth: maximumDepth,
            draws: draws)
    }

    /// What is in a bag, and what is not.
    public static let bootstrapSample = Call("bootstrapSample(count:draws:)") {
        (contract: any TreesAndForestsContract.Type, count: Int, draws: [Double]) in
        try contract.bootstrapSample(count: count, draws: draws)
    }

    /// What a forest says.
    public static let forestProbability = Call("forestProbability(trees:sample:)") {
        (contract: any TreesAndForestsContract.Type, trees: [[TreeNode]], sample: [Double]) in
        try contract.forestProbability(trees: trees, sample: sample)
    }

    /// The error of a forest on what its trees have not seen.
    public static let outOfBagError = Call("outOfBagError(probabilities:inBag:labels:)") {
        (
            contract: any TreesAndForestsContract.Type, probabilities: [[[Double]]],
            inBag: [[Int]], labels: [Int]
        ) in
        try contract.outOfBagError(probabilities: probabilities, inBag: inBag, labels: labels)
    }

    /// What each feature is worth.
    public static let permutationImportance = Call(
        "permutationImportance(model:features:labels:permutation:)"
    ) {
        (
            contract: any TreesAndForestsContract.Type, model: GivenClassifier,
            features: [[Double]], labels: [Int], permutation: [Int]
        ) in
        try contract.permutationImportance(
            of: model, features: features, labels: labels, permutation: permutation)
    }
}
