import DeepTeaching

/// Which slides are for training, and which for tests: the two hospitals with most slides of large
/// metastases are known, the others are not.
public struct Hospitals: Sendable {
    /// The slides of the known hospitals that networks train on.
    public private(set) var training: [SlideRecord] = []

    /// Test slides of the same hospitals, of other patients where there are any.
    public private(set) var known: [SlideRecord] = []

    /// Test slides of hospitals that the networks do not know.
    public private(set) var unknown: [SlideRecord] = []

    /// No slides at all.
    public init() {}

    /// A few slides of each hospital, with metastases and without.
    ///
    /// - Throws: `HospitalsError` if there are not two hospitals with the slides that are needed.
    public init(choosingFrom all: [SlideRecord]) throws {
        let centers = Set(all.map(\.center)).sorted()
        func macros(_ center: Int) -> Int {
            all.count { $0.center == center && $0.type == .macro && $0.isLabeled }
        }
        let byMacros = centers.sorted { (macros($0), $1) > (macros($1), $0) }
        for center in byMacros {
            let here = TurnedSlides(all.filter { $0.center == center })
            let isWanted = Set(training.map(\.center)).count < min(2, centers.count - 1)
            if isWanted, let split = here.split {
                training += split.training
                known += split.test
            } else if let positive = here.positive.first, let negative = here.negative.first {
                unknown += [positive, negative]
            }
        }
        guard !training.isEmpty, !unknown.isEmpty else {
            throw HospitalsError.tooFewHospitals(found: centers.count)
        }
    }

    /// All slides that such a lesson needs.
    public var all: [SlideRecord] { training + known + unknown }
}

/// The slides of one hospital that can be used, a slide of each patient before the second of any.
private struct TurnedSlides {
    /// Slides with outlined metastases, the large ones first.
    let positive: [SlideRecord]

    /// Slides without metastasis.
    let negative: [SlideRecord]

    init(_ slides: [SlideRecord]) {
        func turned(_ type: MetastasisType) -> [SlideRecord] {
            let found = slides.filter { $0.type == type && $0.isLabeled }
            let byPatient = Dictionary(grouping: found, by: \.patient)
                .sorted { $0.key < $1.key }.map(\.value)
            let turns = byPatient.map(\.count).max() ?? 0
            return (0..<turns).flatMap { turn in
                byPatient.compactMap { $0.indices.contains(turn) ? $0[turn] : nil }
            }
        }
        positive = turned(.macro) + turned(.micro)
        negative = turned(.negative)
    }

    /// Up to four slides of each kind for training, one of each for tests; nil if there are too few.
    ///
    /// The test slides come from patients of their own, as far as there are enough patients.
    var split: (training: [SlideRecord], test: [SlideRecord])? {
        guard positive.count > 1, negative.count > 1 else { return nil }
        let last = positive.map(\.patient).max()
        let tested = positive.first { $0.patient == last } ?? positive[0]
        let learnt = positive.preferring { $0.patient != last }.filter { $0 != tested }.prefix(4)
        let patients = Set(learnt.map(\.patient))
        let healthy =
            negative.first { $0.patient == last }
            ?? negative.last { !patients.contains($0.patient) } ?? negative[0]
        let others = negative.preferring { $0.patient != healthy.patient }
            .filter { $0 != healthy }.prefix(4)
        return (Array(learnt) + others, [tested, healthy])
    }
}

extension Array {
    /// The elements for which a condition holds, or all if there are none.
    fileprivate func preferring(_ condition: (Element) -> Bool) -> [Element] {
        let found = filter(condition)
        return found.isEmpty ? self : found
    }
}

/// What can be missing for a lesson that compares hospitals.
public enum HospitalsError: Error, Equatable, CustomStringConvertible {
    /// There are not two hospitals with the slides that are needed.
    case tooFewHospitals(found: Int)

    /// What is missing, and what to do.
    public var description: String {
        switch self {
        case .tooFewHospitals(let found):
            "this lesson compares hospitals, but only \(found) were found, or too few of their "
                + "slides: choose a folder with two hospitals, one of them with two outlined "
                + "positive slides and two negative ones"
        }
    }
}
