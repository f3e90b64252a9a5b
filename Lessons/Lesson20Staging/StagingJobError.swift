/// What can keep the main job from being done.
enum StagingJobError: Error, CustomStringConvertible {
    case noPatients(folder: String)
    case tooFewPatients(count: Int)
    case noOutlines(patients: [String])

    var description: String {
        switch self {
        case .noPatients(let folder):
            "\(folder) holds no patient with all five slides: put the slides of one there"
        case .tooFewPatients(let count):
            "\(count) patients are too few: two are needed, one to learn from and one to examine"
        case .noOutlines(let patients):
            "no slide of \(patients.joined(separator: ", ")) has outlines of tumour to learn "
                + "from: add lesion_annotations/*.xml of some positive slides"
        }
    }
}
