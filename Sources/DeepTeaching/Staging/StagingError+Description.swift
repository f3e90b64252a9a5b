import Foundation

extension StagingError: CustomStringConvertible, LocalizedError {
    /// A sentence that says what is wrong, where, and what to do.
    public var description: String {
        // One long list, so that the compiler asks for the sentence of a new case.
        switch self {
        case .unknownType(let text, let location):
            "\(Self.start(location))\"\(text)\" is no metastasis type: write "
                + "\(Self.list(MetastasisType.allCases.map(\.rawValue)))."
        case .unknownStage(let text, let location):
            "\(Self.start(location))\"\(text)\" is no pN stage: write "
                + "\(Self.list(PNStage.allCases.map(\.rawValue)))."
        case .noFolder(let path):
            "There is no folder \(path): give the folder that holds training/ or images/."
        case .unreadableFolder(let path):
            "The folder \(path) cannot be looked into: give yourself the right to read and enter it, "
                + "or move it elsewhere."
        case .noSlides(let path):
            "The folder \(path) holds no slide named like patient_000_node_0.tif: give the folder "
                + "that holds training/ or images/, and check that the download is complete."
        case .camelyon16(let path):
            "The folder \(path) holds CAMELYON16 slides (normal_001.tif, tumor_001.tif), which "
                + "cannot be read yet: they have no patients and stages. Give a CAMELYON17 folder."
        case .twoFiles(let first, let second):
            "\(first) and \(second) are the same slide, annotation, mask or table: keep one."
        case .noStageTable(let path):
            "The folder \(path) holds no stage_labels.csv and no stages.csv: put the table of "
                + "stages beside the slides."
        case .noSlideFile(let slide, let location):
            "\(Self.start(location))the slide \(slide) has no file: download it, or open the folder "
                + "with skippingIncompletePatients."
        case .unreadableTable(let file, let reason):
            "\(file) cannot be read: \(reason). Save it as CSV in UTF-8."
        case .wrongHeader(let found, let file):
            "\(file), line 1: the header is \"\(found)\": it must be \"patient,stage\"."
        case .unknownName(let name, let location):
            "\(Self.start(location))\"\(name)\" is neither a patient like patient_000.zip nor a slide "
                + "like patient_000_node_0.tif: correct the name."
        case .duplicateRow(let name, let location, let firstLine):
            "\(Self.start(location))\(name) stands in line \(firstLine) already: remove one of the two."
        case .noPatientRow(let patient, let location):
            "\(Self.start(location))\(patient) has slides, but no row with its stage: add "
                + "\"\(patient).zip,\" and the stage."
        case .wrongNodes(let patient, let found, let location):
            "\(Self.start(location))\(patient) has rows for the nodes \(found): add the missing ones, "
                + "so that it has the nodes 0 to 4."
        case .contradictoryStage(let patient, let stage, let fromNodes, let location):
            "\(Self.start(location))\(patient) has stage \(stage.rawValue), but its nodes make "
                + "\(fromNodes.rawValue): correct the stage or a node's type."
        case .slideTable(let problem, let location):
            "\(Self.start(location))\(problem.description)"
        case .classOfOnePatient(let name, let patient):
            "The class \"\(name)\" has sound slides of "
                + (patient.map { "one patient only (\($0))" } ?? "no patient")
                + ", but two are needed, one to learn from and one to examine: add slides of another, or "
                + "leave the class out."
        case .noSplit(let classes):
            "Patients cannot be shared out so that slides of each class (\(Self.list(classes))) are "
                + "both learnt and examined: add patients with the rarest class."
        case .classWithoutTissue(let name):
            "No slide of the class \"\(name)\" holds a patch with enough tissue: look at its slides, "
                + "and at their resolution."
        case .tooFewPatches(let found, let needed):
            "The slides hold \(found) patches with enough tissue, but one step of the training takes "
                + "\(needed): add slides."
        case .unusableDetection(let measure, let value):
            "The \(measure) of a detection is \(value): it must be a number of 0 or more."
        case .unusableFeature(let feature, let value):
            "The feature \"\(feature)\" is \(value): it must be a finite number."
        case .noTrainingSlides:
            "There are no slides to learn from: give the features of at least one."
        case .typeCount(let types, let slides):
            "There are \(types) metastasis types for \(slides) slides: give one a slide."
        case .otherFeatures(let found, let expected):
            "A slide has the features \(found.map(\.description)), but "
                + "\(expected.map(\.description)) are expected: compute them at the "
                + "same thresholds."
        case .unreadableClassifier(let path, let reason):
            "\(path) is no slide classifier: \(reason). Train it anew."
        case .unwritable(let path, let reason):
            "\(path) cannot be written: \(reason)."
        case .missingNodes(let patient, let nodes):
            "\(patient) cannot be staged, because nothing is known of "
                + "\(nodes.count == 1 ? "node" : "the nodes") "
                + "\(nodes.map(String.init).joined(separator: ", ")): read their slides first. A "
                + "missing node is not a negative one."
        }
    }

    /// The same sentence, for callers that know only `Error`.
    public var errorDescription: String? { description }

    /// "stages.csv, line 3: ", or nothing.
    private static func start(_ location: Location?) -> String {
        location.map { "\($0.file), line \($0.line): " } ?? ""
    }

    /// "a, b or c".
    private static func list(_ names: [String]) -> String {
        names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
    }
}
