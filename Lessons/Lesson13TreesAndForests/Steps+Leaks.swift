import CourseKit
import DeepTeaching

/// Step 8: two ways to flatter oneself.
extension ForestCourse {
    func showLeaks() throws {
        try lesson.step("leaks") { step in
            try showPatients(step)
            try showImputing(step)
        }
    }

    /// The same forest with patients apart and with patients in both parts.
    private func showPatients(_ step: LessonStep) throws {
        let stains = table.columns { $0 == .haematoxylin || $0 == .eosin }
        let honest = try (area(table, patientFolds), area(stains, patientFolds))
        let leaking = try (area(table, slideFolds), area(stains, slideFolds))
        step.number("honestStains", honest.1)
        step.number("wrongStains", leaking.1)
        step.number("honestAll", honest.0)
        step.number("wrongAll", leaking.0)
        let gain = leaking.1 - honest.1
        step.choose("leak", gain > 0.02 ? "flatters" : "same")
        step.choose("leakAll", leaking.0 - honest.0 > 0.005 ? "flatters" : "same")
    }

    private func patientFolds(seed: UInt64) throws -> CrossValidation {
        try folds(table, seed: seed)
    }

    private func slideFolds(seed: UInt64) throws -> CrossValidation {
        try CrossValidation(SampleSplit.folds(of: table.labels, count: 5, seed: seed))
    }

    /// How often a slide with tumour gets the higher probability of tumour: mean of three.
    private func area(
        _ table: SlideTable, _ validation: (UInt64) throws -> CrossValidation
    ) throws -> Double {
        try seeds.map { seed in
            let result = try validation(seed).evaluate(
                RandomForest(trees: 100), table.tensor, labels: table.labels, seed: seed)
            return try ROCCurve(
                scores: table.labels.indices.map { 1 - result.probabilities[$0, 0] },
                labels: table.labels.map { $0 > 0 }
            ).area
        }.mean
    }

    /// Three quarters of the slides lack the area of their tissue.
    private func showImputing(_ step: LessonStep) throws {
        var generator = SeededGenerator(seed: lesson.seed, stream: "missing")
        let column = SlideTable.Feature.tissue.rawValue
        var holes = table
        for slide in table.labels.indices where generator.uniform() < 0.75 {
            holes.rows[slide][column] = .nan
        }
        let known = holes.labels.indices.filter { !holes.rows[$0][column].isNaN }
        // The wrong way: what is filled in tells the type.
        let means = SlideTable.typeNames.indices.map { type -> Double in
            let members = known.filter { table.labels[$0] == type }
            return (members.isEmpty ? known : members).map { table.rows[$0][column] }.mean
        }
        var filled = holes
        for slide in holes.labels.indices where holes.rows[slide][column].isNaN {
            filled.rows[slide][column] = means[holes.labels[slide]]
        }
        step.number("missing", table.count - known.count)
        let alone = try imputed(
            holes.columns { $0 == .tissue }, filled.columns { $0 == .tissue })
        step.number("honestTissue", alone.honest, .percent(1))
        step.number("wrongTissue", alone.wrong, .percent(1))
        step.number("realTissue", alone.real, .percent(1))
        let always = Double(table.labels.count { $0 == 0 }) / Double(table.count)
        step.number("always", always, .percent(1))
        step.choose("tissueAlone", alone.honest < always ? "below" : "above")
        let isFar = alone.real < min(alone.honest, always) - 0.1
        step.choose("withoutLabel", isFar ? "far" : "near")
        let all = try imputed(holes, filled)
        step.number("honestImputing", all.honest, .percent(1))
        step.number("wrongImputing", all.wrong, .percent(1))
        step.number("realImputing", all.real, .percent(1))
        step.choose("imputing", alone.wrong > alone.honest + 0.05 ? "flatters" : "same")
        step.choose("imputingAll", all.wrong > all.honest + 0.005 ? "flatters" : "same")
    }

    /// The shares of right answers of forests, means over folds of patients: gaps filled with the mean
    /// of the training slides; filled by the label; and the latter forests on slides without a label.
    private func imputed(
        _ holes: SlideTable, _ filled: SlideTable
    ) throws -> (honest: Double, wrong: Double, real: Double) {
        let validation = try folds(table, seed: lesson.seed)
        // listing: ForestCourse.imputing
        let pipeline = Imputer(.mean).then(RandomForest(trees: 100))
        let honest = try validation.evaluate(
            pipeline, holes.tensor, labels: holes.labels, seed: lesson.seed)
        // end listing
        let wrong = try validation.evaluate(
            RandomForest(trees: 100), filled.tensor, labels: filled.labels, seed: lesson.seed)
        let real = try validation.folds.map { fold in
            let forest = try filled.slides(at: fold.training).fit(
                RandomForest(trees: 100), seed: lesson.seed)
            let imputer = try Imputer(.mean).fit(holes.slides(at: fold.training).tensor)
            let test = holes.slides(at: fold.test)
            return try forest.accuracy(for: imputer.transformed(test.tensor), labels: test.labels)
        }
        return (honest.meanScore, wrong.meanScore, real.mean)
    }
}
