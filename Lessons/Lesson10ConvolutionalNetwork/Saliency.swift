import DeepTeaching

/// How much each pixel of a patch moves a network's answer.
///
///     S[y, x] = max over the colours of |d (z[tumour] - z[normal]) / d image[y, x, colour]|
///
/// where z are the logits.
///
/// Source: Simonyan, Vedaldi and Zisserman, Deep inside convolutional networks, 2014.
struct Saliency {
    /// One plane for each patch, its largest value 1.
    let planes: [Plane]

    init(_ network: PatchClassifier<Float>, _ patches: [Image]) {
        let pixels = Variable(Tensor<Float>(images: patches))
        // listing: Saliency.gradient
        let sign = Variable(Tensor<Float>([-1, 1], shape: [2]))
        let gradient = gradients(of: pixels) { pixels in
            (network(pixels, in: .inference) * sign).sum()
        }.gradients.values[0]
        // end listing
        let size = patches.first?.size ?? PixelSize(side: 0)
        let elements = gradient.elements
        planes = patches.indices.map { patch in
            let values = (0..<size.area).map { pixel in
                (0..<3).map { abs(elements[(patch * size.area + pixel) * 3 + $0]) }.max() ?? 0
            }
            // A few pixels stand out so much that all others would look alike.
            let bright = values.sorted()[max(0, values.count * 99 / 100 - 1)]
            return Plane(size: size, values: values.map { min(1, $0 / max(bright, 1e-12)) })
        }
    }
}

extension PatchClassifier<Float> {
    /// How many pixels wide the part of a patch is on which one place of the last map depends: that
    /// with a gradient in any of some patches.
    func receptiveField(in patches: [Image]) -> Int {
        let gradient = gradients(of: Variable(Tensor<Float>(images: patches))) { pixels in
            features(of: pixels, in: .inference).slice(0..<1, axis: 1).slice(0..<1, axis: 2).sum()
        }.gradients.values[0]
        let columns = gradient.absolute().sum(axes: [0, 1, 3]).elements
        return columns.count { $0 > 0 }
    }
}
