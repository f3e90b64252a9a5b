import CourseKit
import Curriculum
import DeepTeaching

/// Steps 4 to 6: what is seen, how attention learns, and the gate.
extension AttentionCourse {
    func showContext() throws {
        try lesson.step("context") { step in
            let shares = FourPlaces.shares(FourPlaces.scored(state: 0).scores)
            let context = try seen(shares)
            let mean = try seen([0.25, 0.25, 0.25, 0.25])
            step.number("seenDark", context[0])
            step.number("seenPale", context[1])
            step.number("meanDark", mean[0])
            step.number("meanPale", mean[1])
            step.text("shares", shares.map { Self.decimals($0) }.joined(separator: ", "))
            try step.compare(
                mine, SoftAttentionCalls.context, FourPlaces.annotations, shares, with: context)
        }
    }

    private func seen(_ shares: [Double]) throws -> [Double] {
        let grid = try AnnotationGrid(
            Variable(Tensor(FourPlaces.annotations.flatMap { $0 }, shape: [1, 4, 2])))
        return Array(grid.sum(weightedBy: Variable(Tensor(shares, shape: [1, 4]))).value.elements)
    }

    func showEarning() throws {
        try lesson.step("earning") { step in
            let scores = FourPlaces.scored(state: 0).scores
            let shares = FourPlaces.shares(scores)
            let context = try seen(shares)
            // More pale cells lower the loss: the label says tumour.
            let gradient = [0.0, -1]
            let byHand = FourPlaces.gradient(shares, context: context, gradient)
            let places = Tensor(FourPlaces.annotations.flatMap { $0 }, shape: [1, 4, 2])
            let grid = try AnnotationGrid(Variable(places))
            let start = Variable(Tensor(scores, shape: [1, 4]))
            let g = Variable(Tensor(gradient, shape: [1, 2]))
            // listing: AttentionCourse.gradient
            let slopes = gradients(of: start) { scores in
                let context = grid.sum(weightedBy: scores.softmax())
                return (g * context).sum()
            }.gradients.values[0]
            // end listing
            step.table(
                "gradients",
                rows: FourPlaces.names.indices.map { place in
                    [
                        FourPlaces.names[place], Self.decimals(shares[place]),
                        Self.decimals(FourPlaces.annotations[place][1] - context[1]),
                        Self.decimals(byHand[place]),
                    ]
                })
            let difference = zip(byHand, slopes.elements).map { abs($0 - $1) }.max() ?? .nan
            step.number("gradientDifference", difference, .decimals(9))
            step.number("gradientSum", byHand.reduce(0, +), .decimals(9))
            try step.compare(
                mine, SoftAttentionCalls.scoreGradient, FourPlaces.annotations, shares, gradient,
                with: Array(slopes.elements))
        }
    }

    func showGate() throws {
        try lesson.step("gate") { step in
            let shares = FourPlaces.shares(FourPlaces.scored(state: 0).scores)
            let context = try seen(shares)
            func gated(_ state: Double) -> (gate: Double, context: [Double]) {
                let gate = Tensor<Double>(2 - 3 * state).sigmoid().scalar
                return (gate, context.map { gate * $0 })
            }
            step.table(
                "gates",
                rows: [0.0, 1].map { state in
                    let gated = gated(state)
                    return [Self.decimals(state, 0), Self.decimals(2 - 3 * state, 0)]
                        + ([gated.gate] + gated.context).map { Self.decimals($0) }
                })
            try step.compare(
                mine, SoftAttentionCalls.gate, context, [1], [-3], 2, with: gated(1).context)
        }
    }
}
