import DeepTeaching

/// The functions to write in Lesson 14: from what a network says of patches to a map, and from the map to
/// places on the slide.
public protocol ConfidenceMapsContract: Sendable {
    /// A map of cells, each the mean of all patches that cover its centre.
    static func stitch(
        _ predictions: [PatchPrediction], side: Int, stride: Int, columns: Int, rows: Int
    ) throws -> StitchedMap

    /// The highest cells of a map, none within a radius of a higher one that was kept.
    static func nonMaximumSuppression(
        _ map: [[Double]], radius: Double, threshold: Double
    ) throws -> [CellPeak]

    /// One number of a slide: the mean of the largest probabilities of its tissue.
    static func slideScore(
        probabilities: [[Double]], covered: [[Bool]], largest count: Int
    ) throws -> Double

    /// The centre on the slide, and the highest probability, of each region above a threshold.
    static func detections(
        in map: [[Double]], threshold: Double, origin: BaselinePoint, downsample: Double
    ) throws -> [PlacedDetection]
}

/// What a network says of one patch of a grid.
public struct PatchPrediction: Codable, Sendable, Hashable {
    /// The column of the patch in the grid, counted in strides from the left.
    public var column: Int

    /// The row of the patch in the grid, counted in strides from the top.
    public var row: Int

    /// How probable tumour is, from 0 to 1.
    public var probability: Double

    /// A prediction.
    public init(column: Int, row: Int, probability: Double) {
        self.column = column
        self.row = row
        self.probability = probability
    }
}

/// A map of cells, and where anything is known.
public struct StitchedMap: Codable, Sendable, Hashable {
    /// A probability for each cell, axes [row, column]; 0 where no patch lies.
    public var probabilities: [[Double]]

    /// Whether a patch covers the centre of the cell, axes [row, column].
    public var covered: [[Bool]]

    /// A map from its parts.
    public init(probabilities: [[Double]], covered: [[Bool]]) {
        self.probabilities = probabilities
        self.covered = covered
    }
}

/// A cell of a map that is higher than all around it.
public struct CellPeak: Codable, Sendable, Hashable {
    /// The column of the cell.
    public var column: Int

    /// The row of the cell.
    public var row: Int

    /// The probability of the cell.
    public var probability: Double

    /// A peak.
    public init(column: Int, row: Int, probability: Double) {
        self.column = column
        self.row = row
        self.probability = probability
    }
}

/// A place on a slide where tumour was found.
public struct PlacedDetection: Codable, Sendable, Hashable {
    /// The centre of the region, in level-0 pixels.
    public var center: BaselinePoint

    /// The highest probability of the region.
    public var probability: Double

    /// A detection.
    public init(center: BaselinePoint, probability: Double) {
        self.center = center
        self.probability = probability
    }
}

extension LessonOutline {
    /// Lesson 14: how sure is the network, everywhere?
    public static let confidenceMaps = LessonOutline(
        name: "Lesson14ConfidenceMaps",
        question: "How sure is the network, everywhere?",
        exercises: [
            Exercise(
                "stitch", title: "Make a map of patches that overlap",
                checks: ["places": 8, "overlap": 10, "centres": 6, "nothing there": 6],
                step: "From patches to a map",
                documentation: "MapBuilder",
                librarysOwn: ["MapBuilder", "ConfidenceMap"]),
            Exercise(
                "nonMaximumSuppression", title: "Keep one peak where many cells are high",
                checks: ["disk": 8, "again": 5, "ties": 5, "threshold": 7],
                step: "One metastasis, one detection",
                documentation: "ConfidenceMap.peaks(radius:above:)",
                librarysOwn: ["peaks", "ConfidenceMap"]),
            Exercise(
                "slideScore", title: "Score a slide by its largest probabilities",
                checks: ["largest": 10, "tissue": 6, "few": 4],
                step: "One number for a slide",
                documentation: "ConfidenceMap.score(_:)",
                librarysOwn: ["SlideScore", "ConfidenceMap"]),
            Exercise(
                "detections", title: "Say where on the slide the tumour is",
                checks: ["regions": 9, "place": 10, "surest": 6],
                step: "Where on the slide?",
                documentation: "ConfidenceMap.detections(settings:)",
                librarysOwn: ["ConfidenceMap", "Detection", "Region", "regions", "RasterFrame"]),
        ])
}

/// The contract of Lesson 14 with the calls of its exercises.
public let confidenceMapsContract = LessonContract<any ConfidenceMapsContract.Type>(
    .confidenceMaps,
    calls: [
        ConfidenceMapsCalls.stitch.listed, ConfidenceMapsCalls.nonMaximumSuppression.listed,
        ConfidenceMapsCalls.slideScore.listed, ConfidenceMapsCalls.detections.listed,
    ])
