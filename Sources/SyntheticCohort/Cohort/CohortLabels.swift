import DeepTeaching
import Foundation

/// All that a cohort's folder holds beside the slides: the table of labels, the outlines, and the
/// truth.
struct CohortLabels {
    let plan: CohortPlan
    let options: CohortOptions

    /// Writes what is missing.
    func write(to folder: CohortFolder) throws {
        let entries = options.layout.entries(of: plan)
        let wrongLabels =
            options.isDirty
            ? WrongLabels.draw(
                among: options.layout.labeled(entries), types: options.layout.labels,
                seed: plan.seed) : [:]
        let table = options.layout.labelTable(of: plan, wrongLabels: wrongLabels)
        try folder.write(Data(table.text.utf8), to: table.path)
        guard !folder.has("truth.json") else { return }
        // Plans hold every tumour cell: none is kept longer than it is needed.
        let found = parallelMap(entries.count) { index in
            let slidePlan = plan.slidePlan(entries[index].slide)
            return (outlines: outlines(on: slidePlan), truth: CohortTruth([slidePlan]).slides)
        }
        for (entry, (outlines, _)) in zip(entries, found) where !outlines.isEmpty {
            try AnnotationFile(annotations: outlines).write(
                to: folder.url.appendingPathComponent(entry.annotationPath))
        }
        // Written last: where it is, all outlines are.
        var truth = CohortTruth([])
        truth.slides = found.flatMap(\.truth)
        for (index, entry) in entries.enumerated() { truth.slides[index].name = entry.name }
        try folder.write(try CohortFolder.encoder.encode(truth), to: "truth.json")
    }

    private func outlines(on slidePlan: SlidePlan) -> [Annotation] {
        options.isRealistic
            ? DrawnOutlines.draw(on: slidePlan, seed: plan.seed) : slidePlan.annotations
    }
}
