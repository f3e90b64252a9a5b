import CourseKit
import Curriculum
import DeepTeaching

/// Step 3: what sees, what remembers, and what decides where to look.
extension LookingCourse {
    func showModel(_ digits: DigitPictures) throws {
        try lesson.step("model") { step in
            var generator = SeededGenerator(seed: lesson.seed, stream: "a new model")
            // listing: LookingCourse.model
            let model = RecurrentAttention<Float>(plan.settings(), using: &generator)
            let pictures = GlimpsePictures(
                digits.pictures.slice(0..<200), sensor: model.settings.sensor)
            let look = model.look(at: pictures)
            // end listing
            step.table("parts", rows: partRows(model))
            step.number("parameters", model.parameterCount)
            let far = look.places.dropFirst().flatMap(\.elements).map { abs(Double($0)) }
            step.number("firstReach", far.max() ?? 0, .decimals(2))
            try compareParts(step)
        }
    }

    private func partRows(_ model: RecurrentAttention<Float>) -> [[String]] {
        let hidden = plan.hidden
        let parts: [(String, String, Int)] = [
            (
                "glimpse network", "\(LookingPlan.sensor.featureCount) and 2 → \(hidden)",
                model.glimpse.parameterCount
            ),
            ("core (GRU)", "\(hidden) and \(hidden) → \(hidden)", model.core.parameterCount),
            ("place", "\(hidden) → 2", model.location.parameterCount),
            ("baseline", "\(hidden) → 1", model.baseline.parameterCount),
            ("class", "\(hidden) → 10", model.classifier.parameterCount),
        ]
        return parts.map { [$0.0, $0.1, "\($0.2)"] }
    }

    /// The library's parts, in double precision and small.
    private func compareParts(_ step: LessonStep) throws {
        var generator = SeededGenerator(seed: lesson.seed, stream: "parts")
        let network = GlimpseNetwork<Double>(inputs: 3, hidden: 4, outputs: 5, using: &generator)
        let (glimpse, place) = ([0.5, 0.1, 0.9], [0.3, -0.5])
        let features = network(
            Tensor(glimpse, shape: [1, 3]), at: Tensor(place, shape: [1, 2]), in: .inference)
        try step.compare(
            mine, RecurrentAttentionCalls.glimpseFeatures, glimpse, place,
            AffineMap(network.what), AffineMap(network.place), AffineMap(network.whatOutput),
            AffineMap(network.placeOutput), with: features.value.elements)
        let core = GlimpseCore<Double>(.relu, inputs: 5, hidden: 4, using: &generator)
        guard case .relu(let fromState, let fromGlimpse) = core else { return }
        let state = [0.2, 0, 0.7, 0.4]
        let next = core.next(features, after: Variable(Tensor(state, shape: [1, 4])))
        try step.compare(
            mine, RecurrentAttentionCalls.coreStep, features.value.elements, state,
            AffineMap(fromGlimpse), AffineMap(fromState), with: next.value.elements)
        try step.compare(
            mine, RecurrentAttentionCalls.nextPlace, [0.5, 0.9], [-1, 2], 0.1, true,
            with: [0.4, 1.1])
    }
}

extension AffineMap {
    /// The numbers of a layer.
    fileprivate init(_ layer: Dense<Double>) {
        let (weights, outputs) = (layer.weights.value.elements, layer.bias.shape[0])
        self.init(
            weights: (0..<layer.weights.shape[0]).map {
                Array(weights[$0 * outputs..<($0 + 1) * outputs])
            }, bias: layer.bias.value.elements)
    }
}
