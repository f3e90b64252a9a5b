import DeepTeaching
import LessonSlides

/// The slides that the detectors learn from, and those on which their maps are judged: of other hospitals.
struct StudyParts {
    private(set) var training: [SlideRecord] = []
    private(set) var test: [SlideRecord] = []

    /// How many slides with metastases, and how many without, a hospital gives for the test.
    private static let (positive, negative) = (3, 2)

    /// No slides at all.
    init() {}

    /// - Throws: `HospitalsError` if there are not two hospitals with the slides that are needed.
    init(choosingFrom all: [SlideRecord]) throws {
        training = try Hospitals(choosingFrom: all).training
        let known = Set(training.map(\.center))
        for center in Set(all.map(\.center)).subtracting(known).sorted() {
            let here = all.filter { $0.center == center && $0.isLabeled }
            // Small metastases first: large ones every network finds.
            let types: [MetastasisType] = [.micro, .macro, .itc]
            test += types.flatMap { type in here.filter { $0.type == type } }
                .prefix(Self.positive)
            test += here.filter { !$0.isPositive }.prefix(Self.negative)
        }
    }

    /// All slides that the lesson needs.
    var all: [SlideRecord] { training + test }
}
