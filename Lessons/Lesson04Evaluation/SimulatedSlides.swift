import DeepTeaching
import Foundation

/// Slides of patients who do not exist, and the scores that a classifier would give them.
struct SimulatedSlides {
    /// The number of the patient of each slide, from 0.
    private(set) var patients: [Int] = []

    /// Whether a slide holds a metastasis.
    private(set) var labels: [Bool] = []

    /// From 0 to 1; higher means more tumour.
    private(set) var scores: [Double] = []

    /// How many slides a patient has.
    static let slidesPerPatient = 5

    /// The share of the slides that hold a metastasis.
    static let prevalence = 0.3

    /// The share of the patients whose slides are badly stained or folded.
    static let badShare = 0.25

    /// How far the two classes lie from 0 on good slides and on bad ones; the noise has deviation 1.
    static let distance = (good: 2.3, bad: 0.1)

    init(patients count: Int, using generator: inout SeededGenerator) {
        // listing: SimulatedSlides.model
        for patient in 0..<count {
            let isBad = generator.uniform() < Self.badShare
            let distance = isBad ? Self.distance.bad : Self.distance.good
            for _ in 0..<Self.slidesPerPatient {
                let isTumor = generator.uniform() < Self.prevalence
                let evidence = (isTumor ? distance : -distance) + generator.normal()
                patients.append(patient)
                labels.append(isTumor)
                scores.append(1 / (1 + exp(-1.5 * evidence)))
            }
        }
        // end listing
    }

    /// 1 for each slide that is decided rightly at the threshold 0.5, otherwise 0.
    var rightCalls: [Double] { zip(scores, labels).map { ($0 >= 0.5) == $1 ? 1 : 0 } }

    /// The share of right decisions among infinitely many slides that lie so far from 0: the noise,
    /// a bell curve of deviation 1, does not exceed the distance.
    static func rightShare(distance: Double) -> Double { erfc(-distance / 2.0.squareRoot()) / 2 }

    /// The share of right decisions among infinitely many slides.
    static var trueAccuracy: Double {
        (1 - badShare) * rightShare(distance: distance.good)
            + badShare * rightShare(distance: distance.bad)
    }
}

extension [Double] {
    /// The mean; not a number if there are none.
    var mean: Double { reduce(0, +) / Double(count) }
}
