import DeepTeaching

extension ConfidenceMap {
    /// The map of a slide with one cell every eight pixels of the network: the network looks at large
    /// squares at once, in place of patch by patch.
    ///
    /// The dense layers become convolutions, as in Lesson 10, so that each cell gets what the network says
    /// of the patch around it.
    ///
    /// - Parameters:
    ///   - detector: of one network.
    ///   - tissue: squares without it are not read; cells outside of it are not covered.
    /// - Throws: `PatchError` if the slide is smaller than a patch, `SlideError` if it cannot be read.
    init(
        dense detector: TumorDetector.Fitted, of slide: any Slide, tissue: TissueMask
    ) throws {
        let network = detector.networks[0]
        let step = PatchClassifier<Float>.step
        let block = 32
        let grid = PatchGrid(
            side: detector.side + step * (block - 1), micronsPerPixel: detector.micronsPerPixel)
        let reader = try PatchReader(slide, grid: grid)
        // Pixels of level 0 that one pixel of the network covers.
        let scale = try grid.layout(on: slide).side / Double(grid.side)
        func count(_ length: Int) -> Int {
            (Int(Double(length) / scale) - detector.side) / step + 1
        }
        let (columns, rows) = (
            count(slide.levels[0].size.width), count(slide.levels[0].size.height)
        )
        let size = PixelSize(width: columns, height: rows)
        let corner = Double(detector.side - step) / 2 * scale
        let frame = RasterFrame(
            origin: BaselinePoint(x: corner, y: corner), downsample: Double(step) * scale)
        let covered = tissue.raster.resampled(
            over: SlideRaster(Mask(size: size), frame: frame), outside: false
        ).pixels
        var probabilities = Plane(size: size)
        for y in starts(rows, block) {
            let places = starts(columns, block).filter { x in
                covered.holdsForeground(PixelRectangle(x: x, y: y, width: block, height: block))
            }
            let images = try reader.images(
                of: places.map { x in
                    BaselineRectangle(
                        origin: BaselinePoint(
                            x: Double(x * step) * scale, y: Double(y * step) * scale),
                        side: Double(grid.side) * scale)
                })
            for (x, image) in zip(places, images) {
                let found = network.dense(image)
                for v in 0..<block {
                    for u in 0..<block where covered[x: x + u, y: y + v] {
                        probabilities[x: x + u, y: y + v] = found[v * block + u]
                    }
                }
            }
        }
        self.init(
            probabilities: probabilities, covered: covered, frame: frame,
            baselineMicronsPerPixel: slide.micronsPerPixel ?? MicronsPerPixel(0.5))
    }
}

/// Where blocks begin that cover `count` places; the last one ends with them.
private func starts(_ count: Int, _ block: Int) -> [Int] {
    Set(stride(from: 0, to: count, by: block).map { max(0, min($0, count - block)) }).sorted()
}

extension Mask {
    fileprivate func holdsForeground(_ part: PixelRectangle) -> Bool {
        (part.y..<min(size.height, part.y + part.height)).contains { y in
            (part.x..<min(size.width, part.x + part.width)).contains { self[x: $0, y: y] }
        }
    }
}

extension PatchClassifier<Float> {
    /// The probability of tumour at every place of a square, row by row.
    fileprivate func dense(_ square: Image) -> [Float] {
        let features = features(of: Variable(Tensor(images: [square])), in: .inference)
        let width = hidden.bias.value.count
        let seen = features.convolved(
            weights: hidden.weights.reshaped([window, window, features.shape[3], width]),
            bias: hidden.bias, activation: .relu)
        let logits = seen.convolved(
            weights: output.weights.reshaped([1, 1, width, 2]), bias: output.bias)
        let classes = logits.value.softmax().elements
        return (0..<classes.count / 2).map { classes[2 * $0 + 1] }
    }
}
