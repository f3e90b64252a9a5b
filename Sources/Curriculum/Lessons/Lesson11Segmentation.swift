import DeepTeaching

/// The functions to write in Lesson 11: what a network that says yes or no of each pixel is made of, and
/// how its answer is judged.
public protocol SegmentationContract: Sendable {
    /// The state of a gated recurrent unit after one more step.
    static func gruStep(
        _ input: Tensor<Double>, state: Tensor<Double>, weights: GateWeights
    ) throws -> Tensor<Double>

    /// What a reader with a fading memory knows at each pixel, having read each line from both ends.
    static func bidirectionalSweep(
        _ images: Tensor<Double>, axis: Int, decay: Double
    ) throws -> Tensor<Double>

    /// Each pixel adds its share of the kernel to a larger image.
    static func transposedConvolution(
        _ images: Tensor<Double>, weights: Tensor<Double>, bias: Tensor<Double>, stride: Int
    ) throws -> Tensor<Double>

    /// How little probabilities and true masks overlap.
    static func diceLoss(
        probabilities: [[Double]], targets: [[Double]], smoothing: Double
    ) throws -> Double

    /// The pixels of both masks among those of either.
    static func intersectionOverUnion(prediction: [Bool], truth: [Bool]) throws -> Double
}

/// The weights of the three gates of a gated recurrent unit, side by side in the order r, z, n.
public struct GateWeights: Codable, Sendable, Equatable {
    /// For the input, axes [inputs, 3 * hidden].
    public var input: Tensor<Double>

    /// For the last state, axes [hidden, 3 * hidden].
    public var recurrent: Tensor<Double>

    /// Added to what the input says, [3 * hidden].
    public var inputBias: Tensor<Double>

    /// Added to what the last state says, [3 * hidden].
    public var recurrentBias: Tensor<Double>

    /// Two matrices and two biases.
    public init(
        input: Tensor<Double>, recurrent: Tensor<Double>, inputBias: Tensor<Double>,
        recurrentBias: Tensor<Double>
    ) {
        self.input = input
        self.recurrent = recurrent
        self.inputBias = inputBias
        self.recurrentBias = recurrentBias
    }
}

/// The calls of Lesson 11's exercises.
public enum SegmentationCalls {
    /// One step of a gated recurrent unit.
    public static let gruStep = Call("gruStep(input:state:weights:)") {
        (
            contract: any SegmentationContract.Type, input: Tensor<Double>, state: Tensor<Double>,
            weights: GateWeights
        ) in
        try contract.gruStep(input, state: state, weights: weights)
    }

    /// Each line of images, read from both ends.
    public static let bidirectionalSweep = Call("bidirectionalSweep(images:axis:decay:)") {
        (
            contract: any SegmentationContract.Type, images: Tensor<Double>, axis: Int,
            decay: Double
        ) in
        try contract.bidirectionalSweep(images, axis: axis, decay: decay)
    }

    /// Images made larger.
    public static let transposedConvolution = Call(
        "transposedConvolution(images:weights:bias:stride:)"
    ) {
        (
            contract: any SegmentationContract.Type, images: Tensor<Double>,
            weights: Tensor<Double>, bias: Tensor<Double>, stride: Int
        ) in
        try contract.transposedConvolution(images, weights: weights, bias: bias, stride: stride)
    }

    /// The loss of a mask as a whole.
    public static let diceLoss = Call("diceLoss(probabilities:targets:smoothing:)") {
        (
            contract: any SegmentationContract.Type, probabilities: [[Double]],
            targets: [[Double]], smoothing: Double
        ) in
        try contract.diceLoss(
            probabilities: probabilities, targets: targets, smoothing: smoothing)
    }

    /// The overlap of two masks.
    public static let intersectionOverUnion = Call("intersectionOverUnion(prediction:truth:)") {
        (contract: any SegmentationContract.Type, prediction: [Bool], truth: [Bool]) in
        try contract.intersectionOverUnion(prediction: prediction, truth: truth)
    }
}

extension LessonOutline {
    /// Lesson 11: which pixels?
    public static let segmentation = LessonOutline(
        name: "Lesson11Segmentation",
        question: "Which pixels?",
        exercises: [
            Exercise(
                "intersectionOverUnion", title: "Measure how two masks overlap",
                checks: ["overlap": 7, "empty masks": 5],
                step: "How good is a mask?",
                documentation: "Overlap; Jaccard, Etude comparative de la distribution florale, "
                    + "1901",
                librarysOwn: ["Overlap"]),
            Exercise(
                "diceLoss", title: "Make the overlap a loss",
                checks: ["one mask": 8, "empty mask": 6, "batch": 4],
                step: "A loss for the whole mask",
                documentation: "diceLoss; Milletari, Navab and Ahmadi, V-Net, 2016",
                librarysOwn: ["Variable"]),
            Exercise(
                "transposedConvolution", title: "Make images larger again",
                checks: ["one pixel": 8, "overlaps": 7, "channels": 5, "batch": 2],
                step: "Down and up again",
                documentation: "TransposedConvolution2D; Dumoulin and Visin, A guide to "
                    + "convolution arithmetic for deep learning, 2016",
                librarysOwn: [
                    "transposedConvolved", "TransposedConvolution2D", "convolved", "Convolution2D",
                ]),
            Exercise(
                "gruStep", title: "Compute one step of a gated recurrent unit",
                checks: ["forget nothing": 7, "new state": 8, "reset": 9],
                step: "A memory with gates",
                documentation: "GRU; Cho et al., Learning phrase representations using RNN "
                    + "encoder-decoder for statistical machine translation, 2014",
                librarysOwn: ["GRU", "Variable", "Kernels"]),
            Exercise(
                "bidirectionalSweep", title: "Read every line from both ends",
                checks: ["forwards": 8, "backwards": 8, "columns": 4, "fresh start": 4],
                step: "Rows, then columns",
                documentation: "RowColumnSweep; Visin et al., ReNet, 2015",
                librarysOwn: ["Bidirectional", "RowColumnSweep"]),
        ])
}

/// The contract of Lesson 11 with the calls of its exercises.
public let segmentationContract = LessonContract<any SegmentationContract.Type>(
    .segmentation,
    calls: [
        SegmentationCalls.intersectionOverUnion.listed, SegmentationCalls.diceLoss.listed,
        SegmentationCalls.transposedConvolution.listed, SegmentationCalls.gruStep.listed,
        SegmentationCalls.bidirectionalSweep.listed,
    ])
