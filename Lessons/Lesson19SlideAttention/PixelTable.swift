import CourseKit
import DeepTeaching
import Foundation
import LessonSlides

/// The area under the ROC curve for each share of the pixels; the last one reads all.
struct PixelTable {
    /// The share of the pixels that are read, the overview among them.
    let shares: [Double]

    /// Places drawn by attention; at the end all of them, each with its attention.
    private(set) var attention: [Spread] = []

    /// As many places of the tissue, each as likely; at the end the mean of all.
    private(set) var random: [Spread] = []

    /// Time for all test slides of the first network.
    private(set) var seconds: [Double] = []

    private let patches: [Int]

    init(_ trained: [TrainedSlides], budgets: [Int]) throws {
        patches = budgets + [SlideReading.placeCount]
        shares = patches.map { SlideReading.pixelShare(patches: $0) }
        let readings: [(Reading, Reading)] =
            budgets.map { (.attention($0), .random($0)) } + [(.all, .mean)]
        for (own, other) in readings {
            let scores = try trained.map {
                try SlideScores($0.network, $0.test, reading: own, seed: $0.seed)
            }
            let others = try trained.map {
                try SlideScores($0.network, $0.test, reading: other, seed: $0.seed)
            }
            attention.append(Spread(values: scores.map(\.area)))
            random.append(Spread(values: others.map(\.area)))
            seconds.append(scores[0].seconds)
        }
    }

    /// Where the shares stand on a logarithmic axis.
    var ticks: [Double] { [0.01, 0.02, 0.05, 0.1, 1].map { log10($0) } }

    /// The area that keeps 95 % of what all pixels have above chance.
    var line: Double { 0.5 + 0.95 * (attention[4].mean - 0.5) }

    /// How much of the area above chance is kept, on average.
    func kept(_ budget: Int) -> Double {
        (attention[budget].mean - 0.5) / (attention[4].mean - 0.5)
    }

    /// The same of the network that keeps least.
    func lowestKept(_ budget: Int) -> Double {
        zip(attention[budget].values, attention[4].values)
            .map { ($0 - 0.5) / ($1 - 0.5) }.min() ?? .nan
    }

    var rows: [[String]] {
        let format = NumberFormat.decimals(3)
        return patches.indices.map { index in
            [
                "\(patches[index])", NumberFormat.percent(1).text(shares[index]),
                format.text(attention[index].mean), attention[index].range(format),
                format.text(random[index].mean),
            ]
        }
    }
}
