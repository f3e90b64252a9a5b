import DeepTeaching
import LessonSlides

/// How well a detector does on unseen slides of the centres that it knows, and on others: means
/// over the centres of the areas under their ROC curves.
struct CenterGap {
    let known: Double
    let unknown: Double

    /// The area of each centre.
    let areas: [Int: Double]

    /// Tests a detector that learnt from the centres in `known`.
    init(_ detector: TumorDetector.Fitted, known: [Int], centers: [CenterPatches]) throws {
        var areas: [Int: Double] = [:]
        for patches in centers {
            areas[patches.center] = try PatchScores(detector, patches.test).area()
        }
        self.init(areas, known: known)
    }

    /// The means of the areas of the centres.
    init(_ areas: [Int: Double], known: [Int]) {
        func mean(_ isKnown: Bool) -> Double {
            areas.sorted { $0.key < $1.key }.filter { known.contains($0.key) == isKnown }
                .map(\.value).mean
        }
        self.areas = areas
        self.known = mean(true)
        unknown = mean(false)
    }

    /// What is lost, in points: hundredths of the area.
    var loss: Double { 100 * (known - unknown) }
}

extension [CenterGap] {
    /// The mean of each number.
    func mean(known: [Int]) -> CenterGap {
        let centers = first?.areas.keys.sorted() ?? []
        let means = centers.map { center in (center, map { $0.areas[center] ?? .nan }.mean) }
        return CenterGap(Dictionary(uniqueKeysWithValues: means), known: known)
    }
}

/// The measures of networks that learnt from two centres.
struct PairMeasures {
    let pair: [Int]
    let plain: CenterGap
    let jittered: CenterGap

    var measures: [Measure] {
        let key = "pair" + pair.map(String.init).joined()
        let name = pair.map(String.init).joined(separator: " and ")
        return [
            Measure("\(key)Known", "    centres \(name): known centres", plain.known),
            Measure("\(key)Unknown", "    centres \(name): the others", plain.unknown),
            Measure(
                "\(key)Loss", "points lost on the others by who learnt centres \(name)", plain.loss,
                from: 8, to: 20, decimals: 1),
            Measure(
                "\(key)JitterKnown", "    centres \(name), stain jitter: known centres",
                jittered.known),
            Measure(
                "\(key)JitterUnknown", "    centres \(name), stain jitter: the others",
                jittered.unknown),
            Measure(
                "\(key)JitterGain", "share of that loss that stain jitter gives back",
                (jittered.unknown - plain.unknown) / (plain.known - plain.unknown), from: 0.5,
                decimals: 2),
        ] + areas(plain, "plain") + areas(jittered, "stain jitter")
    }

    /// The area of each centre.
    private func areas(_ gap: CenterGap, _ manner: String) -> [Measure] {
        gap.areas.keys.sorted().map { center in
            Measure(
                "pair\(pair.map(String.init).joined())\(manner.prefix(5))\(center)",
                "    \(manner), centre \(center)", gap.areas[center] ?? .nan)
        }
    }
}
