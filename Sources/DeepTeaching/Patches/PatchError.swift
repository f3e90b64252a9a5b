/// What can be wrong with a request for patches.
public enum PatchError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Not even one patch fits onto the slide.
    case slideTooSmall(slide: String, size: PixelSize, patchSide: Double)

    /// Too few patients for the parts that were asked for.
    case tooFewPatients(count: Int, parts: Int)

    /// One patient is listed more than once.
    case repeatedPatient(String)

    /// There is no patch of this label to draw from.
    case nothingToSample(label: PatchLabel)

    /// The classifier gave another number of probabilities than it was given patches.
    case wrongPredictionCount(expected: Int, got: Int)

    /// A sentence that says what is wrong and what to do.
    public var description: String {
        switch self {
        case .slideTooSmall(let slide, let size, let side):
            "the slide \(slide) has \(size) pixels at level 0, too few for a single patch of "
                + "\(side.oneDecimal) level-0 pixels: choose smaller patches or another slide"
        case .tooFewPatients(let count, let parts):
            "\(count) patients cannot be shared out to \(parts) parts: each needs at least one"
        case .repeatedPatient(let patient):
            "the patient \(patient) is listed more than once: list each patient once, or the "
                + "same patient could come into two parts"
        case .nothingToSample(let label):
            "no slide has a patch with the label \(label.rawValue) to draw: check the annotations "
                + "and the least share of tissue"
        case .wrongPredictionCount(let expected, let got):
            "the classifier returned \(got) probabilities for \(expected) patches: it must return "
                + "one for each patch of the batch"
        }
    }
}
