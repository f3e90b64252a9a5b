import DeepTeaching

/// The functions to write in Lesson 6: from a slide to patches that make a fair data set.
public protocol TissueExtractionContract: Sendable {
    /// Otsu's threshold: the bin that separates two classes best, background up to it, foreground
    /// above; nil if all values lie in one bin.
    static func otsuThreshold(histogram: [Int]) throws -> Int?

    /// The pixels that are colourful enough for stained tissue, and are neither black nor pen.
    static func tissueMask(
        of image: Image, saturationAbove threshold: Float, valueAtLeast darkest: Float,
        penHues: ClosedRange<Float>
    ) throws -> Mask

    /// The pixels whose centre lies inside at least one polygon and inside no hole.
    static func rasterize(
        polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
    ) throws -> Mask

    /// The patches of a regular grid that lie wholly on the picture and hold enough tissue.
    static func patchGrid(
        on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
    ) throws -> [PixelRectangle]

    /// Patches shared out to training and test, whole patients at a time.
    static func split(
        patches: [PatchOrigin], testShare: Double, draws: [Double]
    ) throws -> TrainingTestSplit

    /// Patches drawn label first, then slide, then patch.
    static func balancedSample(
        from patches: [AnnotatedPatch], draws: [[Double]]
    ) throws -> [Int]
}

/// Where a patch comes from.
public struct PatchOrigin: Codable, Sendable, Hashable {
    /// The number of the patient, from 0.
    public var patient: Int

    /// The number of the lymph node, and so of the slide: each patient has several.
    public var node: Int

    /// A patient and one of their nodes.
    public init(patient: Int, node: Int) {
        self.patient = patient
        self.node = node
    }
}

/// The indices of the patches to learn from, and of those to be examined on.
public struct TrainingTestSplit: Codable, Sendable, Hashable {
    /// The patches to learn from, as indices.
    public var training: [Int]

    /// The patches of the examination, as indices.
    public var test: [Int]

    /// Two lists of indices.
    public init(training: [Int], test: [Int]) {
        self.training = training
        self.test = test
    }
}

/// What the annotations tell of a patch.
public struct AnnotatedPatch: Codable, Sendable, Hashable {
    /// The number of the slide.
    public var slide: Int

    /// Whether a pathologist found any metastasis on the slide.
    public var isSlidePositive: Bool

    /// Whether the patch lies inside an outline of a metastasis.
    public var isOutlined: Bool

    /// A patch of a slide.
    public init(slide: Int, isSlidePositive: Bool, isOutlined: Bool) {
        self.slide = slide
        self.isSlidePositive = isSlidePositive
        self.isOutlined = isOutlined
    }
}

extension LessonOutline {
    /// Lesson 6: where is tissue, and which patches make a fair data set?
    public static let tissueExtraction = LessonOutline(
        name: "Lesson06TissueExtraction",
        question: "Where is tissue, and which patches make a fair data set?",
        exercises: [
            Exercise(
                "otsuThreshold", title: "Find the threshold that separates two classes best",
                checks: ["two classes": 10, "empty bins": 4, "nothing to separate": 4],
                step: "Otsu's threshold",
                documentation: "Histogram.otsuBin; Otsu, A threshold selection method from "
                    + "gray-level histograms, 1979",
                librarysOwn: ["otsuBin", "Histogram"]),
            Exercise(
                "tissueMask", title: "Tell tissue from glass, pen and black blocks",
                checks: ["colour": 7, "threshold": 3, "pen": 4, "black": 3],
                step: "A mask of the tissue",
                documentation: "TissueMask; RGB.hsv", librarysOwn: ["TissueMask", "TissueSettings"]),
            Exercise(
                "rasterize", title: "Turn outlines with holes into pixels",
                checks: [
                    "inside": 6, "corners": 3, "crossing outline": 2, "holes": 4,
                    "several outlines": 3,
                ],
                step: "From outlines to pixels",
                documentation: "Mask.init(size:filling:excluding:)",
                librarysOwn: ["filling", "TumorMask"]),
            Exercise(
                "patchGrid", title: "Lay patches on the tissue, none over the border",
                checks: ["border": 6, "stride": 4, "tissue": 6],
                step: "A grid of patches",
                documentation: "PatchGrid", librarysOwn: ["PatchGrid", "PatchLayout"]),
            Exercise(
                "split", title: "Share out whole patients to training and test",
                checks: ["whole patients": 8, "share": 4, "draws": 3],
                step: "A fair test",
                documentation: "PatientSplit", librarysOwn: ["PatientSplit"]),
            Exercise(
                "balancedSample", title: "Draw label first, then slide, then patch",
                checks: ["label": 5, "unknown tissue": 4, "slide": 5, "patch": 2],
                step: "A fair lottery",
                documentation: "BalancedSampler; UnannotatedTissue",
                librarysOwn: ["BalancedSampler"]),
        ])
}

/// The contract of Lesson 6 with the calls of its exercises.
public let tissueExtractionContract = LessonContract<any TissueExtractionContract.Type>(
    .tissueExtraction,
    calls: [
        TissueExtractionCalls.otsuThreshold.listed, TissueExtractionCalls.tissueMask.listed,
        TissueExtractionCalls.rasterize.listed, TissueExtractionCalls.patchGrid.listed,
        TissueExtractionCalls.split.listed, TissueExtractionCalls.balancedSample.listed,
    ])
