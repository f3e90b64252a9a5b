import DeepTeaching
import LessonSlides

extension PatchScores {
    /// Asks a detector about patches.
    init(_ detector: TumorDetector.Fitted, _ patches: PatchSet) {
        self.init(
            probabilities: detector.scores(for: patches.images), isTumor: patches.isTumor)
    }

    /// The highest threshold at which at least this share of the tumour patches is found.
    func threshold(finding share: Double) -> Double {
        let found = tumorScores.sorted(by: >)
        let needed = Int((share * Double(found.count)).rounded(.up))
        return found.isEmpty ? 0.5 : found[max(needed, 1) - 1]
    }

    /// The lowest threshold above which at most this share of the normal patches is called tumour.
    func threshold(allowing share: Double) -> Double {
        let alarms = normalScores.sorted(by: >)
        let allowed = Int(share * Double(alarms.count))
        return allowed < alarms.count ? alarms[allowed].nextUp : 0
    }

    private var tumorScores: [Double] { zip(probabilities, isTumor).filter(\.1).map(\.0) }
    private var normalScores: [Double] { zip(probabilities, isTumor).filter { !$0.1 }.map(\.0) }
}

extension TumorDetector.Fitted {
    /// The probability of tumour in each picture.
    func scores(for images: [Image]) -> [Double] {
        stride(from: 0, to: images.count, by: 512).flatMap { start in
            let part = Array(images[start..<min(start + 512, images.count)])
            return probabilities(for: Tensor(images: part)).map { Double($0) }
        }
    }
}

extension [Double] {
    /// The share of the numbers that are at least `threshold`; not a number if there are none.
    func share(from threshold: Double) -> Double {
        Double(count { $0 >= threshold }) / Double(count)
    }

    /// The mean; not a number if there are none.
    var mean: Double { reduce(0, +) / Double(count) }
}
