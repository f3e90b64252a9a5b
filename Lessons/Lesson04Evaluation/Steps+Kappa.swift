import CourseKit
import Curriculum
import DeepTeaching

/// Step 4: two readers who err.
extension EvaluationCourse {
    func showKappa() throws {
        try lesson.step("kappa") { step in
            var generator = SeededGenerator(seed: lesson.seed, stream: "readers")
            let shares = [0.5, 0.2, 0.05, 0.01]
            let readings = try shares.map { try Self.reading(prevalence: $0, using: &generator) }
            step.table(
                "prevalences",
                rows: zip(shares, readings).map { share, matrix in
                    [
                        NumberFormat.percent(0).text(share),
                        NumberFormat.percent(1).text(matrix.accuracy ?? .nan),
                        NumberFormat.decimals(2).text(matrix.cohensKappa(weights: .none) ?? .nan),
                    ]
                })
            let kappas = readings.map { $0.cohensKappa(weights: .none) ?? .nan }
            step.number("halfKappa", kappas[0], .decimals(2))
            step.number("rareKappa", kappas[2], .decimals(2))
            step.number("rareAgreement", readings[2].accuracy ?? .nan, .percent(1))
            let agreements = readings.map { $0.accuracy ?? .nan }
            let moves = (agreements.max() ?? 0) - (agreements.min() ?? 0)
            step.choose("prevalence", moves < 0.02 && kappas[2] < kappas[0] ? "falls" : "other")

            let levels = (1...25).map { Double($0) / 50 }
            let curve = try levels.map { try Self.reading(prevalence: $0, using: &generator) }
            step.plot(
                "kappas",
                [
                    Plot.Curve(
                        "kappa", x: levels, y: curve.map { $0.cohensKappa(weights: .none)! }),
                    Plot.Curve("agreement", x: levels, y: curve.map { $0.accuracy! }),
                ], xRange: 0...0.5, yRange: 0...1)
            try showWeights(step, &generator)
        }
    }

    /// Two readers, each of whom is right about a slide in nine of ten cases, whatever it holds.
    private static func reading(
        prevalence: Double, using generator: inout SeededGenerator
    ) throws -> ConfusionMatrix {
        // listing: EvaluationCourse.reading
        var readers: (first: [Bool], second: [Bool]) = ([], [])
        for _ in 0..<20_000 {
            let isTumor = generator.uniform() < prevalence
            readers.first.append(generator.uniform() < 0.9 ? isTumor : !isTumor)
            readers.second.append(generator.uniform() < 0.9 ? isTumor : !isTumor)
        }
        return try ConfusionMatrix(
            labels: readers.first, predictions: readers.second)
        // end listing
    }

    /// Four classes: near mistakes are frequent, far ones rare.
    private func showWeights(
        _ step: LessonStep, _ generator: inout SeededGenerator
    ) throws {
        func read(_ type: Int) -> Int {
            let u = generator.uniform()
            if u < 0.8 { return type }
            if u < 0.95 { return type == 0 ? 1 : type == 3 ? 2 : type + (u < 0.875 ? 1 : -1) }
            return generator.index(below: 4)
        }
        var (first, second): ([Int], [Int]) = ([], [])
        for type in 0..<4 {
            // As often as in CAMELYON17's training slides.
            for _ in 0..<4 * [323, 35, 57, 85][type] {
                first.append(read(type))
                second.append(read(type))
            }
        }
        let matrix = try ConfusionMatrix(
            labels: first, predictions: second,
            names: MetastasisType.allCases.map(\.rawValue))
        step.table(
            "types",
            rows: matrix.names.indices.map { row in
                [matrix.names[row]] + matrix.counts[row].map(String.init)
            })
        var values: [KappaWeights: Double] = [:]
        for weights in KappaWeights.allCases {
            values[weights] = matrix.cohensKappa(weights: weights) ?? .nan
        }
        step.number("plainKappa", values[.none] ?? .nan, .decimals(3))
        step.number("wrongLinear", values[.linear] ?? .nan, .decimals(3))
        step.number("quadraticKappa", values[.quadratic] ?? .nan, .decimals(3))
        step.number(
            "wrongUndivided", 1 - (1 - (values[.quadratic] ?? .nan)) / Double(matrix.total),
            .decimals(5))
        try step.compare(
            mine, EvaluationCalls.cohensKappa, matrix.counts, .quadratic,
            with: values[.quadratic] ?? .nan, part: { $0 ?? .nan })
    }
}
