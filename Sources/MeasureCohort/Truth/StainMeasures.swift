import DeepTeaching
import SyntheticCohort

/// How near Macenko's method comes to the stains that the slides were painted with.
struct StainMeasures {
    let plans: [SlidePlan]
    let seed: UInt64

    /// What was found in one field.
    private struct Found: Sendable {
        let center: Int
        let hematoxylinAngle: Double
        let eosinAngle: Double
        /// The amounts that 99 % of the pixels stay below.
        let hematoxylin: Double
        let eosin: Double
    }

    /// The amounts in real tiles of the five centres, by the same method: haematoxylin, eosin.
    private static let realAmounts = [
        (2.01, 0.89), (1.99, 2.34), (2.18, 1.11), (3.38, 1.72), (1.54, 1.03),
    ]

    /// The angles of each centre and of all, and the amounts beside those of real tiles.
    func measures() throws -> [Measure] {
        let found = try parallelMap(plans.count) { try examine(plans[$0]) }.flatMap { $0 }
        var measures = summary(of: found, key: "", name: "all centres", hasTargets: true)
        for center in Set(found.map(\.center)).sorted() {
            let here = found.filter { $0.center == center }
            measures += summary(of: here, key: "\(center)", name: "centre \(center)")
            measures += amounts(of: here, center: center)
        }
        return measures
    }

    private func summary(
        of found: [Found], key: String, name: String, hasTargets: Bool = false
    ) -> [Measure] {
        let hematoxylin = found.map(\.hematoxylinAngle)
        let eosin = found.map(\.eosinAngle)
        let indent = hasTargets ? "" : "    "
        return [
            Measure(
                "stainH\(key)",
                "\(indent)\(name): degrees between found and true haematoxylin, "
                    + "mean of \(found.count) fields",
                hematoxylin.mean, to: hasTargets ? 4 : nil, decimals: 2),
            Measure(
                "stainE\(key)", "\(indent)\(name): degrees between found and true eosin",
                eosin.mean, to: hasTargets ? 6 : nil, decimals: 2),
            Measure(
                "stainHWorst\(key)", "    \(name): the worst haematoxylin",
                hematoxylin.max() ?? .nan, decimals: 1),
            Measure(
                "stainEWorst\(key)", "    \(name): the worst eosin", eosin.max() ?? .nan,
                decimals: 1),
        ]
    }

    private func amounts(of found: [Found], center: Int) -> [Measure] {
        let real = Self.realAmounts[center % Self.realAmounts.count]
        return [
            Measure(
                "amountH\(center)",
                "    centre \(center): 99th percentile of haematoxylin (real tiles \(real.0))",
                found.map(\.hematoxylin).mean, decimals: 2),
            Measure(
                "amountE\(center)",
                "    centre \(center): 99th percentile of eosin (real tiles \(real.1))",
                found.map(\.eosin).mean, decimals: 2),
        ]
    }

    private func examine(_ plan: SlidePlan) throws -> [Found] {
        let side = 256
        let truth = plan.appearance.scannedStains
        return try TissueFields(plan: plan, side: side).corners(2, seed: seed).map { corner in
            let image = SlideRenderer(plan: plan).image(
                x: corner.x, y: corner.y, size: PixelSize(side: side))
            let stains = try MacenkoNormalizer().stains(of: image)
            let planes = try stains.unmix(image, over: OpticalDensity())
            let angles = stains.angles(to: truth)
            return Found(
                center: plan.slide.center, hematoxylinAngle: angles.hematoxylin,
                eosinAngle: angles.eosin, hematoxylin: planes.hematoxylin.percentile(99),
                eosin: planes.eosin.percentile(99))
        }
    }
}

extension Plane {
    /// The value below which a percentage of the pixels lies, to the nearest pixel.
    func percentile(_ percentage: Double) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return .nan }
        return Double(sorted[Int((percentage / 100 * Double(sorted.count - 1)).rounded())])
    }
}
