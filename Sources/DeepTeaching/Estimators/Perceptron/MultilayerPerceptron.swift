/// A network of dense layers that tells classes apart, behind the interface of the other classifiers.
///
/// Each hidden layer computes act(x W + b), the last one a logit for each class. It is made of the library's
/// own ``Dense`` layers, learns by ``Adam`` along the gradients of ``softmaxCrossEntropy(logits:labels:weights:labelSmoothing:)``,
/// and minimises the mean over the batch of
///
///     -log softmax(logits)[label] + penalty / (2 batch) sum of W^2
///
/// Features are standardised inside, by the means and deviations of the training samples, so their units do
/// not matter. A value that lies more than a million deviations from the mean counts as lying that far.
///
/// This value says how it is to be trained; `fit` returns a ``Fitted``, and only that can predict.
///
/// ```swift
/// let network = try MultilayerPerceptron(hiddenLayers: [32]).fit(table, labels: labels, seed: 7)
/// print(try network.accuracy(for: table, labels: labels), network.losses.count)
/// ```
///
/// Source: Rumelhart, Hinton and Williams, Learning representations by back-propagating errors, 1986.
public struct MultilayerPerceptron: Sendable, Equatable, Codable {
    /// The width of each hidden layer, the first one first; none for a multinomial regression.
    public var hiddenLayers: [Int]

    /// What happens to each sum of a hidden layer.
    public var activation: Activation

    /// How strongly the weights, but not the biases, are drawn to 0. It is scikit-learn's alpha.
    public var penalty: Double

    /// How far a step of Adam goes.
    public var learningRate: Double

    /// How often all samples are learnt from at most.
    public var epochs: Int

    /// The number of samples in a step; all of them, if there are fewer.
    public var batchSize: Int

    /// When the training ends before its time; nil never. Training then keeps the network that was best.
    public var stopping: Stopping?

    /// A rule for an early end.
    public struct Stopping: Sendable, Equatable, Codable {
        /// How many epochs without an improvement are borne.
        public var patience: Int

        /// By how much the loss must fall to count as better.
        public var minimumImprovement: Double

        /// The share of the samples that are set aside to watch the loss on, as many of each class; at 0 it
        /// is watched on the samples that are learnt from.
        public var validationShare: Double

        /// A rule; the defaults are scikit-learn's, without samples set aside.
        public init(
            patience: Int = 10, minimumImprovement: Double = 1e-4, validationShare: Double = 0
        ) {
            self.patience = patience
            self.minimumImprovement = minimumImprovement
            self.validationShare = validationShare
        }
    }

    /// A network yet to be trained; the defaults are scikit-learn's.
    public init(
        hiddenLayers: [Int] = [100], activation: Activation = .relu, penalty: Double = 1e-4,
        learningRate: Double = 0.001, epochs: Int = 200, batchSize: Int = 200,
        stopping: Stopping? = Stopping()
    ) {
        self.hiddenLayers = hiddenLayers
        self.activation = activation
        self.penalty = penalty
        self.learningRate = learningRate
        self.epochs = epochs
        self.batchSize = batchSize
        self.stopping = stopping
    }
}

extension MultilayerPerceptron {
    /// - Throws: `EstimatorError.unusableSetting` if with a setting no network can be trained.
    func checkSettings() throws {
        func check(_ isUsable: Bool, _ name: String, _ value: Any, _ allowed: String) throws {
            if isUsable { return }
            throw EstimatorError.unusableSetting(
                name: name, value: "\(value)", allowed: allowed)
        }
        try check(
            hiddenLayers.allSatisfy { (1...1 << 16).contains($0) }, "hiddenLayers", hiddenLayers,
            "widths from 1 to \(1 << 16)")
        try check(penalty >= 0 && penalty.isFinite, "penalty", penalty, "a number from 0 on")
        try check(
            learningRate > 0 && learningRate.isFinite, "learningRate", learningRate,
            "a number above 0")
        try check(epochs >= 1, "epochs", epochs, "1 or more")
        try check(batchSize >= 1, "batchSize", batchSize, "1 or more")
        guard let stopping else { return }
        try check(stopping.patience >= 1, "patience", stopping.patience, "1 or more")
        let improvement = stopping.minimumImprovement
        try check(
            improvement >= 0 && improvement.isFinite, "minimumImprovement", improvement,
            "a number from 0 on")
        try check(
            stopping.validationShare >= 0 && stopping.validationShare < 1, "validationShare",
            stopping.validationShare, "from 0 up to but not including 1")
    }
}
