import DeepTeaching

/// What networks say of the patch at each place of a slide, one place every eight pixels of the networks.
struct PlaceAnswers: Sendable {
    /// The probability of the patch whose corner lies in column x and row y, counted in places; 0 where no
    /// patch holds enough tissue.
    let probabilities: Plane

    /// Looks at strips of many places at once, each layer of each network once.
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
        for strip in patches.strips {
            let corner = layout.patch(at: strip.first).region.origin
            // listing: PlaceAnswers.strip
            let image = try slide.read(
                origin: corner, size: strip.size(ofPatch: detectors[0].side),
                micronsPerPixel: detectors[0].micronsPerPixel)
            let pixels = Tensor<Float>(images: [image])
            let answers = detectors.map { $0.probabilities(everywhereIn: pixels) }
            // end listing
            for (detector, answer) in answers.enumerated() {
                let values = answer.elements
                for index in strip.indices {
                    let row = index.row - strip.first.row
                    let column = index.column - strip.first.column
                    planes[detector][x: index.column, y: index.row] =
                        values[row * strip.columns + column]
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

    /// The patches in strips.
    var strips: [Strip] {
        Dictionary(grouping: indices) { $0.row / Strip.rows }.sorted { $0.key < $1.key }
            .flatMap { Strip.runs(of: $0.value) }
    }
}

/// Places that the networks look at together: some rows, as far as there is tissue side by side.
struct Strip: Sendable {
    /// The place in the upper left corner.
    let first: GridIndex

    /// How many places it is wide.
    let columns: Int

    /// The places with enough tissue.
    let indices: [GridIndex]

    /// How many places a strip is high.
    static let rows = 32

    /// Places without tissue up to so many are looked at with the rest; beyond a wider gap begins the next
    /// strip, which looks at the border of its first patch anew.
    private static let gap = 8

    /// The strips of places in the same rows.
    static func runs(of indices: [GridIndex]) -> [Strip] {
        var runs: [[GridIndex]] = []
        for index in indices.sorted(by: { ($0.column, $0.row) < ($1.column, $1.row) }) {
            if let last = runs.last?.last, index.column - last.column <= gap {
                runs[runs.count - 1].append(index)
            } else {
                runs.append([index])
            }
        }
        return runs.map { run in
            let (left, right) = (run[0].column, run[run.count - 1].column)
            return Strip(
                first: GridIndex(column: left, row: run[0].row / rows * rows),
                columns: right - left + 1, indices: run)
        }
    }

    /// Its size in pixels of the network.
    func size(ofPatch side: Int) -> PixelSize {
        let step = PatchClassifier<Float>.step
        return PixelSize(width: side + (columns - 1) * step, height: side + (Self.rows - 1) * step)
    }
}
