import DeepTeaching
import LessonSlides

/// A slide, what the detectors say of every place on it, and where its metastases are.
struct MappedSlide: Sendable {
    let record: SlideRecord
    let tissue: TissueMask

    /// The finest maps, a cell every eight pixels of the network: one map a detector.
    let dense: [ConfidenceMap]

    /// The metastases.
    let lesions: LesionLabels

    /// What each detector says of each place.
    private let answers: [PlaceAnswers]

    /// The patches that hold enough tissue, for each stride in pixels of the network.
    private let grids: [Int: StridedPatches]

    private let resolution: MicronsPerPixel

    init(_ record: SlideRecord, by detectors: [TumorDetector.Fitted]) throws {
        let slide = try record.open()
        let (side, tissue) = (detectors[0].side, try TissueMask(of: slide))
        let resolution = slide.micronsPerPixel ?? MicronsPerPixel(detectors[0].micronsPerPixel)
        let finest = try StridedPatches(
            of: detectors[0], stride: PatchClassifier<Float>.step, on: slide, tissue: tissue)
        var grids = [PatchClassifier<Float>.step: finest]
        for stride in [side, side / 2, side / 4] where grids[stride] == nil {
            grids[stride] = try StridedPatches(
                of: detectors[0], stride: stride, on: slide, tissue: tissue)
        }
        let stained = try detectors[0].normalization?.normalized(slide, tissue: tissue) ?? slide
        answers = try PlaceAnswers.all(of: detectors, on: stained, patches: finest)
        dense = answers.map { finest.map(of: $0, tissue: tissue, resolution) }
        lesions = LesionLabels(of: try record.outlines(), in: dense[0])
        (self.record, self.tissue, self.grids, self.resolution) = (
            record, tissue, grids, resolution
        )
    }

    /// The patches that lie some pixels of the network apart.
    func patches(stride: Int) -> StridedPatches {
        guard let patches = grids[stride] else {
            fatalError("no patches were laid \(stride) pixels apart")
        }
        return patches
    }

    /// What a detector says of each of these patches.
    func probabilities(stride: Int, detector: Int) -> [Float] {
        let patches = patches(stride: stride)
        return patches.indices.map { patches.probability(of: $0, in: answers[detector]) }
    }

    /// The map of patches some pixels apart: a cell is the mean of all patches that cover its centre.
    func map(stride: Int, detector: Int) -> ConfidenceMap {
        stride == PatchClassifier<Float>.step
            ? dense[detector]
            : patches(stride: stride).map(of: answers[detector], tissue: tissue, resolution)
    }

    /// The map in which each patch colours its middle alone, eight pixels wide: no mean.
    func centerMap(detector: Int) -> ConfidenceMap {
        let patches = patches(stride: PatchClassifier<Float>.step)
        let values = answers[detector].probabilities
        var covered = Mask(size: values.size)
        for index in patches.indices { covered[x: index.column, y: index.row] = true }
        let corner = (patches.layout.side - patches.layout.stride) / 2
        let frame = RasterFrame(
            origin: BaselinePoint(x: corner, y: corner), downsample: patches.layout.stride)
        return ConfidenceMap(
            probabilities: values, covered: covered, frame: frame,
            baselineMicronsPerPixel: resolution)
    }

    /// The cells of the first finest map that are tumour and lie above the threshold.
    var foundCells: Int {
        dense[0].probabilities.mask(above: MapStudy.threshold).intersection(dense[0].covered)
            .intersection(lesions.truth).foregroundCount
    }
}

extension StridedPatches {
    /// The map of what a network says of the patches.
    fileprivate func map(
        of answers: PlaceAnswers, tissue: TissueMask, _ resolution: MicronsPerPixel
    ) -> ConfidenceMap {
        // listing: StridedPatches.map
        var builder = MapBuilder(layout: layout)
        for index in indices { builder.add(probability(of: index, in: answers), at: index) }
        let map = builder.map(tissue: tissue, baselineMicronsPerPixel: resolution)
        // end listing
        return map
    }
}
