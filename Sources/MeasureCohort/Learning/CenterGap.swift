import DeepTeaching

/// How well a detector does on unseen slides of the centres that it knows, and on others: means
/// over the centres of the areas under their ROC curves.
struct CenterGap {
    let known: Double
    let unknown: Double

    init(known: Double, unknown: Double) {
        self.known = known
        self.unknown = unknown
    }

    /// Tests a detector that learnt from the centres in `known`.
    init(_ detector: TumorDetector, known: [Int], centers: [CenterPatches]) throws {
        func area(_ isKnown: Bool) throws -> Double {
            try centers.filter { known.contains($0.center) == isKnown }.map {
                try PatchScores(detector, $0.test).area()
            }.mean
        }
        self.known = try area(true)
        unknown = try area(false)
    }

    /// What is lost, in points: hundredths of the area.
    var loss: Double { 100 * (known - unknown) }
}

extension [CenterGap] {
    /// The mean of each number.
    var mean: CenterGap {
        CenterGap(known: map(\.known).mean, unknown: map(\.unknown).mean)
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
        ]
    }
}
