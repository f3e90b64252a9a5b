import DeepTeaching

/// How many numbers a network multiplies.
struct Multiplications {
    private let network: PatchClassifier<Float>

    init(of network: PatchClassifier<Float>) { self.network = network }

    /// For one patch.
    var patch: Double { square(network.side) }

    /// For all patches in a square, one every eight pixels, if each layer goes over the square once.
    func square(_ side: Int) -> Double {
        let blocks = [network.first, network.second, network.third]
        var (width, sum) = (side, 0)
        for block in blocks {
            // [height, width, input, output]: all of them for each place that the kernel fits into.
            let weights = block.convolution.weights
            width -= weights.shape[0] - 1
            sum += width * width * weights.shape.reduce(1, *)
            width /= 2
        }
        let places = width - network.window + 1
        let dense = [network.hidden.weights, network.output.weights]
        sum += places * places * dense.reduce(0) { $0 + $1.shape.reduce(1, *) }
        return Double(sum)
    }
}
