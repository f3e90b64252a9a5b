import CourseKit
import DeepTeaching
import LessonSlides

/// Step 7 and 8: a map of every slide, and what it says in numbers.
extension StagingJob {
    func mapStep(
        _ lesson: Lesson, _ split: CaseSplit, _ detectors: [TumorDetector], _ work: StagingWork
    ) throws -> ExaminedCases {
        try lesson.step("A confidence map for every slide") { step in
            step.question(
                "On a negative slide, how many of a thousand patches does the network take for "
                    + "tumour, on patients that it has never seen?", unit: "of 1000")
            let maps = try lesson.progress("Mapping slides") { report in
                let progress = Counter(
                    total: cases(of: split.training + split.test).count, report: report)
                return try examine(split, detectors, work, progress: progress)
            }
            try showPatchResults(of: maps.test, in: step)
            for type in MetastasisType.allCases.reversed() {
                guard let shown = maps.test.first(where: { $0.slideCase.type == type }) else {
                    continue
                }
                try show(shown, in: step)
            }
            return maps
        }
    }

    /// Training slides by the network that has not seen them, test slides by all networks.
    private func examine(
        _ split: CaseSplit, _ detectors: [TumorDetector], _ work: StagingWork, progress: Counter
    ) throws -> ExaminedCases {
        func examine(
            _ patients: [CamelyonPatient], with detector: TumorDetector, fold: Int? = nil
        ) throws -> [ExaminedCase] {
            let all = cases(of: patients)
            let examiner = SlideExaminer(detector: detector)
            return try parallelMap(all.count) { index in
                defer { progress.countOne() }
                let words = work.map(of: all[index], fold: fold)
                let map = try work.kept.map(of: all[index].name, decidedBy: words) {
                    try examiner.examine(try all[index].open()).map
                }
                return ExaminedCase(
                    slideCase: all[index], map: map, features: try examiner.features(of: map))
            }
        }
        let training = try split.folds.indices.flatMap { fold in
            try examine(split.folds[fold], with: detectors[fold], fold: fold)
        }
        return ExaminedCases(
            training: training,
            test: try examine(split.test, with: TumorDetector(combining: detectors)))
    }

    private func showPatchResults(of test: [ExaminedCase], in step: StepWriter) throws {
        var scores: [Double] = []
        var labels: [Bool] = []
        for examined in test {
            let map = examined.map
            let truth = map.truth(from: try examined.slideCase.annotations())
            for (index, isCovered) in map.covered.pixels.enumerated() where isCovered {
                // The rest of a positive slide is nobody's, as in training.
                guard truth.pixels[index] || examined.slideCase.type == .negative else { continue }
                scores.append(Double(map.probabilities.values[index]))
                labels.append(truth.pixels[index])
            }
        }
        let normal = zip(scores, labels).filter { !$1 }.map(\.0)
        let alarms =
            normal.isEmpty ? .nan : Double(normal.count { $0 > 0.5 }) / Double(normal.count)
        step.answer("\(fixed(1000 * alarms, 1)) of 1000 patches of negative test slides.")
        step.number("falsePatches", alarms, "normal patches taken for tumour", format: .percent(2))
        step.number(
            "patchAUC", (try? ROCCurve(scores: scores, labels: labels).area) ?? .nan,
            "area under the ROC curve over patches of test patients")
        step.words(
            """
            Most patches are judged right, yet that does not solve the problem: a slide has many \
            patches, and *one* false alarm can make a negative slide positive. From here on we \
            count slides.
            """)
    }

    private func show(_ examined: ExaminedCase, in step: StepWriter) throws {
        let shown = examined.slideCase
        let picture = MapPicture(
            slide: try shown.open(), map: examined.map,
            annotations: try shown.annotations())
        step.figure(
            try picture.image, name: "map-\(shown.type.rawValue)",
            caption: """
                \(shown.name) (\(shown.type.rawValue)): the slide, the network's map from dark \
                (normal) to bright (tumour), and the truth in green.
                """,
            alternative: "Three pictures side by side: slide, confidence map, outlined tumour.")
    }

    func featureStep(
        _ lesson: Lesson, _ maps: ExaminedCases
    ) throws -> FittedSlideClassifier {
        try lesson.step("From a map to a kind of metastasis") { step in
            step.words(
                """
                A threshold, then connected components, make *detections*: regions with a longest \
                diameter in millimetres, an area, a probability. Some twenty numbers describe each \
                slide, and a random forest learns from the training slides what they mean.
                """)
            let all = maps.training.map(\.features)
            showExamples(of: maps.training, in: step)
            let classifier = try SlideClassifierSettings().fit(
                slides: all, types: maps.training.map(\.slideCase.type), seed: seed)
            let outOfBag = zip(classifier.outOfBagPredictions, maps.training).filter {
                $0.0?.type == $0.1.slideCase.type
            }
            step.number(
                "outOfBagAccuracy", Double(outOfBag.count) / Double(max(1, all.count)),
                "training slides that trees judge right which did not learn from them",
                format: .percent(0))
            let importance = zip(
                classifier.featureNames, classifier.forest.impurityImportance
            ).sorted { $0.1 > $1.1 }
            step.table(
                header: ["feature", "importance"],
                rows: importance.prefix(8).map { [$0.0, fixed($0.1, 3)] },
                caption: "What the forest looks at most (share of the impurity it removes)")
            return classifier
        }
    }

    private func showExamples(of maps: [ExaminedCase], in step: StepWriter) {
        let examples = MetastasisType.allCases.compactMap { type in
            maps.first { $0.slideCase.type == type }
        }
        guard let names = examples.first?.features.names else { return }
        step.table(
            header: ["feature"] + examples.map(\.slideCase.type.rawValue),
            rows: names.indices.map { index in
                [names[index]]
                    + examples.map { fixed($0.features.values[index], 3) }
            }, caption: "The features of one training slide of each type")
    }
}
