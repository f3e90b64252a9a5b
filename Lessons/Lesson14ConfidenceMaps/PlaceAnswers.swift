import DeepTeaching

/// What networks say of the patch at each place of a slide, one place every eight pixels of the networks.
struct PlaceAnswers: Sendable {
    /// The probability of the patch whose corner lies in column x and row y, counted in places; 0 where no
    /// patch holds enough tissue.
    let probabilities: Plane

    /// How many places a square is wide and high.
    static let block = 32

    /// Looks at squares of many places at once, each layer of each network once.
    ///
    /// - Parameters:
    ///   - slide: in the staining that the detectors know.
    ///   - patches: those that hold enough tissue, at a stride of one place.
    /// - Returns: the answers of each detector.
    /// - Throws: `SlideError` if the slide cannot be read.
    static func all(
        of detectors: [TumorDetector.Fitted], on slide: any Slide, patches: StridedPatches
    ) throws -> [PlaceAnswers] {
        let layout = patches.layout
        let empty = Plane(size: PixelSize(width: layout.columns, height: layout.rows))
        var planes = detectors.map { _ in empty }
        let side = detectors[0].side + (block - 1) * PatchClassifier<Float>.step
        for (square, indices) in patches.squares(of: block).sorted(by: { $0.key < $1.key }) {
            let first = GridIndex(column: square.column * block, row: square.row * block)
            let corner = layout.patch(at: first).region.origin
            // listing: PlaceAnswers.square
            let image = try slide.read(
                origin: corner, size: PixelSize(side: side),
                micronsPerPixel: detectors[0].micronsPerPixel)
            let square = Tensor<Float>(images: [image])
            let answers = detectors.map { $0.probabilities(everywhereIn: square) }
            // end listing
            for (detector, answer) in answers.enumerated() {
                let values = answer.elements
                for index in indices {
                    let (row, column) = (index.row - first.row, index.column - first.column)
                    planes[detector][x: index.column, y: index.row] = values[row * block + column]
                }
            }
        }
        return planes.map(PlaceAnswers.init)
    }
}

/// The patches of a grid that hold enough tissue.
struct StridedPatches: Sendable {
    let layout: PatchLayout
    let indices: [GridIndex]

    /// How many places lie between neighbouring patches.
    let step: Int

    /// - Parameter stride: a multiple of 8.
    /// - Throws: `PatchError`, `SlideError`.
    init(
        of detector: TumorDetector.Fitted, stride: Int, on slide: any Slide, tissue: TissueMask
    ) throws {
        let grid = detector.grid(stride: stride)
        layout = try grid.layout(on: slide)
        indices = try grid.patches(on: slide, tissue: tissue).map(\.index)
        step = stride / PatchClassifier<Float>.step
    }

    /// What a network says of a patch.
    func probability(of index: GridIndex, in answers: PlaceAnswers) -> Float {
        answers.probabilities[x: index.column * step, y: index.row * step]
    }

    /// The patches in squares of so many a side, as far as any of them holds enough tissue.
    func squares(of block: Int) -> [GridIndex: [GridIndex]] {
        Dictionary(grouping: indices) { index in
            GridIndex(column: index.column / block, row: index.row / block)
        }
    }
}
