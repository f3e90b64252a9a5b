import DeepTeaching

/// Slides as bags: features of their patches from a network that nobody has trained for tumour, and one
/// label for each.
struct BagStudy {
    let bags: [FeatureBag]
    let labels: [Bool]

    /// - Parameter extractor: the network that describes a patch.
    /// - Throws: `AttentionError` if a slide shows no tissue.
    init(_ cohort: SlideCohort, count: Int, extractor: PatchNetwork) throws {
        let side = Float(SlideReading.patchSide)
        var bags: [FeatureBag] = []
        for slide in 0..<count {
            let places = cohort.tissuePlaces(of: [slide])[0]
            let corners = places.flatMap {
                [
                    Float($0 % SlideReading.gridSide) * side,
                    Float($0 / SlideReading.gridSide) * side,
                ]
            }
            bags.append(
                try FeatureBag(
                    features: extractor(cohort.patches(of: [slide], at: [places])),
                    coordinates: Tensor(corners, shape: [places.count, 2])))
        }
        self.bags = bags
        labels = cohort.slides.prefix(count).map(\.isTumor)
    }

    init(bags: [FeatureBag], labels: [Bool]) { (self.bags, self.labels) = (bags, labels) }

    /// Mean and spread of each feature over all instances.
    var scale: (mean: Tensor<Float>, deviation: Tensor<Float>) {
        let all = Variable(Tensor.concatenated(bags.map(\.features)))
        let variance = all.variance(axes: [0]).value + 1e-6
        return (all.mean(axes: [0]).value, variance.squareRoot())
    }

    /// The same bags with features of mean 0 and spread 1 by another study's scale.
    func scaled(_ scale: (mean: Tensor<Float>, deviation: Tensor<Float>)) throws -> BagStudy {
        BagStudy(
            bags: try bags.map {
                try FeatureBag(
                    features: ($0.features - scale.mean) / scale.deviation,
                    coordinates: $0.coordinates)
            }, labels: labels)
    }

    /// Some bags, one after the other, and their lengths.
    func joined(_ chosen: [Int]) -> (instances: Tensor<Float>, lengths: [Int]) {
        (.concatenated(chosen.map { bags[$0].features }), chosen.map { bags[$0].count })
    }
}

/// A classifier of bags: pooling, then one sum.
struct BagClassifier<Pooling: BagPooling<Float>>: Parameterized, Sendable {
    var pooling: Pooling
    var output: Dense<Float>

    init(_ pooling: Pooling, features: Int, using generator: inout SeededGenerator) {
        self.pooling = pooling
        output = Dense(inputs: features, outputs: 1, using: &generator)
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {
        visitor("pooling", &pooling)
        visitor("output", &output)
    }

    /// One logit for each bag: `[bag, 1]`.
    func callAsFunction(
        _ bags: (instances: Tensor<Float>, lengths: [Int]), in pass: Pass
    ) -> Variable<Float> {
        output(pooling(Variable(bags.instances), lengths: bags.lengths, in: pass).bags, in: pass)
    }

    /// Learns from a study, and judges another one by the area under the ROC curve.
    ///
    /// - Throws: `EvaluationError` if all bags are of one class.
    func area(
        learningFrom training: BagStudy, test: BagStudy, steps: Int, rate: Double, seed: UInt64
    ) throws -> Double {
        var model = self
        var order = SeededGenerator(seed: seed, stream: "bags")
        var adam = Adam<Float>(learningRate: rate)
        for step in 0..<steps {
            let chosen = (0..<16).map { _ in order.index(below: training.bags.count) }
            let targets = Tensor<Float>(
                chosen.map { training.labels[$0] ? 1 : 0 }, shape: [chosen.count, 1])
            let batch = training.joined(chosen)
            adam.learningRate = rate * min(1, 2.5 * Double(steps - step) / Double(steps))
            let gradients = gradients(of: model) { model in
                binaryCrossEntropy(
                    logits: model(batch, in: .training(seed: UInt64(step))), targets: targets)
            }.gradients
            adam.update(&model, along: gradients)
        }
        let logits = test.bags.indices.map { bag in
            Double(model(test.joined([bag]), in: .inference).value.scalar)
        }
        return try ROCCurve(scores: logits, labels: test.labels).area
    }
}
