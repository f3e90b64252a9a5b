import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import LessonSlides

/// Step 2: one vector for a bag of patches.
extension SlideCourse {
    func showPooling(_ cohorts: Cohorts) throws {
        try lesson.step("pooling") { step in
            try showHandPooling(step)
            let results = try lesson.progress("Pooling bags of patches") { report in
                try (0..<extent.bagRuns).map { run in
                    defer { report(Double(run + 1) / Double(extent.bagRuns)) }
                    return try areas(cohorts, run: run)
                }
            }
            let names = ["mean", "maximum", "attention", "gated attention"]
            let spreads = names.indices.map { row in Spread(values: results.map { $0[row] }) }
            step.table(
                "poolings",
                rows: zip(names, spreads).map { name, spread in
                    [
                        name, NumberFormat.decimals(3).text(spread.mean),
                        spread.range(.decimals(3)),
                    ]
                })
            step.number("areaMean", spreads[0].mean)
            step.number("areaMaximum", spreads[1].mean)
            step.number("areaAttention", spreads[2].mean)
            step.number("areaGated", spreads[3].mean)
            step.number("bagCount", extent.bags)
            step.number("bagRuns", extent.bagRuns)
            let plain = max(spreads[0].mean, spreads[1].mean)
            let (open, gated) = (spreads[2].mean, spreads[3].mean)
            step.choose(
                "pooling",
                min(open, gated) > plain + 0.02
                    ? "attention" : max(open, gated) < plain - 0.02 ? "plain" : "alike")
            step.choose(
                "gate", gated > open + 0.01 ? "helps" : gated < open - 0.01 ? "harms" : "same")
            step.choose(
                "guess",
                spreads[0].mean > spreads[1].mean + 0.01
                    ? "mean" : spreads[1].mean > spreads[0].mean + 0.01 ? "maximum" : "alike")
        }
    }

    /// Three instances with one feature each, the second one with a tumour cell.
    private func showHandPooling(_ step: LessonStep) throws {
        let instances: [[Double]] = [[0], [1], [0]]
        let projection: [[Double]] = [[1]]
        let direction: [Double] = [2 / tanh(Double(1))]
        // listing: SlideCourse.hand
        let pooling = AttentionPooling<Double>(
            projection: Dense(
                weights: Tensor(rows: projection), bias: .zeros([1]),
                activation: .hyperbolicTangent),
            direction: Tensor(direction, shape: [1, 1]))
        let pooled = pooling(Tensor(rows: instances), lengths: [3])
        let (a, z) = (pooled.weights.value, pooled.bags.value)
        // end listing
        step.number("handWeight", a.elements[1])
        step.number("handBag", z.scalar)
        step.number("wrongMean", 1.0 / 3)
        try step.compare(
            mine, SlideAttentionCalls.attentionPool, instances, projection, direction,
            with: z.elements, part: \.bag)
        let gated = GatedAttentionPooling<Double>(
            projection: pooling.projection,
            gate: Dense(weights: .zeros([1, 1]), bias: .zeros([1]), activation: .sigmoid),
            direction: Tensor(direction, shape: [1, 1]))
        try step.compare(
            mine, SlideAttentionCalls.gatedAttentionPool, instances, projection, [[0]], direction,
            with: gated(Tensor(rows: instances), lengths: [3]).bags.value.elements, part: \.bag)
    }

    /// The areas under the ROC curve of the four poolings, from the same features in the same steps.
    private func areas(_ cohorts: Cohorts, run: Int) throws -> [Double] {
        let seed = lesson.seed &+ UInt64(run)
        var generator = SeededGenerator(seed: seed, stream: "extractor")
        let extractor = PatchNetwork(using: &generator)
        let raw = try BagStudy(cohorts.training, count: extent.bags, extractor: extractor)
        let scale = raw.scale
        let training = try stored(raw.scaled(scale))
        let test = try BagStudy(
            cohorts.test, count: cohorts.test.slides.count, extractor: extractor
        ).scaled(scale)
        func area(_ make: (inout SeededGenerator) -> some BagPooling<Float>) throws -> Double {
            var generator = SeededGenerator(seed: seed, stream: "pooling")
            let pooling = make(&generator)
            let features = PatchNetwork.features
            return try BagClassifier(pooling, features: features, using: &generator).area(
                learningFrom: training, test: test, steps: extent.bagSteps, rate: 0.01,
                seed: seed)
        }
        let features = PatchNetwork.features
        return [
            try area { _ in MeanPooling() }, try area { _ in MaxPooling() },
            try area { AttentionPooling(features: features, hidden: 16, using: &$0) },
            try area { GatedAttentionPooling(features: features, hidden: 16, using: &$0) },
        ]
    }

    /// The bags, the first of them written and read again as other programs leave them.
    private func stored(_ study: BagStudy) throws -> BagStudy {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("bag-\(UUID().uuidString).safetensors")
        defer { try? FileManager.default.removeItem(at: file) }
        try study.bags[0].write(safetensors: file)
        // listing: SlideCourse.stored
        let bag = try FeatureBag(
            safetensors: file, features: "features", coordinates: "coords")
        // end listing
        return BagStudy(bags: [bag] + study.bags.dropFirst(), labels: study.labels)
    }
}
