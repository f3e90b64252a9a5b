/// A narrow valley, (u u + c v v) / 2: the smallest loss in which plain steps are slow.
struct Valley {
    /// c: how much more strongly the loss is curved across the valley than along it.
    let curvature = 100.0

    /// How near to the bottom u and v should come.
    let goal = 0.01

    /// The learning rates that are tried, far beyond the one from which plain steps lead uphill.
    var learningRates: [Double] { (1...400).map { 2 / curvature * Double($0) / 100 } }

    /// How many steps it takes, with the best of the learning rates, until u and v stay near the
    /// bottom; they start at 1.
    func fewestSteps(momentum: Double) -> Int {
        learningRates.map { steps(learningRate: $0, momentum: momentum) }.min() ?? 0
    }

    /// The step after the last one of a thousand at which u or v was too far away.
    private func steps(learningRate: Double, momentum: Double) -> Int {
        let curvatures = [1, curvature]
        var (place, velocity) = ([1.0, 1.0], [0.0, 0.0])
        var last = 0
        for step in 1...1000 {
            for axis in 0..<2 {
                velocity[axis] = momentum * velocity[axis] + curvatures[axis] * place[axis]
                place[axis] -= learningRate * velocity[axis]
            }
            // What is no number any more is not near either.
            if !place.allSatisfy({ abs($0) < goal }) { last = step }
        }
        return last + 1
    }
}
