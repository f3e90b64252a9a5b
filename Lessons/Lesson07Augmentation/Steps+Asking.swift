import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 9: one network, asked eight times.
extension AugmentationCourse {
    func showAsking(_ results: [TrialResult]) throws {
        try lesson.step("asking") { step in
            let (none, ways) = (results[0], results[1])
            let rows = try [none, ways].map { result -> (Spread, Spread, Double) in
                let asked = try result.networks.map { try answers(of: $0) }
                return (
                    Spread(values: asked.map(\.once)), Spread(values: asked.map(\.eight)),
                    asked.map(\.changing).reduce(0, +) / Double(asked.count)
                )
            }
            step.table(
                "askingRows",
                rows: zip([none, ways], rows).map { result, row in
                    [
                        result.trial.name, NumberFormat.decimals(3).text(row.0.mean),
                        NumberFormat.decimals(3).text(row.1.mean), row.1.range(.decimals(3)),
                        NumberFormat.percent(1).text(row.2),
                    ]
                })
            step.number("changingCalls", rows[0].2, .percent(1))
            step.number("changingAfterWays", rows[1].2, .percent(1))
            step.choose("steadier", rows[1].2 < rows[0].2 - 0.01 ? "ways" : "same")
            let gains = rows.map { $0.1.mean - $0.0.mean }
            step.number("askingGain", 100 * gains[0], .decimals(1))
            step.number("askingGainWays", 100 * gains[1], .decimals(1))
            step.choose(
                "asking", gains[0] > 0.003 ? "helps" : gains[0] < -0.003 ? "harms" : "same")
            try compareAsking(step)
        }
    }

    /// The areas on unknown hospitals with one way and with eight, and the share of patches that are
    /// called tumour in some ways and normal in others.
    private func answers(
        of network: PatchClassifier<Float>
    ) throws -> (once: Double, eight: Double, changing: Double) {
        var (once, eight): ([Double], [Double]) = ([], [])
        var (changing, count) = (0, 0)
        for hospital in patches.unknown {
            let (images, labels) = (
                Tensor<Float>(images: hospital.patches.images), hospital.patches.isTumor
            )
            // listing: Lesson07.asking
            let each = Dihedral.allCases.map { way in
                network.probabilities(for: images, averaging: [way]).elements
            }
            let mean = network.probabilities(
                for: images, averaging: Dihedral.allCases
            ).elements
            // end listing
            func area(_ classes: [Float]) throws -> Double {
                try ROCCurve(
                    scores: labels.indices.map { Double(classes[2 * $0 + 1]) }, labels: labels
                ).area
            }
            once.append(try area(each[0]))
            eight.append(try area(mean))
            changing += labels.indices.count { index in
                Set(each.map { $0[2 * index + 1] > 0.5 }).count == 2
            }
            count += labels.count
        }
        return (
            Spread(values: once).mean, Spread(values: eight).mean,
            Double(changing) / Double(count)
        )
    }

    private func compareAsking(_ step: LessonStep) throws {
        let luma = patches.example.luma()
        let dark = Plane(size: luma.size, values: luma.values.map { 1 - $0 / 255 })
        let network = PixelNetwork(weights: [0, 4, 0, 2, -3, 0, 0, 1, 0], bias: -1)
        let expected = Dihedral.allCases.map {
            network(dark.transformed(by: $0)).transformed(by: $0.inverse)
        }
        let mean = Plane(
            size: dark.size,
            values: dark.values.indices.map { index in
                expected.reduce(0) { $0 + $1.values[index] } / 8
            })
        try step.compare(
            mine, AugmentationCalls.predictWithTestTimeAugmentation, dark, network, with: mean)
    }
}
