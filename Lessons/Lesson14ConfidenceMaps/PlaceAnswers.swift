import DeepTeaching

/// What a network says of the patch at each place of a slide, one place every eight pixels of the network.
struct PlaceAnswers: Sendable {
    /// The probability of the patch whose corner lies in column x and row y, counted in places; 0 where no
    /// patch holds enough tissue.
    let probabilities: Plane

    /// How many places a square is wide and high.
    static let block = 32

    /// Looks at squares of many places at once, each layer of the network once.
    ///
    /// - Parameters:
    ///   - patches: those that hold enough tissue, at a stride of one place.
    /// - Throws: `SlideError` if the slide cannot be read.
    init(
        of detector: TumorDetector.Fitted, on slide: any Slide, patches: StridedPatches
    ) throws {
        let (layout, block) = (patches.layout, Self.block)
        var plane = Plane(size: PixelSize(width: layout.columns, height: layout.rows))
        let squares = patches.squares(of: block).sorted { $0.key < $1.key }
        let side = detector.side + (block - 1) * PatchClassifier<Float>.step
        for (square, indices) in squares {
            let corner = GridIndex(column: square.column * block, row: square.row * block)
            // listing: PlaceAnswers.square
            let image = try slide.read(
                origin: layout.patch(at: corner).region.origin, size: PixelSize(side: side),
                micronsPerPixel: detector.micronsPerPixel)
            let answers = detector.probabilities(everywhereIn: Tensor(images: [image]))
            // end listing
            let values = answers.elements
            for index in indices {
                plane[x: index.column, y: index.row] =
                    values[(index.row - corner.row) * block + index.column - corner.column]
            }
        }
        probabilities = plane
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

    /// What the network says of a patch.
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
