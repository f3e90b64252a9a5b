/// A narrow valley, (u u + c v v) / 2: the smallest loss in which plain steps are slow.
struct Valley {
    /// How much more strongly the loss is curved across the valley than along it.
    let curvature = 100.0

    /// The learning rates that are tried, up to the one from which plain steps lead uphill.
    var learningRates: [Double] { (1...400).map { 2 / curvature * Double($0) / 100 } }

    /// How many steps lead from u = v = 1 to a hundredth of the first loss, with the best of the
    /// learning rates.
    func fewestSteps(momentum: Double) -> Int {
        learningRates.map { steps(learningRate: $0, momentum: momentum) }.min() ?? 0
    }

    private func steps(learningRate: Double, momentum: Double) -> Int {
        let curvatures = [1, curvature]
        var (place, velocity) = ([1.0, 1.0], [0.0, 0.0])
        func loss() -> Double { zip(curvatures, place).reduce(0) { $0 + $1.0 * $1.1 * $1.1 } / 2 }
        let goal = loss() / 100
        var count = 0
        while !(loss() <= goal), count < 10_000 {
            for axis in 0..<2 {
                velocity[axis] = momentum * velocity[axis] + curvatures[axis] * place[axis]
                place[axis] -= learningRate * velocity[axis]
            }
            count += 1
        }
        return count
    }
}
