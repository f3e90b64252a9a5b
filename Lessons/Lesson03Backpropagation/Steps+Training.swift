import CourseKit
import Curriculum
import DeepTeaching

/// Step 9: a step downhill, and a hundred more.
extension BackpropagationCourse {
    func showTraining() throws -> TapeTraining.Result {
        try lesson.step("training") { step in
            step.number("hiddenCount", beginning.hidden)
            var tape = Tape()
            _ = beginning.writeLoss(on: nuclei, to: &tape)
            step.number("tapeLength", tape.count)
            step.number("tapeArrows", tape.arrowCount)
            let trained = showMomentum(step)
            showValley(step)
            try showAccuracy(showStarts(trained, step), step)
            try showMap(trained.network, step)
            try compareStep(step)
            return trained
        }
    }

    /// Trains the network from its beginning.
    func train(
        _ words: String, _ training: TapeTraining, from network: TinyNetwork? = nil
    ) -> TapeTraining.Result {
        lesson.progress("Training \(words)") { report in
            training.train(network ?? beginning, on: nuclei, report: report)
        }
    }

    /// Momentum beside plain steps of the same rate, and of ten times the rate.
    private func showMomentum(_ step: LessonStep) -> TapeTraining.Result {
        let plain = train("without momentum", TapeTraining(momentum: 0))
        let fast = train("with ten times the rate", TapeTraining(learningRate: 1, momentum: 0))
        let trained = train("with momentum", TapeTraining())
        let results = [plain, fast, trained]
        step.choose(
            "trained", results.allSatisfy { $0.loss < $0.losses[0] } ? "fall" : "differ")
        let distances = [
            ("alike", abs(fast.loss - trained.loss)), ("plain", abs(plain.loss - fast.loss)),
            ("slow", abs(plain.loss - trained.loss)),
        ]
        step.choose("fair", distances.min { $0.1 < $1.1 }?.0 ?? "alike")
        step.plot(
            "loss",
            [
                plain.curve("plain"), fast.curve("fast"), trained.curve("momentum"),
            ])
        step.number("plainLoss", plain.loss)
        step.number("plainFastLoss", fast.loss)
        step.number("trainedLoss", trained.loss)
        return trained
    }

    private func showValley(_ step: LessonStep) {
        let valley = Valley()
        let plain = valley.fewestSteps(momentum: 0)
        let momentum = valley.fewestSteps(momentum: 0.9)
        step.number("valleyCurvature", valley.curvature, .decimals(0))
        step.number("valleyRates", valley.learningRates.count)
        step.number("valleyGoal", valley.goal, .decimals(2))
        step.number("valleyPlainSteps", plain)
        step.number("valleyMomentumSteps", momentum)
        step.choose("valley", momentum < plain ? "faster" : "slower")
    }

    /// The same training from two other starts; returns the networks of all three.
    private func showStarts(_ trained: TapeTraining.Result, _ step: LessonStep) -> [TinyNetwork] {
        let others = (2...3).map { start in
            let network = Self.network(lesson, start: start)
            return (network, train("from start \(start)", TapeTraining(), from: network))
        }
        let starts = [(beginning, trained)] + others
        let percent = { (network: TinyNetwork) in
            NumberFormat.percent(1).text(network.accuracy(for: test))
        }
        step.table(
            "starts",
            rows: starts.enumerated().map { index, start in
                let (network, result) = start
                return ["\(index + 1)"]
                    + [result.losses[0], result.loss].map(NumberFormat.decimals(3).text)
                    + [percent(network), percent(result.network)]
            })
        return starts.map(\.1.network)
    }

    /// How often the networks are right, beside a straight line.
    private func showAccuracy(_ networks: [TinyNetwork], _ step: LessonStep) throws {
        let accuracies = networks.map { $0.accuracy(for: test) }
        let mean = accuracies.reduce(0, +) / Double(accuracies.count)
        let margin = 2 * (mean * (1 - mean) / Double(test.count)).squareRoot()
        step.number("accuracyBefore", beginning.accuracy(for: test), .percent(1))
        step.number("accuracy", accuracies[0], .percent(1))
        step.number("meanAccuracy", mean, .percent(1))
        step.number("accuracyMargin", margin, .percent(1))
        let gain = mean - (try lineAccuracy())
        step.choose("network", abs(gain) < margin ? "alike" : gain > 0 ? "better" : "worse")
    }

    private func showMap(_ network: TinyNetwork, _ step: LessonStep) throws {
        let map = DecisionMap(network: network, nuclei: nuclei)
        step.figure("decision", map.image)
        let corners = network.probabilities(for: [[2, -1], [-1, 2]])
        step.choose("map", corners[0] > 0.5 && corners[1] < 0.5 ? "expected" : "other")
        step.number("disagreement", try map.disagreement(with: line), .percent(1))
    }

    private func compareStep(_ step: LessonStep) throws {
        let gradient = beginning.lossAndGradients(on: nuclei).gradients
        let before = beginning.parameters.map { $0 / 10 }
        let velocities = zip(before, gradient).map { 0.9 * $0 + $1 }
        let parameters = zip(beginning.parameters, velocities).map { $0 - 0.1 * $1 }
        try step.compare(
            mine, BackpropagationCalls.momentumStep, beginning.parameters, gradient, before, 0.1,
            0.9, with: parameters + velocities, part: { $0.parameters + $0.velocities })
    }
}
