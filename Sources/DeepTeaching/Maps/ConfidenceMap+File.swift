import Foundation

extension ConfidenceMap {
    /// Writes the map as a safetensors file of two tensors, [height, width] each: the probabilities,
    /// and 1 where the network looked. It takes 8 bytes a cell, and appears whole or not at all.
    ///
    /// - Throws: `CheckpointError.unwritable`.
    public func save(to url: URL) throws {
        let shape = [probabilities.size.height, probabilities.size.width]
        try Checkpoint(
            tensors: [
                "probabilities": Tensor(probabilities.values, shape: shape),
                "covered": Tensor(covered.pixels.map { $0 ? 1 : 0 }, shape: shape),
            ],
            metadata: [
                "originX": "\(frame.origin.x)", "originY": "\(frame.origin.y)",
                "downsample": "\(frame.downsample)",
                "micronsPerPixelX": "\(baselineMicronsPerPixel.x)",
                "micronsPerPixelY": "\(baselineMicronsPerPixel.y)",
            ]
        ).write(to: url)
    }

    /// Reads a map that `save(to:)` wrote: the same numbers, bit by bit.
    ///
    /// - Throws: `CheckpointError` if the file is missing, damaged, or something else.
    public init(contentsOf url: URL) throws {
        let checkpoint = try Checkpoint(contentsOf: url)
        func number(_ name: String, above limit: Double = 0) throws -> Double {
            guard let value = checkpoint.metadata[name].flatMap(Double.init), value.isFinite,
                value > limit
            else {
                throw CheckpointError.malformedHeader(reason: "its metadata give no usable \(name)")
            }
            return value
        }
        func plane(_ name: String) throws -> Tensor<Float> {
            guard let tensor = checkpoint.tensors[name] else {
                throw CheckpointError.missingTensor(name: name)
            }
            return tensor
        }
        let (values, looked) = (try plane("probabilities"), try plane("covered"))
        guard values.shape.count == 2, looked.shape == values.shape else {
            throw CheckpointError.wrongShape(
                name: "covered", expected: values.shape, found: looked.shape)
        }
        guard values.elements.allSatisfy({ 0 <= $0 && $0 <= 1 }),
            looked.elements.allSatisfy({ $0 == 0 || $0 == 1 })
        else { throw CheckpointError.malformedHeader(reason: "its numbers are no probabilities") }
        let size = PixelSize(width: values.shape[1], height: values.shape[0])
        self.init(
            probabilities: Plane(size: size, values: values.elements),
            covered: Mask(size: size, pixels: looked.elements.map { $0 == 1 }),
            frame: RasterFrame(
                origin: BaselinePoint(
                    x: try number("originX", above: -.infinity),
                    y: try number("originY", above: -.infinity)),
                downsample: try number("downsample")),
            baselineMicronsPerPixel: MicronsPerPixel(
                x: try number("micronsPerPixelX"), y: try number("micronsPerPixelY")))
    }
}
