import CourseKit
import DeepTeaching

/// Step 6: a tree, a forest, a regression and a perceptron.
extension ForestCourse {
    func showRivals() throws {
        try lesson.step("rivals") { step in
            let rivals = try [
                rival("tree", table, [0.001, 0.004, 0.016]) { PrunedTree(alpha: $0) },
                rival("forest", table, [1, 3, 8]) {
                    RandomForest(trees: 100, minimumLeafSamples: $0)
                },
                rival("regression, mm", table, [0.01, 0.1, 1]) { penalty in
                    Standardizer().then(MultinomialRegression(penalty: penalty))
                },
                rival("regression, log mm", table.withLogarithms, [0.01, 0.1, 1]) { penalty in
                    Standardizer().then(MultinomialRegression(penalty: penalty))
                },
                rival("perceptron, log mm", table.withLogarithms, [0.1, 1, 4]) { penalty in
                    MultilayerPerceptron(
                        hiddenLayers: [16], penalty: penalty, learningRate: 0.01, epochs: 60,
                        batchSize: 50)
                },
            ]
            step.table(
                "rivals",
                rows: rivals.map { rival in
                    [rival.name, Self.interval(rival.patients), Self.interval(rival.centers)]
                        + [NumberFormat.decimals(3).text(rival.kappa)]
                })
            let place =
                rivals.indices.max {
                    rivals[$0].patients.estimate < rivals[$1].patients.estimate
                } ?? 0
            let best = rivals[place]
            step.text("bestRival", best.name)
            let isApart = rivals.allSatisfy { rival in
                rival.name == best.name || rival.patients.upper < best.patients.estimate
            }
            step.choose(
                "spread",
                !isApart
                    ? "alike"
                    : place == 0
                        ? "tree" : place == 1 ? "forest" : place < 4 ? "regression" : "perceptron")
            step.number("plainAccuracy", rivals[2].patients.estimate, .percent(1))
            step.number("logAccuracy", rivals[3].patients.estimate, .percent(1))
            let gain = rivals[3].patients.estimate - rivals[2].patients.estimate
            step.choose("logs", gain > 0.005 ? "help" : gain < -0.005 ? "harm" : "same")
            let losses = rivals.map { $0.patients.estimate - $0.centers.estimate }
            let loss = losses.mean
            step.number("centerLoss", 100 * loss, .decimals(1))
            step.choose("centers", loss > 0.01 ? "worse" : "same")
            let (least, most) = (losses.min() ?? 0, losses.max() ?? 0)
            step.text("gainer", rivals[losses.firstIndex(of: least) ?? 0].name)
            step.text("loser", rivals[losses.firstIndex(of: most) ?? 0].name)
            step.number("mostGained", -100 * least, .decimals(1))
            step.number("mostLost", 100 * most, .decimals(1))
            step.choose("hospitals", least < -0.005 && most > 0.005 ? "mixed" : "alike")
        }
    }

    private struct Rival {
        let name: String
        let patients: BootstrapInterval
        let centers: BootstrapInterval
        let kappa: Double
    }

    private static func interval(_ interval: BootstrapInterval) -> String {
        let ends = [interval.lower, interval.upper].map {
            NumberFormat.decimals(1).text(100 * $0)
        }
        return NumberFormat.decimals(1).text(100 * interval.estimate)
            + " (\(ends[0]) to \(ends[1]))"
    }

    /// A classifier on new patients and in new hospitals; its setting is chosen each time anew, by
    /// patients among those that it learns from.
    private func rival<Model: Classifier, Setting: Sendable>(
        _ name: String, _ table: SlideTable, _ settings: [Setting],
        classifier: @escaping @Sendable (Setting) -> Model
    ) throws -> Rival {
        let search = GridSearch(settings, classifier: classifier)
        func predictions(_ splits: [SampleSplit]) throws -> [Int] {
            var predictions = [Int](repeating: 0, count: table.count)
            for split in splits {
                let training = table.slides(at: split.training)
                // listing: ForestCourse.search
                let found = try search.fit(
                    training.tensor, labels: training.labels,
                    validation: try folds(training, count: 3, seed: lesson.seed),
                    classCount: 4, seed: lesson.seed)
                // end listing
                let test = table.slides(at: split.test)
                let answers = try found.model.predictions(for: test.tensor)
                for (slide, answer) in zip(split.test, answers) { predictions[slide] = answer }
            }
            return predictions
        }
        func interval(_ predictions: [Int]) throws -> BootstrapInterval {
            try bootstrapInterval(groups: table.patients, seed: lesson.seed, samples: 1000) {
                items in
                let hits = items.count { predictions[$0] == table.labels[$0] }
                return Double(hits) / Double(items.count)
            }
        }
        let patients = try predictions(try folds(table, seed: lesson.seed).folds)
        let centers = try predictions(SampleSplit.leavingOneGroupOut(of: table.centers))
        let kappa = try cohensKappa(
            labels: table.labels, predictions: patients, classCount: 4, weights: .quadratic)
        return Rival(
            name: name, patients: try interval(patients), centers: try interval(centers),
            kappa: kappa ?? .nan)
    }
}
