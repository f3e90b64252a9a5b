import DeepTeaching

/// How many numbers a network multiplies.
struct Multiplications {
    private let network: PatchClassifier<Float>

    init(of network: PatchClassifier<Float>) { self.network = network }

    /// For one patch.
    var patch: Double { picture(PixelSize(side: network.side)) }

    /// For all patches in a picture, one every eight pixels, if each layer goes over the picture once.
    func picture(_ size: PixelSize) -> Double {
        let blocks = [network.first, network.second, network.third]
        var (width, height, sum) = (size.width, size.height, 0)
        for block in blocks {
            // [height, width, input, output]: all of them for each place that the kernel fits into.
            let weights = block.convolution.weights
            height -= weights.shape[0] - 1
            width -= weights.shape[1] - 1
            sum += height * width * weights.shape.reduce(1, *)
            (width, height) = (width / 2, height / 2)
        }
        let places = (width - network.window + 1) * (height - network.window + 1)
        let dense = [network.hidden.weights, network.output.weights]
        sum += places * dense.reduce(0) { $0 + $1.shape.reduce(1, *) }
        return Double(sum)
    }
}
