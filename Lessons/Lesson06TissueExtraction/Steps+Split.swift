import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 13: the split that leaks, and the one that does not.
extension TissueCourse {
    func showSplit(_ patches: [ColoredPatch]) throws {
        try lesson.step("split") { step in
            let patients = patches.map { slides[$0.slide].patient }
            let count = max(2, Set(patients).count)
            step.number("splitPatches", patches.count)
            step.number("splitPatients", Set(patients).count)
            step.number("splitFolds", count)
            let classifier = NearestNeighbor(patches: patches)
            let byPatch = dealtByPatch(patches.count, to: count)
            let leaking = classifier.examine(folds: byPatch, groups: patches.map(\.slide))
            let honest = classifier.examine(
                folds: patients, groups: patches.map { slides[$0.slide].center })
            step.number("wrongSplitScore", leaking.balancedAccuracy)
            step.number("patientSplitScore", honest.balancedAccuracy)
            step.number("sameSlide", leaking.sameGroup, .percent(0))
            step.number("sameHospital", honest.sameGroup, .percent(0))
            let isLeaking = leaking.balancedAccuracy > honest.balancedAccuracy + 0.02
            step.choose("split", isLeaking ? "leaks" : "even")
            tellHospitals(step)
            step.choose(
                "coin",
                honest.balancedAccuracy < 0.48
                    ? "below" : honest.balancedAccuracy <= 0.52 ? "near" : "above")
            try showOwnSplit(patients, step)
        }
    }

    private func dealtByPatch(_ patches: Int, to count: Int) -> [Int] {
        var generator = SeededGenerator(seed: lesson.seed, stream: "split by patch")
        // listing: TissueCourse.dealtByPatch
        return generator.shuffled((0..<patches).map { $0 % count })
        // end listing
    }

    /// Whether each hospital shows tumour of more than one patient.
    private func tellHospitals(_ step: LessonStep) {
        let positive = Dictionary(grouping: slides.filter(\.isPositive), by: \.center)
        let single = positive.values.count { Set($0.map(\.patient)).count == 1 }
        step.number("hospitalCount", positive.count)
        step.number("singleHospitals", single)
        step.choose("hospitals", single > 0 ? "single" : "several")
    }

    private func showOwnSplit(_ patients: [Int], _ step: LessonStep) throws {
        let numbers = Set(patients).sorted()
        var generator = SeededGenerator(seed: lesson.seed, stream: "your split")
        let patches = patients.map {
            PatchOrigin(patient: numbers.firstIndex(of: $0) ?? 0, node: 0)
        }
        let draws = patients.map { _ in generator.uniform() }
        guard
            let own = try step.value(
                of: mine, TissueExtractionCalls.split, patches, 0.3, draws)
        else { return }
        func members(_ part: [Int]) -> Set<Int> {
            Set(part.filter(patients.indices.contains).map { patients[$0] })
        }
        step.number("mineTraining", own.training.count)
        step.number("mineTest", own.test.count)
        step.number("mineBoth", members(own.training).intersection(members(own.test)).count)
    }
}
