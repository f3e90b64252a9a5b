/// What can be wrong with a CAMELYON folder, slide features, a slide classifier or a patient.
public enum StagingError: Error, Sendable, Equatable {
    /// A line of a file, counted from 1.
    public struct Location: Sendable, Equatable {
        /// The path of the file.
        public let file: String

        /// The number of the line, the header being 1.
        public let line: Int

        /// A line of a file.
        public init(file: String, line: Int) {
            self.file = file
            self.line = line
        }
    }

    // Labels

    /// A text is no metastasis type.
    case unknownType(String, location: Location?)

    /// A text is no pN stage.
    case unknownStage(String, location: Location?)

    // The folder

    /// There is no folder at this path.
    case noFolder(path: String)

    /// A folder may not be looked into.
    case unreadableFolder(path: String)

    /// The folder holds no slide with a CAMELYON17 name.
    case noSlides(path: String)

    /// The folder holds CAMELYON16 slides, which have no patients and stages.
    case camelyon16(path: String)

    /// Two files are the same slide, annotation or mask, or both are a table of stages.
    case twoFiles(first: String, second: String)

    /// There is no `stage_labels.csv` or `stages.csv`.
    case noStageTable(path: String)

    /// A slide that the table names has no file.
    case noSlideFile(slide: String, location: Location)

    // The table of stages

    /// The file cannot be read as text with commas.
    case unreadableTable(file: String, reason: String)

    /// The first line is another than `patient,stage`.
    case wrongHeader(found: String, file: String)

    /// The first column names neither a patient nor a slide.
    case unknownName(String, location: Location)

    /// A name stands in two lines.
    case duplicateRow(name: String, location: Location, firstLine: Int)

    /// A patient has slides, but no row with a stage.
    case noPatientRow(patient: String, location: Location)

    /// A patient does not have the slides of nodes 0 to 4.
    case wrongNodes(patient: String, found: [Int], location: Location)

    /// A patient's stage is not the one that follows from the nodes.
    case contradictoryStage(patient: String, stage: PNStage, fromNodes: PNStage, location: Location)

    // The table of one's own slides

    /// A line of a `SlideTable` is wrong.
    case slideTable(SlideTableProblem, location: Location)

    // Classes of one's own

    /// A class has slides of one patient only, or of none, so it cannot be both learnt and examined.
    case classOfOnePatient(name: String, patient: String?)

    /// Patients have slides of so many classes that no draw gives both parts slides of each.
    case noSplit(classes: [String])

    /// No slide of a class has a patch with enough tissue to learn from.
    case classWithoutTissue(name: String)

    /// There are fewer patches than one step of the training takes.
    case tooFewPatches(found: Int, needed: Int)

    // Features and classifier

    /// A measurement of a detection is not a number, or negative.
    case unusableDetection(measure: String, value: String)

    /// The value of a slide feature is not finite.
    case unusableFeature(SlideFeature, value: String)

    /// There is no slide to learn from.
    case noTrainingSlides

    /// There are more or fewer types than slides.
    case typeCount(types: Int, slides: Int)

    /// Slides have other features than the first, or than those that the classifier learnt from.
    case otherFeatures(found: [SlideFeature], expected: [SlideFeature])

    /// A file is no classifier, or a damaged one.
    case unreadableClassifier(path: String, reason: String)

    /// A file cannot be written.
    case unwritable(path: String, reason: String)

    // Patients

    /// A patient cannot be staged, because some nodes have no slide that was read.
    case missingNodes(patient: String, nodes: [Int])
}
