import CourseKit
import DeepTeaching
import LessonSlides

/// Step 8: changed copies on both sides of a split, and an examination that is changed.
extension AugmentationCourse {
    func showLeak(_ results: [TrialResult]) throws {
        try lesson.step("leak") { step in
            let study = LeakStudy(patches: patches, seed: lesson.seed)
            step.number("copies", LeakStudy.copies)
            step.number("leakPatches", LeakStudy.count)
            let runs = try lesson.progress("Training with and without the leak") { report in
                let counter = ProgressCounter(total: TransformTrials.runs, report: report)
                return try parallelMap(TransformTrials.runs) { run in
                    defer { counter.countOne() }
                    return try study.run(run)
                }
            }
            let (leaking, honest) = (
                Spread(values: runs.map(\.leaking)), Spread(values: runs.map(\.honest))
            )
            let truth = Spread(values: runs.map(\.truth))
            step.number("wrongLeakingArea", leaking.mean)
            step.text("wrongLeakingAreas", leaking.range(.decimals(3)))
            step.number("honestArea", honest.mean)
            step.text("honestAreas", honest.range(.decimals(3)))
            step.number("truthArea", truth.mean)
            step.text("truthAreas", truth.range(.decimals(3)))
            step.choose("leak", leaking.isAbove(honest) ? "clear" : "overlaps")
            try examine(results[0], study, step)
        }
    }

    /// The same network, on the same patches, changed by five draws.
    private func examine(
        _ none: TrialResult, _ study: LeakStudy, _ step: LessonStep
    ) throws {
        let network = none.networks[0]
        let plain = PatchScores(
            network, images: patches.known.patches.images, isTumor: patches.known.patches.isTumor)
        let changed = Spread(
            values: try (0..<5).map { draw in
                try study.accuracy(of: network, on: patches.known.patches, draw: draw)
            })
        step.number("plainAccuracy", plain.accuracy, .percent(1))
        step.number("changedAccuracy", changed.mean, .percent(1))
        step.text("changedAccuracies", changed.range(.percent(1)))
        step.choose(
            "examined",
            changed.values.allSatisfy { $0 < plain.accuracy }
                ? "lower" : changed.values.allSatisfy { $0 > plain.accuracy } ? "higher" : "around")
    }
}

/// What happens if patches are changed and copied before they are split.
struct LeakStudy {
    let patches: HospitalPatches
    let seed: UInt64

    /// How many copies there are of each patch.
    static let copies = 6

    /// How many patches there are.
    static let count = 120

    private static let augmentation: Augmentation = [
        .dihedral, .densityJitter(stain: 0.2, color: 0.1, light: 0.03),
    ]

    /// What three examinations say of networks that learnt from as many pictures.
    struct Run: Sendable {
        /// Copies of one patch lie on both sides of the split.
        let leaking: Double

        /// Patches were split by slide, then copied.
        let honest: Double

        /// What the leaking network reaches on slides that nobody copied.
        let truth: Double
    }

    func run(_ run: Int) throws -> Run {
        let base = patches.training
        var generator = SeededGenerator(seed: seed &+ UInt64(run), stream: "leak")
        let some = generator.shuffled(Array(0..<base.count)).prefix(Self.count)
        let copied = try some.flatMap { index in
            try (0..<Self.copies).map { copy in
                Copy(
                    image: try Self.augmentation.drawn(
                        for: base.images[index].size, seed: seed, epoch: run * 100 + copy,
                        index: index)(base.images[index]),
                    isTumor: base.isTumor[index], slide: base.slides[index])
            }
        }
        let shuffled = generator.shuffled(copied)
        let third = shuffled.count / 3
        let leaking = try network(Array(shuffled[third...]), run)
        let slides = generator.shuffled(Array(Set(base.slides)).sorted())
        let held = Self.heldOut(of: slides, among: copied)
        let honest = try network(copied.filter { !held.contains($0.slide) }, run)
        return Run(
            leaking: try area(leaking, Array(shuffled[..<third])),
            honest: try area(honest, copied.filter { held.contains($0.slide) }),
            truth: try area(
                leaking,
                patches.known.patches.images.indices.map {
                    Copy(
                        image: patches.known.patches.images[$0],
                        isTumor: patches.known.patches.isTumor[$0], slide: 0)
                }))
    }

    /// The accuracy of a network on patches that were changed by one draw.
    func accuracy(
        of network: PatchClassifier<Float>, on set: PatchSet, draw: Int
    ) throws -> Double {
        let seed = seed
        let images = try parallelMap(set.count) { index in
            try Augmentation.otherHospitals.drawn(
                for: set.images[index].size, seed: seed, epoch: draw, index: index)(
                    set.images[index])
        }
        return PatchScores(network, images: images, isTumor: set.isTumor).accuracy
    }

    private struct Copy: Sendable {
        let image: Image
        let isTumor: Bool
        let slide: Int
    }

    /// Slides with about a third of the copies, of both classes.
    private static func heldOut(of slides: [Int], among copies: [Copy]) -> Set<Int> {
        var held: Set<Int> = []
        for slide in slides {
            let own = copies.filter { held.contains($0.slide) }
            let isEnough =
                own.count * 3 >= copies.count && own.contains { $0.isTumor }
                && own.contains { !$0.isTumor }
            if isEnough { break }
            held.insert(slide)
        }
        return held
    }

    private func network(_ copies: [Copy], _ run: Int) throws -> PatchClassifier<Float> {
        var set = PatchSet()
        for copy in copies { set.append(copy.image, isTumor: copy.isTumor, slide: copy.slide) }
        return try TransformTrials(patches: patches, seed: seed).trained(on: set, [], run: run)
    }

    private func area(_ network: PatchClassifier<Float>, _ copies: [Copy]) throws -> Double {
        try PatchScores(network, images: copies.map(\.image), isTumor: copies.map(\.isTumor)).area()
    }
}
