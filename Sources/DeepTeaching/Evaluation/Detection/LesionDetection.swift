/// A place that a detector calls a lesion: how sure it is, and what it hits.
public struct LesionDetection: Sendable, Equatable, Codable {
    /// How sure the detector is; larger is surer.
    public var score: Double

    /// The label of the lesion at that place; nil where there is none.
    public var lesion: Int?

    /// A detection that is known.
    public init(score: Double, lesion: Int?) {
        self.score = score
        self.lesion = lesion
    }
}

/// What a detector found on one slide, and what it should have found.
///
/// ```swift
/// let slide = try SlideDetections(
///     found.map { ($0.center, $0.maximumProbability) }, lesions: [1, 2],
///     isolatedTumorCells: [3], lesionAt: label)
/// let curve = try FROCCurve(slides: [slide])
/// ```
public struct SlideDetections: Sendable, Equatable {
    /// The labels of the lesions that are to be found; none on a normal slide.
    public let lesions: Set<Int>

    /// The labels of lesions too small to be judged by: a hit is neither true nor false.
    public let isolatedTumorCells: Set<Int>

    /// What the detector found, in any order.
    public let detections: [LesionDetection]

    /// What was found on a slide, with the lesion at each place.
    ///
    /// - Throws: `EvaluationError` if a score is not a number, or a detection hits a lesion that is not
    ///   listed.
    public init(
        detections: [LesionDetection], lesions: Set<Int>, isolatedTumorCells: Set<Int> = []
    ) throws {
        try requireNumbers(detections.map(\.score))
        let both = lesions.intersection(isolatedTumorCells)
        guard both.isEmpty else {
            throw EvaluationError.unusableParameter(
                name: "a label of both a lesion and isolated tumour cells",
                value: "\(both.min() ?? 0)",
                allowed: "one of them alone")
        }
        for (index, detection) in detections.enumerated() {
            if let label = detection.lesion, !lesions.contains(label),
                !isolatedTumorCells.contains(label)
            {
                throw EvaluationError.unknownLesion(label: label, detection: index)
            }
        }
        self.lesions = lesions
        self.isolatedTumorCells = isolatedTumorCells
        self.detections = detections
    }

    /// What was found on a slide, and which lesion lies at a place: by a mask, or by outlines.
    ///
    /// - Parameters:
    ///   - found: places and how sure the detector is of each.
    ///   - lesions: the labels of the lesions that are to be found.
    ///   - isolatedTumorCells: the labels of those too small to be judged by.
    ///   - lesion: the label of the lesion at a place; nil where there is none.
    /// - Throws: `EvaluationError` if a score is not a number, or `lesion` gives a label that is not
    ///   listed; and what `lesion` throws.
    public init<Point>(
        _ found: [(point: Point, score: Double)], lesions: Set<Int>,
        isolatedTumorCells: Set<Int> = [], lesionAt lesion: (Point) throws -> Int?
    ) throws {
        try self.init(
            detections: found.map {
                LesionDetection(score: $0.score, lesion: try lesion($0.point))
            },
            lesions: lesions, isolatedTumorCells: isolatedTumorCells)
    }

    /// Whether there is no lesion, not even isolated tumour cells.
    public var isNormal: Bool { lesions.isEmpty && isolatedTumorCells.isEmpty }

    /// The highest score that hits each lesion that was found; of several hits only that counts.
    var bestHits: [Double] {
        var best: [Int: Double] = [:]
        for detection in detections {
            guard let label = detection.lesion, lesions.contains(label) else { continue }
            best[label] = max(best[label] ?? -.infinity, detection.score)
        }
        return Array(best.values)
    }

    /// The scores of detections where there is no lesion.
    var falsePositives: [Double] { detections.filter { $0.lesion == nil }.map(\.score) }
}

extension SlideDetections: Codable {
    private enum CodingKeys: String, CodingKey { case lesions, isolatedTumorCells, detections }

    /// Reads what was found on a slide.
    ///
    /// - Throws: `EvaluationError` as `init(detections:lesions:isolatedTumorCells:)` does.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            detections: try values.decode([LesionDetection].self, forKey: .detections),
            lesions: try values.decode(Set<Int>.self, forKey: .lesions),
            isolatedTumorCells: try values.decode(Set<Int>.self, forKey: .isolatedTumorCells))
    }
}
