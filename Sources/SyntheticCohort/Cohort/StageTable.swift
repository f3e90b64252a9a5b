import DeepTeaching

/// The text of `stage_labels.csv`, as the CAMELYON17 challenge writes it: each patient with the
/// stage, then the five slides with their types.
struct StageTable {
    let plan: CohortPlan

    /// Types by name of a slide that stand in the table instead of the true ones; the stage of the
    /// patient follows from them.
    var wrongLabels: [String: MetastasisType] = [:]

    /// The whole file.
    var text: String {
        var lines = ["patient,stage"]
        for patient in plan.patients {
            let types = patient.slides.map { wrongLabels[$0.name] ?? $0.type }
            lines.append("\(patient.name).zip,\(PNStage(nodes: types).rawValue)")
            for (slide, type) in zip(patient.slides, types) {
                lines.append("\(slide.name).tif,\(type.rawValue)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
