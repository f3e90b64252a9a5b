import CourseKit

/// What was measured before, with the lesson's own program and `--full`, since it takes too long for a
/// minute. README.md has the commands.
enum Measured {
    /// The errors of one way of learning, for three seeds, and the processor time of one training.
    struct Row {
        let name: String
        let errors: [Double]
        let seconds: Double

        /// The row of a table.
        var row: [String] {
            [name] + errors.map { NumberFormat.percent(1).text($0) }
                + [NumberFormat.decimals(0).text(seconds)]
        }
    }

    /// Four ways of learning where to look.
    static let objectives = [
        Row(name: "four samples, leave one out", errors: [0.15, 0.15, 0.15], seconds: 20),
        Row(name: "one sample, learned baseline", errors: [0.15, 0.15, 0.15], seconds: 20),
        Row(
            name: "one sample, reward 0 or 1: the paper's", errors: [0.15, 0.15, 0.16], seconds: 20),
        Row(name: "random places", errors: [0.52, 0.52, 0.52], seconds: 20),
    ]

    /// The model that looks, and networks of the same size that see everything.
    static let rivals = [
        Row(name: "looking, 60 x 60", errors: [0.15, 0.15, 0.15], seconds: 30),
        Row(name: "dense network, 60 x 60", errors: [0.4, 0.4, 0.4], seconds: 3),
        Row(name: "convolutional network, 60 x 60", errors: [0.1, 0.1, 0.1], seconds: 60),
        Row(name: "looking, 100 x 100", errors: [0.3, 0.3, 0.3], seconds: 30),
        Row(name: "dense network, 100 x 100", errors: [0.6, 0.6, 0.6], seconds: 3),
        Row(name: "convolutional network, 100 x 100", errors: [0.2, 0.2, 0.2], seconds: 90),
    ]
}
