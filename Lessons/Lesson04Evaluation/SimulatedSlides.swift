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

    /// 1 for each slide that is called rightly at the threshold 0.5, otherwise 0.
    var rightCalls: [Double] { zip(scores, labels).map { ($0 >= 0.5) == $1 ? 1 : 0 } }

    /// The share of right calls among infinitely many slides.
    static var trueAccuracy: Double {
        func share(below z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }
        return (1 - badShare) * share(below: distance.good) + badShare * share(below: distance.bad)
    }
}

extension [Double] {
    /// The mean; not a number if there are none.
    var mean: Double { reduce(0, +) / Double(count) }
}
