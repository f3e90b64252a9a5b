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
                "downsample": "\(downsample)", "micronsPerPixelX": "\(baselineMicronsPerPixel.x)",
                "micronsPerPixelY": "\(baselineMicronsPerPixel.y)",
            ]
        ).write(to: url)
    }

    /// Reads a map that `save(to:)` wrote: the same numbers, bit by bit.
    ///
    /// - Throws: `CheckpointError` if the file is missing, damaged, or something else.
    public init(contentsOf url: URL) throws {
        let checkpoint = try Checkpoint(contentsOf: url)
        func positive(_ name: String) throws -> Double {
            guard let value = checkpoint.metadata[name].flatMap(Double.init), value.isFinite,
                value > 0
            else {
                throw CheckpointError.malformedHeader(
                    reason: "its metadata give no positive \(name)")
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
            downsample: try positive("downsample"),
            baselineMicronsPerPixel: MicronsPerPixel(
                x: try positive("micronsPerPixelX"), y: try positive("micronsPerPixelY")))
    }
}
