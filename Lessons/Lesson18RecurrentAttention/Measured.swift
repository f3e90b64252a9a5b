import CourseKit

/// What was measured before, with the lesson's own program and `--full`, since it takes too long for a
/// minute. README.md has the commands.
enum Measured {
    /// The errors of one way of learning, for three seeds, and the processor time of one training.
    struct Row {
        let name: String

        /// None if the seeds were not measured.
        var errors: [Double] = []

        /// Nothing if nobody has measured it.
        var seconds: Double?

        /// The row of a table; a seed that was not measured has a dash.
        var row: [String] {
            let errors = errors.map { NumberFormat.percent(1).text($0) }
            let missing = Array(repeating: "–", count: max(0, 3 - errors.count))
            return [name] + errors + missing
                + [seconds.map { NumberFormat.decimals(0).text($0) } ?? "–"]
        }

        /// How many times the other's time it takes.
        func cost(beside other: Row) -> String {
            guard let own = seconds, let others = other.seconds else { return "–" }
            return NumberFormat.decimals(1).text(own / others)
        }

        /// One of three words: this way errs less than the other with each seed, or more with each, or
        /// neither; "open" if one of them was not measured.
        func beside(_ other: Row, words less: String, _ more: String, _ mixed: String) -> String {
            if errors.isEmpty || other.errors.isEmpty { return "open" }
            let pairs = zip(errors, other.errors)
            if pairs.allSatisfy({ $0 < $1 }) { return less }
            return pairs.allSatisfy { $0 > $1 } ? more : mixed
        }
    }

    /// Four ways of learning where to look.
    static let objectives = [
        Row(name: "four samples, leave one out", errors: [0.215, 0.190, 0.187], seconds: 22),
        Row(name: "one sample, learned baseline", errors: [0.208, 0.192, 0.192], seconds: 26),
        Row(
            name: "one sample, reward 0 or 1: the paper's", errors: [0.236, 0.221, 0.210],
            seconds: 26),
        Row(name: "random places", errors: [0.616, 0.608, 0.606], seconds: 22),
        Row(name: "fixed places"),
    ]

    /// The model that looks, and networks of the same size that see everything.
    static let rivals = [
        Row(name: "looking, 60 x 60", errors: [0.1658, 0.1522, 0.1464], seconds: 30),
        Row(name: "dense network, 60 x 60", errors: [0.7224, 0.7148, 0.6952], seconds: 3),
        Row(
            name: "convolutional network, 60 x 60", errors: [0.1824, 0.1556, 0.1762], seconds: 118),
        Row(name: "looking, 100 x 100", errors: [0.477, 0.473, 0.437]),
        Row(name: "dense network, 100 x 100", errors: [0.86, 0.855, 0.852]),
        Row(name: "convolutional network, 100 x 100"),
    ]
}
