/// What can keep the main job from being done.
enum StagingJobError: Error, CustomStringConvertible {
    case noPatients(folder: String)
    case tooFewPatients(folder: String, whole: [String], skipped: [String])
    case tooFewInTable(table: String, patients: [String])
    case damagedModel(path: String, reason: String)
    case noOutlines(patients: [String])
    case onlyMetastases(option: String, table: String)

    var description: String {
        switch self {
        case .noPatients(let folder):
            "\(folder) holds no patient with all five slides: put the slides of one there"
        case .tooFewPatients(let folder, let whole, let skipped):
            "\(folder) has one patient with all five slides (\(whole.joined(separator: ", "))), but "
                + "two are needed, one to learn from and one to examine"
                + (skipped.isEmpty
                    ? "" : ": complete the slides of \(skipped.joined(separator: ", "))")
        case .tooFewInTable(let table, let patients):
            "\(table) names one patient with sound slides (\(patients.joined(separator: ", "))), but "
                + "two are needed, one to learn from and one to examine: add slides of another"
        case .damagedModel(let path, let reason):
            "\(path) cannot be read: \(reason) Remove it, and a model is trained anew."
        case .noOutlines(let patients):
            "no slide of \(patients.joined(separator: ", ")) has outlines of tumour to learn "
                + "from: add lesion_annotations/*.xml of some positive slides, or name the files in the "
                + "column annotations of a table"
        case .onlyMetastases(let option, let table):
            "\(option) speaks of metastases, but the labels of \(table) are other classes: leave it out"
        }
    }
}
