import DeepTeaching
import LessonSlides

/// The slides that the detectors learn from, and those on which their maps are judged: of other hospitals,
/// if there is more than one.
struct StudyParts {
    private(set) var training: [SlideRecord] = []
    private(set) var test: [SlideRecord] = []

    /// No slides at all.
    init() {}

    /// - Parameter count: how many slides with metastases, and how many without, a hospital gives for the test
    ///   at most.
    /// - Throws: `HospitalsError` if there are not two hospitals with the slides that are needed.
    init(choosingFrom all: [SlideRecord], upTo count: Int) throws {
        let hospitals = try Hospitals(choosingFrom: all)
        training = hospitals.training
        let known = Set(training.map(\.center))
        for center in Set(all.map(\.center)).subtracting(known).sorted() {
            let here = all.filter { $0.center == center && $0.isLabeled }
            // Small metastases first: most networks find the large ones.
            let types: [MetastasisType] = [.micro, .macro, .itc]
            test += types.flatMap { type in here.filter { $0.type == type } }
                .prefix(count)
            test += here.filter { !$0.isPositive }.prefix(count)
        }
        // With a single foreign hospital there are too few: slides of the known ones join them.
        if Set(test.map(\.center)).count < 2 { test += hospitals.known }
    }

    /// All slides that the lesson needs.
    var all: [SlideRecord] { training + test }
}
