import CourseKit
import DeepTeaching
import Foundation
import LessonSlides

/// The area under the ROC curve for each share of the pixels; the last one is all of the tissue.
struct PixelTable {
    /// How many patches of a slide are read; of all tissue the mean of the test slides.
    let patches: [Double]

    /// The share of the pixels that are read, the overview among them.
    var shares: [Double] { patches.map { SlideReading.pixelShare(patches: $0) } }

    /// Places drawn by attention; at the end all tissue, each place with its attention.
    private(set) var attention: [Spread] = []

    /// As many places of the tissue, each as likely; at the end the mean of all tissue.
    private(set) var random: [Spread] = []

    /// Time for all test slides of the first network.
    private(set) var seconds: [Double] = []

    init(_ trained: [TrainedSlides], budgets: [Int]) throws {
        let tissue = trained.map { $0.test.meanTissuePlaces }
        patches = budgets.map { Double($0) } + [tissue.reduce(0, +) / Double(tissue.count)]
        let readings: [(Reading, Reading)] =
            budgets.map { (.attention($0), .random($0)) } + [(.tissue, .mean)]
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

    /// Where the shares stand on a logarithmic axis, and what is written there.
    var ticks: [Plot.Tick] {
        shares.map { Plot.Tick(log10($0), NumberFormat.percent(0).text($0)) }
    }

    /// The area that keeps 95 % of what all tissue has above chance.
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
            let count = NumberFormat.decimals(0).text(patches[index])
            return [
                index < patches.count - 1 ? count : "\(count): all tissue",
                NumberFormat.percent(1).text(shares[index]),
                format.text(attention[index].mean), attention[index].range(format),
                format.text(random[index].mean),
            ]
        }
    }
}
