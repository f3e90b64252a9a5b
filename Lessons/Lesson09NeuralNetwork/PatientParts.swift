import DeepTeaching
import LessonSlides

/// The slides for training, those that say when to stop, and those for the test.
struct PatientParts {
    private(set) var training: [SlideRecord] = []
    private(set) var validation: [SlideRecord] = []
    private(set) var test: [SlideRecord] = []

    /// A few slides of one hospital, each patient in one part only; where no hospital has three
    /// patients with outlined metastases, slides of any, each slide in one part only.
    ///
    /// - Throws: `PatientPartsError` if there are not three slides with outlined metastases.
    init(choosingFrom all: [SlideRecord]) throws {
        let positive = all.filter { $0.type == .macro && $0.isLabeled }
        let negative = all.filter { $0.type == .negative }
        func patients(_ center: Int) -> [Int] {
            Set(positive.filter { $0.center == center }.map(\.patient)).sorted()
        }
        let centers = Set(all.map(\.center)).sorted()
        // The first of equals, so that the choice is always the same.
        let center = centers.max { patients($0).count < patients($1).count }
        let known = patients(center ?? 0)
        if known.count >= 3 {
            func slides(_ patients: [Int], positives count: Int) -> [SlideRecord] {
                patients.flatMap { patient in
                    positive.filter { $0.patient == patient }.prefix(count)
                        + negative.filter { $0.patient == patient }.prefix(1)
                }
            }
            let healthy = Set(all.filter { $0.center == center }.map(\.patient))
                .subtracting(known).sorted()
            training = slides(known.dropLast(2) + healthy, positives: 2)
            validation = slides([known[known.count - 2]], positives: 1)
            test = slides([known[known.count - 1]], positives: 1)
        } else {
            try deal(Array(zip(positive, negative)).map { [$0, $1] })
        }
    }

    /// All slides that the lesson needs.
    var all: [SlideRecord] { training + validation + test }

    /// Whether a patient stands in two parts.
    var sharesPatients: Bool {
        let parts = [training, validation, test].map { Set($0.map(\.patient)) }
        return parts.map(\.count).reduce(0, +) > Set(all.map(\.patient)).count
    }

    private mutating func deal(_ pairs: [[SlideRecord]]) throws {
        guard pairs.count >= 3 else { throw PatientPartsError.tooFewSlides(found: pairs.count) }
        training = pairs.dropLast(2).flatMap(\.self)
        validation = pairs[pairs.count - 2]
        test = pairs[pairs.count - 1]
    }
}

/// What can be missing for this lesson.
enum PatientPartsError: Error, Equatable, CustomStringConvertible {
    case tooFewSlides(found: Int)

    var description: String {
        switch self {
        case .tooFewSlides(let found):
            "this lesson needs three slides with an outlined macro-metastasis and three without any, "
                + "one of each for the training, the validation and the test, but found only "
                + "\(found) such pairs: choose a folder with three of each"
        }
    }
}
