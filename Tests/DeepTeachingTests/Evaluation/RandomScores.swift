import DeepTeaching

/// Scores with ties, and labels of both classes, for properties that must hold of any.
struct RandomScores {
    var scores: [Double]
    var labels: [Bool]

    /// - Parameter levels: the number of different scores, about.
    init(seed: UInt64, count: Int = 60, levels: Int = 12, shift: Double = 1) {
        var generator = SeededGenerator(seed: seed, stream: "random scores")
        labels = (0..<count).map { item in
            item < 2 ? true : item < 4 ? false : generator.index(below: 3) == 0
        }
        let width = 4 / Double(levels)
        scores = labels.map { isPositive in
            ((generator.normal() + (isPositive ? shift : 0)) / width).rounded() * width
        }
    }

    /// The same items in another order.
    func shuffled(seed: UInt64) -> RandomScores {
        var generator = SeededGenerator(seed: seed)
        let order = generator.shuffled(Array(scores.indices))
        var result = self
        result.scores = order.map { scores[$0] }
        result.labels = order.map { labels[$0] }
        return result
    }

    /// The scores after a function that rises everywhere.
    var bent: [Double] { scores.map { $0 * $0 * $0 + 2 * $0 - 5 } }
}
