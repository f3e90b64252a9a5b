/// All questions about one feature, with what they leave of the classes.
struct Questions {
    /// "At most this?", and how many slides of each class go below and above.
    struct Question {
        let threshold: Double
        let below: [Int]
        let above: [Int]

        /// The impurities of the children, weighted by their sizes.
        var impurity: Double {
            let (small, large) = (Double(below.reduce(0, +)), Double(above.reduce(0, +)))
            return (small * Questions.impurity(below) + large * Questions.impurity(above))
                / (small + large)
        }

        /// Wrong: both children count the same.
        var wrongImpurity: Double {
            (Questions.impurity(below) + Questions.impurity(above)) / 2
        }
    }

    /// In rising order of their thresholds.
    let all: [Question]

    init(_ values: [Double], labels: [Int], classCount: Int) {
        let sorted = Set(values).sorted()
        all = zip(sorted, sorted.dropFirst()).map { lower, upper in
            let threshold = (lower + upper) / 2
            func counts(_ isBelow: Bool) -> [Int] {
                (0..<classCount).map { k in
                    values.indices.count {
                        labels[$0] == k && (values[$0] <= threshold) == isBelow
                    }
                }
            }
            return Question(threshold: threshold, below: counts(true), above: counts(false))
        }
    }

    /// The question with the smallest number.
    func best(_ number: (Question) -> Double) -> Question? {
        all.min { number($0) < number($1) }
    }

    /// How often two samples are of different classes.
    static func impurity(_ counts: [Int]) -> Double {
        let total = Double(counts.reduce(0, +))
        return counts.reduce(1) { $0 - Double($1 * $1) / (total * total) }
    }
}
