import CourseKit
import DeepTeaching

/// A test slide, and what it is called.
struct ClassFinding: Sendable {
    let slide: SlideRecord

    /// The class that the table names.
    let truth: Int

    let maps: ClassMaps

    /// Whether it is called by its class; a slide without tissue is called nothing, which is wrong.
    var isRight: Bool { maps.label == truth }
}

/// The maps of the test slides, and what they are called by.
extension ClassJob {
    func map(
        _ split: ClassedSlides.Split, with classifier: TissueClassifier.Fitted, _ lesson: Lesson
    ) throws -> [ClassFinding] {
        try lesson.step("classMaps") { step in
            let findings = try lesson.progress("Mapping slides") { report in
                let progress = ProgressCounter(total: split.test.count, report: report)
                let (slides, tissue) = (slides, tissue)
                return try parallelMap(split.test.count) { place in
                    defer { progress.countOne() }
                    let index = split.test[place]
                    let record = slides.slides[index]
                    let maps = try classifier.maps(
                        of: try record.open(), tissue: try tissue.mask(of: record))
                    return ClassFinding(slide: record, truth: slides.labels[index], maps: maps)
                }
            }
            // The first slide of each class, of four at most.
            let shown = slides.names.indices.prefix(4).compactMap { label in
                findings.first { $0.truth == label }
            }
            step.text(
                "shownClasses",
                shown.map { "\($0.slide.name) (\(slides.names[$0.truth]))" }
                    .joined(separator: ", "))
            step.figure("classMap", Image.grid(try shown.map(picture), columns: 1, spacing: 8))
            return findings
        }
    }

    /// The slide and the map of its own class.
    private func picture(of finding: ClassFinding) throws -> Image {
        try MapPicture(
            slide: try finding.slide.open(), map: finding.maps.maps[finding.truth],
            annotations: nil
        ).image
    }

    func answer(_ findings: [ClassFinding], _ lesson: Lesson) throws {
        try lesson.step("classSlides") { step in
            step.table("classFindings", rows: findings.map(row))
            step.table("confusion", rows: slides.names.indices.map { confusion($0, findings) })
            let uncalled = findings.count { $0.maps.label == nil }
            step.number("uncalled", uncalled)
            step.choose("calls", uncalled == 0 ? "all" : "some")
            let right = findings.count(where: \.isRight)
            step.number("classAccuracy", Double(right) / Double(findings.count), .percent(1))
            let most =
                slides.names.indices.map { label in
                    findings.count { $0.truth == label }
                }.max() ?? 0
            step.number("frequentShare", Double(most) / Double(findings.count), .percent(1))
            try showInterval(findings, in: step)
        }
    }

    /// The interval over patients. Where none is wrong, drawing them again tells nothing.
    private func showInterval(_ findings: [ClassFinding], in step: LessonStep) throws {
        let byPatient = Dictionary(grouping: findings, by: \.slide.patient)
        step.number("testPatients", byPatient.count)
        let right = findings.count(where: \.isRight)
        let interval: (lower: Double, upper: Double)?
        if byPatient.count < 2 {
            interval = nil
            step.choose("classInterval", "alone")
        } else if right == 0 || right == findings.count {
            let share = try Proportion(right == 0 ? 0 : byPatient.count, of: byPatient.count)
                .interval(.clopperPearson)
            interval = (share.lower, share.upper)
            step.choose("classInterval", "exact")
        } else {
            let drawn = try bootstrapInterval(
                groups: findings.map(\.slide.patient), seed: seed
            ) { items in
                Double(items.count { findings[$0].isRight }) / Double(items.count)
            }
            interval = (drawn.lower, drawn.upper)
            step.choose("classInterval", "drawn")
        }
        step.number("classLow", interval?.lower ?? .nan, .percent(1))
        step.number("classHigh", interval?.upper ?? .nan, .percent(1))
    }

    private func row(_ finding: ClassFinding) -> [String] {
        let called = finding.maps.label
        let mean = called.flatMap { finding.maps.means?[$0] }
        return [
            finding.slide.name, slides.patients[finding.slide.patient],
            slides.names[finding.truth], called.map { slides.names[$0] } ?? "–",
            mean.map { NumberFormat.decimals(3).text($0) } ?? "–",
        ]
    }

    /// A row of the confusion matrix, in words, since nobody knows how many columns it has.
    private func confusion(_ label: Int, _ findings: [ClassFinding]) -> [String] {
        let own = findings.filter { $0.truth == label }
        let calls = slides.names.enumerated().compactMap { other, name in
            let count = own.count { $0.maps.label == other }
            return count == 0 ? nil : "\(name) \(count)"
        }
        let uncalled = own.count { $0.maps.label == nil }
        let recall = Double(own.count(where: \.isRight)) / Double(max(1, own.count))
        return [
            slides.names[label], "\(own.count)",
            (calls + (uncalled == 0 ? [] : ["nothing \(uncalled)"])).joined(separator: ", "),
            NumberFormat.percent(0).text(recall),
        ]
    }
}
