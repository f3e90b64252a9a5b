/// Which share of the lesions is found, against how many false positives a slide has, for every
/// threshold (free-response receiver operating characteristic).
///
/// A slide has no number of places that are negative, so there is no false positive rate: false positives
/// are counted per slide. The rules are CAMELYON16's:
///
/// - A detection inside of a lesion hits it. Of several hits of one lesion only the surest counts; the
///   others are neither true nor false.
/// - A hit of isolated tumour cells is neither true nor false, and they need not be found.
/// - Any other detection is a false positive, on a normal slide and on a slide with tumour.
/// - False positives are divided by the number of all slides.
///
/// The script of the challenge leaves out the lowest score if each lesion is hit, so that even a perfect
/// detector misses one; here each score counts.
///
/// Source: Ehteshami Bejnordi et al., Diagnostic assessment of deep learning algorithms for detection of
/// lymph node metastases in women with breast cancer, JAMA, 2017, and the evaluation script of the
/// challenge.
public struct FROCCurve: Sendable, Equatable, Codable {
    /// One threshold and what it gives.
    public struct Point: Sendable, Equatable, Codable {
        /// Detections whose score is at least this are kept; nil where none is.
        public let threshold: Double?

        /// The mean number of false positives of a slide.
        public let falsePositivesPerSlide: Double

        /// The share of the lesions that are hit.
        public let sensitivity: Double
    }

    /// Whose false positives are counted, and by how many slides they are divided.
    public enum Slides: String, Sendable, Codable, CaseIterable {
        /// All slides: so the script of CAMELYON16 does it.
        case all

        /// Those without any lesion: so the article about CAMELYON16 counts them, since around a
        /// metastasis it is hard to say what is false.
        case normal
    }

    /// From (0, 0), where no detection is kept: one point a different score.
    public let points: [Point]

    /// The number of lesions that are to be found.
    public let lesionCount: Int

    /// The false positives a slide at which CAMELYON16 asks for the sensitivity.
    public static let camelyonRates = [0.25, 0.5, 1, 2, 4, 8]

    /// The mean sensitivity at 1/4, 1/2, 1, 2, 4 and 8 false positives a slide.
    public var score: Double {
        Self.camelyonRates.reduce(0) { $0 + sensitivity(atFalsePositives: $1) }
            / Double(Self.camelyonRates.count)
    }

    /// The curve of the detections on some slides.
    ///
    /// - Throws: `EvaluationError` if there is no slide, none has a lesion that is to be found, or false
    ///   positives are to be those of normal slides and there is none.
    public init(slides: [SlideDetections], falsePositivesOf counted: Slides = .all) throws {
        guard !slides.isEmpty else { throw EvaluationError.nothing }
        let lesions = slides.reduce(0) { $0 + $1.lesions.count }
        guard lesions > 0 else { throw EvaluationError.noLesions(slides: slides.count) }
        let judged = counted == .all ? slides : slides.filter(\.isNormal)
        guard !judged.isEmpty else { throw EvaluationError.noNormalSlides(slides: slides.count) }
        let hits = slides.flatMap(\.bestHits)
        let alarms = judged.flatMap(\.falsePositives)
        let start = Point(threshold: nil, falsePositivesPerSlide: 0, sensitivity: 0)
        // Without any detection the curve is its beginning.
        let steps =
            hits.isEmpty && alarms.isEmpty
            ? []
            : try ScoreSteps(
                scores: hits + alarms,
                labels: hits.map { _ in true } + alarms.map { _ in false }
            ).steps
        points =
            [start]
            + steps.map { step in
                Point(
                    threshold: step.threshold,
                    falsePositivesPerSlide: Double(step.alarms) / Double(judged.count),
                    sensitivity: Double(step.hits) / Double(lesions))
            }
        lesionCount = lesions
    }

    /// The sensitivity at a number of false positives a slide: on the straight line between two points,
    /// the highest of several above each other, and beyond the last point that one's.
    public func sensitivity(atFalsePositives number: Double) -> Double {
        require(number >= 0, "there are no \(number) false positives a slide: give 0 or more")
        guard let right = points.firstIndex(where: { $0.falsePositivesPerSlide > number }) else {
            return points[points.count - 1].sensitivity
        }
        let (a, b) = (points[right - 1], points[right])
        let share =
            (number - a.falsePositivesPerSlide)
            / (b.falsePositivesPerSlide - a.falsePositivesPerSlide)
        return a.sensitivity + share * (b.sensitivity - a.sensitivity)
    }
}

extension FROCCurve {
    /// The score with a bootstrap interval over groups of slides, usually patients.
    ///
    /// Resamples without a lesion, or without a normal slide where their false positives are counted, have
    /// no score; they are left out and counted.
    ///
    /// - Throws: `EvaluationError` as `init(slides:falsePositivesOf:)` and `bootstrapInterval` do.
    public static func scoreInterval<Group: Hashable>(
        slides: [SlideDetections], groups: [Group], falsePositivesOf counted: Slides = .all,
        confidence: Double = 0.95, method: BootstrapMethod = .percentile, seed: UInt64,
        samples: Int = 2000
    ) throws -> BootstrapInterval {
        _ = try FROCCurve(slides: slides, falsePositivesOf: counted)
        try requireSameLength("slides", slides.count, "groups", groups.count)
        return try bootstrapInterval(
            groups: groups, confidence: confidence, method: method, seed: seed, samples: samples
        ) { items in
            let drawn = items.map { slides[$0] }
            guard drawn.contains(where: { !$0.lesions.isEmpty }),
                counted == .all || drawn.contains(where: \.isNormal)
            else { return nil }
            return try FROCCurve(slides: drawn, falsePositivesOf: counted).score
        }
    }
}
