import CourseKit
import DeepTeaching

/// Step 10: slides of hospitals that the network has never seen.
extension ConvolutionCourse {
    /// Returns a network that learnt with a stain that changes.
    func showHospitals(
        _ data: PatchData, _ network: ConvolutionalNetwork
    ) throws -> ConvolutionalNetwork {
        try lesson.step("Another hospital") { step in
            step.words(
                """
                Every laboratory stains a little differently, every scanner has colours and a \
                sharpness of its own. The network has learnt from slides of \
                \(names(hospitals.training.map(\.center))). Unseen slides of these are an easy \
                examination. Now it reads slides of \(names(hospitals.unknown.map(\.center))).
                """)
            step.question(
                "Its AUC on the unseen slides of known hospitals and on those of unknown ones: what "
                    + "do you expect?",
                choices: ["the same", "a little less", "much less"])
            let known = try HospitalScores(network, data.known)
            let unknown = try HospitalScores(network, data.unknown)
            showTable(known, unknown, step)
            showCurves(known, unknown, step)
            step.number(
                "knownAccuracy", known.accuracy, "Accuracy, known hospitals", format: .percent(1))
            step.number(
                "unknownAccuracy", unknown.accuracy, "Accuracy, unknown hospitals",
                format: .percent(1))
            step.number("knownArea", known.area, "AUC, known hospitals")
            step.number("unknownArea", unknown.area, "AUC, unknown hospitals")
            step.answer(
                Self.verdict(loss: known.area - unknown.area),
                choice: known.area - unknown.area > 0.08
                    ? 2 : known.area - unknown.area > 0.01 ? 1 : 0)
            if known.accuracy - unknown.accuracy > known.area - unknown.area {
                step.words(
                    """
                    The accuracy falls further than the AUC. Often the order is still right, tumour \
                    above normal tissue, but with another stain all probabilities lie too high or \
                    too low, and one half is the wrong place to cut.
                    """)
            }
            let hardened = try showJitter(data, known: known, unknown: unknown, step)
            step.words(
                """
                So a number from one hospital says little about the next one. Weights that are \
                shared over all places do not help against it: a colour that is wrong is wrong \
                everywhere. Lesson 7 changes the stain while it learns, Lesson 8 takes it out.
                """)
            return hardened
        }
    }

    private func names(_ centers: [Int]) -> String {
        let numbers = Set(centers).sorted().map(String.init)
        guard let last = numbers.last, numbers.count > 1 else {
            return "hospital \(numbers.joined())"
        }
        return "the hospitals \(numbers.dropLast().joined(separator: ", ")) and \(last)"
    }

    private static func verdict(loss: Double) -> String {
        let points = NumberFormat.decimals(1).text(100 * loss)
        return loss > 0.08
            ? "Much less: \(points) points are lost, although the disease is the same."
            : loss > 0.01
                ? "A little less: \(points) points are lost."
                : "Here nothing is lost (\(points) points). With so few slides that is luck: try "
                    + "another --seed."
    }

    private func showTable(
        _ known: HospitalScores, _ unknown: HospitalScores, _ step: StepWriter
    ) {
        func rows(_ scores: HospitalScores, _ word: String) -> [[String]] {
            scores.all.map { hospital in
                [
                    "\(hospital.center)", word, "\(hospital.scores.isTumor.count)",
                    NumberFormat.percent(1).text(hospital.scores.accuracy),
                    NumberFormat.decimals(3).text(hospital.curve.area),
                ]
            }
        }
        step.table(
            header: ["hospital", "", "patches", "accuracy", "AUC"],
            rows: rows(known, "known") + rows(unknown, "unknown"),
            alignment: [.right, .left, .right, .right, .right],
            caption: "Slides that the network has not seen.")
    }

    private func showCurves(
        _ known: HospitalScores, _ unknown: HospitalScores, _ step: StepWriter
    ) {
        func curve(_ hospital: HospitalScores.Hospital, _ word: String) -> Plot.Curve {
            Plot.Curve(
                "\(hospital.center), \(word)",
                x: hospital.curve.points.map(\.falsePositiveRate),
                y: hospital.curve.points.map(\.truePositiveRate))
        }
        step.plot(
            Plot(
                name: "roc", x: "normal patches called tumour", y: "tumour patches found",
                curves: known.all.map { curve($0, "known") }
                    + unknown.all.map { curve($0, "unknown") }
                    + [Plot.Curve("chance", x: [0, 1], y: [0, 1], style: .dashed)],
                caption: "ROC curves by hospital.",
                alternative:
                    "One curve for each hospital, above or below the diagonal of chance; the "
                    + "higher a curve lies, the better.",
                xRange: 0...1, yRange: 0...1))
    }

    private func showJitter(
        _ data: PatchData, known: HospitalScores, unknown: HospitalScores, _ step: StepWriter
    ) throws -> ConvolutionalNetwork {
        var (jittered, training) = (network(), PatchTraining())
        training.augmentation = PatchAugmentation()
        _ = try lesson.progress("Training with a stain that changes") { report in
            try training.fit(&jittered, to: data.training, seed: lesson.seed, report: report)
        }
        let jitteredKnown = try HospitalScores(jittered, data.known)
        let jitteredUnknown = try HospitalScores(jittered, data.unknown)
        step.words(
            """
            A first help, from Lesson 7: the same network, but every patch is stained a little \
            differently each time it is learnt from.
            """)
        step.number("jitterKnownArea", jitteredKnown.area, "AUC, known hospitals, changing stain")
        step.number(
            "jitterUnknownArea", jitteredUnknown.area, "AUC, unknown hospitals, changing stain")
        let gain = jitteredUnknown.area - unknown.area
        step.words(
            gain > 0.01
                ? "On the unknown hospitals \(NumberFormat.decimals(1).text(100 * gain)) points come "
                    + "back."
                : "This time it does not help: with a handful of slides such numbers are unsteady.")
        return jittered
    }
}

/// The scores of each hospital alone: a threshold that fits one need not fit another.
struct HospitalScores {
    struct Hospital {
        let center: Int
        let scores: PatchScores
        let curve: ROCCurve
    }

    let all: [Hospital]

    /// Asks a network about patches of several hospitals.
    ///
    /// - Throws: `EvaluationError` if a hospital has patches of one class only.
    init<Network: Layer>(
        _ network: Network, _ patches: [WidePatch]
    ) throws where Network.Scalar == Float {
        all = try Set(patches.map(\.center)).sorted().map { center in
            let scores = PatchScores(network, patches.filter { $0.center == center })
            return Hospital(center: center, scores: scores, curve: try scores.curve())
        }
    }

    /// The mean over the hospitals.
    var accuracy: Double { all.reduce(0) { $0 + $1.scores.accuracy } / Double(max(1, all.count)) }

    /// The mean over the hospitals.
    var area: Double { all.reduce(0) { $0 + $1.curve.area } / Double(max(1, all.count)) }
}
