/// All that looks at a slide, from tissue to a map and its features.
public struct SlideExaminer: Sendable {
    /// Says how probable tumour is in a patch.
    public let detector: TumorDetector.Fitted

    /// How everything around it is set.
    public let settings: SlideExaminerSettings

    /// An examiner with a trained detector.
    public init(detector: TumorDetector.Fitted, settings: SlideExaminerSettings = .init()) {
        self.detector = detector
        self.settings = settings
    }

    /// Looks at a slide.
    ///
    /// - Parameters:
    ///   - slide: the slide.
    ///   - known: where its tissue lies; nil finds it now.
    ///   - progress: is told the share that is done, from 0 to 1.
    /// - Throws: `SlideError`, `PatchError` if the slide cannot be read, has no resolution or is too
    ///   small for a patch.
    public func examine(
        _ slide: some Slide, tissue known: TissueMask? = nil,
        progress: (Double) -> Void = { _ in }
    ) throws -> SlideExamination {
        let tissue = try known ?? TissueMask(of: slide)
        let map = try map(of: slide, tissue: tissue, progress: progress)
        let regions = regions(of: map)
        return SlideExamination(
            tissue: tissue, map: map, detections: regions.first?.detections ?? [],
            features: try SlideFeatures(map: map, regions: regions))
    }

    /// Patches that overlap by whole steps of the network are looked at in one pass: the same map for
    /// less.
    private func map(
        of slide: some Slide, tissue: TissueMask, progress: (Double) -> Void
    ) throws -> ConfidenceMap {
        guard let stride = settings.stride, stride < detector.side,
            stride.isMultiple(of: PatchClassifier<Float>.step)
        else {
            return try detector.map(
                of: slide, tissue: tissue, stride: settings.stride, progress: progress)
        }
        return try detector.denseMap(
            of: slide, tissue: tissue, stride: stride, progress: progress)
    }

    /// What the classifier of slides sees of a map that was made before.
    ///
    /// - Throws: `MapError` if the map holds something that is no probability.
    public func features(of map: ConfidenceMap) throws -> SlideFeatures {
        try SlideFeatures(map: map, regions: regions(of: map))
    }

    private func regions(
        of map: ConfidenceMap
    ) -> [(threshold: Double, detections: [Detection])] {
        settings.thresholds.map { threshold in
            (threshold: threshold, detections: map.detections(settings: detection(threshold)))
        }
    }

    private func detection(_ threshold: Double) -> DetectionSettings {
        var detection = settings.detection
        detection.threshold = Float(threshold)
        return detection
    }
}

/// How a slide is examined.
public struct SlideExaminerSettings: Sendable, Equatable, Codable {
    /// The distance of patches in their pixels; smaller than a patch gives a finer map. Nil lays the
    /// detector's patches edge to edge, so that no tissue lies between them.
    public var stride: Int?

    /// The probabilities above which a cell belongs to a detection; the first gives the detections
    /// that are shown.
    public var thresholds = [0.5, 0.9]

    /// Morphology before detections are measured; its threshold is replaced.
    public var detection = DetectionSettings()

    /// The settings that the lessons use.
    public init() {}
}

/// What was found on a slide.
public struct SlideExamination: Sendable, Equatable {
    /// Where tissue lies.
    public let tissue: TissueMask

    /// How probable tumour is, everywhere.
    public let map: ConfidenceMap

    /// The regions above the first threshold, the surest first.
    public let detections: [Detection]

    /// What the classifier of slides sees.
    public let features: SlideFeatures
}
