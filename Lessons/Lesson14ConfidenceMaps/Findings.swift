import DeepTeaching

/// What points on the slides hit, over all slides.
struct Findings: Sendable {
    private let slides: [SlideDetections]

    /// - Parameters:
    ///   - points: of each slide, in the order of the slides.
    ///   - small: whether only small lesions are to be found.
    init(_ points: [[MapPeak]], on slides: [MappedSlide], small: Bool = false) throws {
        self.slides = try zip(points, slides).map { try $1.lesions.judged($0, small: small) }
    }

    /// The points in lesions that are to be found, or in isolated tumour cells.
    var hits: Int { slides.reduce(0) { $0 + $1.detections.count { $0.lesion != nil } } }

    /// The share of the points that hit something.
    var precision: Double { Double(hits) / Double(max(1, count)) }

    /// All points.
    var count: Int { slides.reduce(0) { $0 + $1.detections.count } }

    /// The points outside of any lesion, a slide.
    var falsePositives: Double { Double(count - hits) / Double(slides.count) }

    /// The share of the lesions that some point hits.
    var found: Double {
        let lesions = slides.reduce(0) { $0 + $1.lesions.count }
        let found = slides.reduce(0) { sum, slide in
            sum + Set(slide.detections.compactMap(\.lesion)).intersection(slide.lesions).count
        }
        return Double(found) / Double(lesions)
    }

    /// The curve of all thresholds.
    ///
    /// - Throws: `EvaluationError` if there is no lesion to be found.
    func curve() throws -> FROCCurve { try FROCCurve(slides: slides) }
}

extension MapStudy {
    /// The radius within which the lesson suppresses, in micrometres.
    static let radius = 200.0

    /// Peaks for a curve of all thresholds are surer than this.
    static let faint: Float = 0.3

    /// The peaks of each slide's map, down to faint ones. Those above a threshold are the ones that
    /// suppression would leave of the cells above it.
    func peaks(
        radius: Double = Self.radius, in map: @Sendable (MappedSlide) -> ConfidenceMap
    ) throws -> [[MapPeak]] {
        try parallelMap(slides.count) {
            try map(slides[$0]).peaks(radius: radius, above: Self.faint)
        }
    }
}

/// What the peaks of maps hit.
struct FindResult: Sendable {
    /// Peaks above the threshold of the lesson.
    let sure: Findings

    /// All peaks, at all thresholds.
    let curve: FROCCurve

    /// The score of CAMELYON16 if only small lesions are to be found; nil if there are none.
    let smallScore: Double?

    var score: Double { curve.score }

    /// - Throws: `EvaluationError` if there is no lesion to be found.
    init(_ peaks: [[MapPeak]], of study: MapStudy) throws {
        let slides = study.slides
        sure = try Findings(
            peaks.map { $0.filter { $0.probability > Double(MapStudy.threshold) } }, on: slides)
        curve = try Findings(peaks, on: slides).curve()
        let hasSmall = slides.contains { !$0.lesions.small.isEmpty }
        smallScore = hasSmall ? try Findings(peaks, on: slides, small: true).curve().score : nil
    }
}
