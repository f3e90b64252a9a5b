import DeepTeaching

/// Brings the colours of a slide to the mean and the spread that all slides of the lesson share: each
/// laboratory stains in its own way, and that is not the question here.
///
/// Source: Reinhard, Adhikhmin, Gooch and Shirley, Color transfer between images, 2001; there in another
/// colour space.
struct StainScale {
    /// What all slides get: red, green and blue from 0 to 255.
    private static let means = [185.0, 135, 180]
    private static let spread = 35.0

    /// The new byte of each byte, for each colour.
    private let tables: [[UInt8]]

    /// The scale of a slide, from some of its tissue, whatever it shows.
    init(of tissue: [Image]) {
        tables = (0..<3).map { channel in
            var counts = [Double](repeating: 0, count: 256)
            for image in tissue {
                for byte in stride(from: channel, to: image.pixels.count, by: 3) {
                    counts[Int(image.pixels[byte])] += 1
                }
            }
            let total = max(1, counts.reduce(0, +))
            let mean = counts.indices.reduce(0) { $0 + Double($1) * counts[$1] } / total
            let square = counts.indices.reduce(0) {
                $0 + (Double($1) - mean) * (Double($1) - mean) * counts[$1]
            }
            let spread = max(1, (square / total).squareRoot())
            // listing: StainScale.means
            return (0..<256).map { byte in
                let deviation = (Double(byte) - mean) / spread
                let value = Self.means[channel] + deviation * Self.spread
                return UInt8(min(255, max(0, value.rounded())))
            }
            // end listing
        }
    }

    /// An image of the slide in the shared colours.
    func callAsFunction(_ image: Image) -> Image {
        let pixels = image.pixels.indices.map { tables[$0 % 3][Int(image.pixels[$0])] }
        return Image(size: image.size, pixels: pixels)
    }

    /// Images in the shared colours as a batch whose numbers have mean 0 and spread 1.
    static func batch(of images: [Image]) -> Tensor<Float> {
        let means = Tensor<Float>(means.map { Float($0 / 255) }, shape: [3])
        return (Tensor<Float>(images: images) - means) * Float(255 / spread)
    }
}
