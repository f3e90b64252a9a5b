import DeepTeaching

/// The text of `stage_labels.csv`, as the CAMELYON17 challenge writes it: each patient with the
/// stage, then the five slides with their types.
struct StageTable {
    let plan: CohortPlan

    /// The whole file.
    var text: String {
        var lines = ["patient,stage"]
        for patient in plan.patients {
            lines.append("\(patient.name).zip,\(patient.stage.rawValue)")
            for slide in patient.slides {
                lines.append("\(slide.name).tif,\(slide.type.rawValue)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
