import DeepTeaching
import SyntheticCohort

/// A painted slide whose tissue is known, and masks that were found on it.
struct ColorTissue {
    let name: String
    let image: Image

    /// Where the painter laid stain.
    let truth: Mask

    /// Whether a pen has marked the glass.
    let hasInk: Bool

    init(_ plan: SlidePlan) throws {
        let slide = PaintedSlide(plan: plan)
        let size = plan.profile.slideSize
        name = slide.name
        image = try slide.read(origin: BaselinePoint(x: 0, y: 0), size: size, level: 0)
        let stains = SlideRenderer(plan: plan).concentrations(x: 0, y: 0, size: size)
        truth = Mask(
            size: size,
            pixels: zip(stains.hematoxylin.values, stains.eosin.values).map { $0 + $1 > 0.1 })
        hasInk = !plan.points(of: .pen).isEmpty
    }

    /// Tissue by Otsu's threshold on the saturation of the colours.
    var byOtsu: Mask {
        let saturation = image.saturation()
        return saturation.mask(
            above: Float(Histogram(of: saturation.values).otsuThreshold ?? 0))
    }

    /// Tissue by k-means on the colours: all clusters but the brightest.
    func byColors(_ clusters: Int, seed: UInt64) throws -> (
        labels: [Int], mask: Mask, centroids: [[Double]], distances: Int
    ) {
        // listing: Lesson12.colours
        let bytes = image.pixels.map { Float($0) / 255 }
        let colors = Tensor(bytes, shape: [image.size.area, 3])
        let found = try KMeans(clusters: clusters, runs: 3).fit(colors, seed: seed)
        let brightness = found.centroids.map { $0.reduce(0, +) }
        let glass = brightness.indices.max { brightness[$0] < brightness[$1] }
        let isTissue = found.labels.map { $0 != glass }
        let tissue = Mask(size: image.size, pixels: isTissue)
        // end listing
        return (
            found.labels, tissue, found.centroids,
            found.iterations * clusters * image.size.area
        )
    }

    /// The pixels that are tissue in both, as a share of those that are in either.
    func overlap(of mask: Mask) -> Double {
        Double(mask.intersection(truth).foregroundCount)
            / Double(max(1, mask.union(truth).foregroundCount))
    }

    /// The share of the true tissue that a mask leaves out.
    func missed(by mask: Mask) -> Double {
        Double(truth.subtracting(mask).foregroundCount) / Double(max(1, truth.foregroundCount))
    }

    /// Pixels in the colours of their centroids.
    func painted(_ labels: [Int], _ centroids: [[Double]]) -> Image {
        let bytes = centroids.map { $0.map { UInt8(max(0, min(255, 255 * $0))) } }
        return Image(size: image.size, pixels: labels.flatMap { bytes[$0] })
    }
}
