import CourseKit
import DeepTeaching
import Foundation

/// What takes too long for a minute: all ways of learning and all rivals, each with three seeds.
struct FullComparison {
    let course: LookingCourse

    /// Fresh pictures and fresh weights for each.
    private var seeds: [UInt64] { (0..<3).map { course.lesson.seed &+ 10 &+ $0 } }

    /// Three ways of learning where to look on 60 x 60 pixels, as long as the lesson's, and two without.
    func objectives() throws -> [Measured.Row] {
        let single = GlimpseObjective(
            reward: .logProbability(floor: 3), baseline: .learned, samples: 1)
        return try [
            row("four samples, leave one out", looking(.policy(.fourSamples))),
            row("one sample, learned baseline", looking(.policy(single))),
            row("one sample, reward 0 or 1: the paper's", looking(.policy(.paper))),
            row("random places", looking(.random)),
            row("fixed places", looking(.fixed)),
        ]
    }

    /// Networks of the same size on the whole picture, and a picture nearly three times as large.
    func rivals() throws -> [Measured.Row] {
        let large = DigitScene.largeCluttered
        return try [
            row("looking, 60 x 60", looking(.policy(.fourSamples), steps: 1000)),
            row("dense network, 60 x 60", rival(.dense, .cluttered)),
            row("convolutional network, 60 x 60", rival(.convolutional, .cluttered)),
            row("looking, 100 x 100", looking(.policy(.fourSamples), large, steps: 1000)),
            row("dense network, 100 x 100", rival(.dense, large)),
            row("convolutional network, 100 x 100", rival(.convolutional, large)),
        ]
    }

    private func row(
        _ name: String, _ error: (UInt64, (Double) throws -> Void) throws -> Double
    ) throws -> Measured.Row {
        var errors: [Double] = []
        let start = Self.processorSeconds
        for seed in seeds {
            errors.append(
                try course.lesson.progress("\(name), seed \(seed)") { try error(seed, $0) })
        }
        let seconds = (Self.processorSeconds - start) / Double(seeds.count)
        let row = Measured.Row(name: name, errors: errors, seconds: seconds)
        // It takes long: whoever has to stop it knows at least this much.
        FileHandle.standardError.write(
            Data((row.row.joined(separator: ", ") + "\n").utf8))
        return row
    }

    private func parts(
        _ scene: DigitScene, _ seed: UInt64
    ) throws -> (training: DigitPictures, test: DigitPictures) {
        try course.digits.parts(
            scene, training: course.plan.training, test: course.plan.test, seed: seed)
    }

    private func looking(
        _ way: LookTraining.Way, _ scene: DigitScene = .cluttered, steps: Int? = nil
    ) -> (UInt64, (Double) throws -> Void) throws -> Double {
        { seed, report in
            let parts = try parts(scene, seed)
            let result = try course.training(way).fit(
                parts.training.pictures, labels: parts.training.labels,
                steps: steps ?? course.plan.steps, seed: seed, report: report)
            return LookTest(result.model, parts.test.pictures, way.tested, seed: seed)
                .error(parts.test.labels)
        }
    }

    private func rival(
        _ kind: Rival.Kind, _ scene: DigitScene
    ) -> (UInt64, (Double) throws -> Void) throws -> Double {
        { seed, report in
            var generator = SeededGenerator(seed: 0)
            let model = RecurrentAttention<Float>(course.plan.settings(), using: &generator)
            let rival = Rival(kind: kind, side: scene.side, parameters: model.parameterCount)
            return try rival.error(
                try parts(scene, seed), size: course.plan.batch * 4,
                settings: TrainingSettings(
                    epochs: 1, seed: seed, schedule: LookTraining.schedule(steps: 1000),
                    clippingNorm: 5),
                steps: 1000, seed: seed, report: report)
        }
    }

    /// The time that all threads have computed.
    static var processorSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}

extension LookTraining.Way {
    /// Where a model looks at the test that has learnt in this way.
    fileprivate var tested: LookTest.Places {
        switch self {
        case .policy: .meant
        case .random: .random
        case .fixed: .fixed
        }
    }
}
