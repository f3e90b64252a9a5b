/// What can be wrong with a request for patches.
public enum PatchError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Not even one patch fits onto the slide.
    case slideTooSmall(slide: String, size: PixelSize, patchSide: Double)

    /// There is no patch of this label to draw from.
    case nothingToSample(label: PatchLabel)

    /// The classifier gave another number of probabilities than it was given patches.
    case wrongPredictionCount(expected: Int, got: Int)

    /// Patients are both among those to learn from and among those to be examined on.
    case patientsOnBothSides(patients: [String])

    /// A setting or a number makes no sense; `value` is how it prints.
    case unusableSetting(name: String, value: String, allowed: String)

    /// A sentence that says what is wrong and what to do.
    public var description: String {
        switch self {
        case .slideTooSmall(let slide, let size, let side):
            "the slide \(slide) has \(size) pixels at level 0, too few for a single patch of "
                + "\(side.oneDecimal) level-0 pixels: choose smaller patches or another slide"
        case .nothingToSample(let label):
            "no slide has a patch with the label \(label.rawValue) to draw: check the annotations "
                + "and the least share of tissue"
        case .wrongPredictionCount(let expected, let got):
            "the classifier returned \(got) probabilities for \(expected) patches: it must return "
                + "one for each patch of the batch"
        case .unusableSetting(let name, let value, let allowed):
            "the \(name) cannot be \(value): choose \(allowed)"
        case .patientsOnBothSides(let patients):
            "the same patients are to be learnt from and examined: "
                + patients.prefix(5).joined(separator: ", ")
                + (patients.count > 5 ? " and \(patients.count - 5) more" : "")
                + ": share out whole patients, as PatientSplit does"
        }
    }
}
