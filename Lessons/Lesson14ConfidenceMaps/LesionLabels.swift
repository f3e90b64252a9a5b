import DeepTeaching

/// The metastases of a slide, as CAMELYON16 counts them: what lies within 37.5 um of outlined tumour belongs
/// to it, so that parts closer than 75 um are one.
struct LesionLabels: Sendable {
    /// The cells whose centre lies inside an outline.
    let truth: Mask

    /// Those that are to be found.
    let lesions: Set<Int>

    /// Those that are shorter than 275 um with their margin: isolated tumour cells.
    let isolatedTumorCells: Set<Int>

    /// Those that are to be found, and shorter than 1 mm.
    let small: Set<Int>

    private let labels: LabelImage
    private let frame: RasterFrame

    /// - Parameter map: the lesions lie in its cells.
    init(of outlines: [Annotation], in map: ConfidenceMap) {
        let cell = map.cellMicrons.mean
        frame = map.frame
        truth = map.truth(from: outlines)
        labels = truth.dilated(by: .disk(radius: 37.5 / cell)).fillingHoles()
            .connectedComponents(connectivity: .eight)
        let regions = labels.regions()
        func those(_ isMeant: (Double) -> Bool) -> Set<Int> {
            Set(regions.filter { isMeant($0.majorAxis * cell) }.map(\.label))
        }
        lesions = those { $0 >= 275 }
        isolatedTumorCells = those { $0 < 275 }
        small = those { 275 <= $0 && $0 < 1000 }
    }

    /// The number of the lesion at a point of the slide; nil where there is none.
    func label(at point: BaselinePoint) -> Int? {
        let pixel = frame.pixel(under: point)
        guard labels.size.contains(pixel) else { return nil }
        let label = labels[x: pixel.x, y: pixel.y]
        return label == 0 ? nil : label
    }

    /// What these points hit.
    ///
    /// - Parameter small: whether only small lesions are to be found; hits of others then count neither
    ///   way.
    func judged(_ peaks: [MapPeak], small: Bool = false) throws -> SlideDetections {
        try SlideDetections(
            peaks.map { ($0.center, $0.probability) },
            lesions: small ? self.small : lesions,
            isolatedTumorCells: small
                ? isolatedTumorCells.union(lesions).subtracting(self.small) : isolatedTumorCells,
            lesionAt: label)
    }
}
