/// What can be wrong with what attention is to look at.
public enum AttentionError: Error, Sendable, Equatable {
    /// A file of features lacks a tensor; `found` are the names that it has.
    case missingTensor(name: String, found: [String])

    /// A tensor of a bag has not the axes that it should have.
    case wrongShape(name: String, expected: String, found: [Int])

    /// A bag has other numbers of feature vectors and of places.
    case lengthsDisagree(features: Int, coordinates: Int)

    /// A bag has nothing in it.
    case noInstances

    /// A number of a bag is not-a-number or infinite; `instance` counts from 0.
    case unusableNumber(name: String, instance: Int, value: String)

    /// There is no tissue in a slide or picture, so that there is no place to look at; `slide` counts
    /// those of the batch from 0.
    case allBackground(slide: Int, places: Int)

    /// The attention over the places of a slide are no probabilities.
    case noProbabilities(slide: Int, reason: String)

    /// More places are to be drawn, each at most once, than have any attention.
    case tooFewPlaces(slide: Int, places: Int, draws: Int)

    /// What should be pictures of digits has another shape.
    case noDigits(shape: [Int])

    /// There are fewer or more labels than pictures.
    case labelsDisagree(pictures: Int, labels: [Int])

    /// A label is no digit; `index` counts the pictures from 0.
    case noDigit(index: Int, label: Double)
}

extension AttentionError: CustomStringConvertible {
    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .missingTensor(let name, let found):
            "The file has no tensor \(name), but \(found.isEmpty ? "none at all" : "\(found)"): say "
                + "which of them holds what, or extract the features again."
        case .wrongShape(let name, let expected, let found):
            "The \(name) should have the axes \(expected), but the shape is \(found): save one row "
                + "for each patch."
        case .lengthsDisagree(let features, let coordinates):
            "There are \(features) feature vectors but \(coordinates) places: the files are of "
                + "different slides, or one is cut off. Extract both again."
        case .noInstances:
            "The bag has no instances, so that there is nothing to pool: leave the slide out, or "
                + "look whether its tissue was found."
        case .unusableNumber(let name, let instance, let value):
            "The \(name) of instance \(instance) hold \(value), with which nothing can be computed: "
                + "extract them again."
        case .allBackground(let slide, let places):
            "None of the \(places) places of slide \(slide) shows tissue: leave the slide out, or "
                + "look at its tissue mask."
        case .noProbabilities(let slide, let reason):
            "The attention over slide \(slide) is no distribution: \(reason). Give a softmax of "
                + "finite scores."
        case .tooFewPlaces(let slide, let places, let draws):
            "\(draws) different places cannot be drawn where \(places) have any attention (slide "
                + "\(slide)): draw fewer, or draw with replacement."
        case .noDigits(let shape):
            """
            The pictures have the shape \(shape), not [count, 28, 28]: check that the file is the one \
            of the images, not of the labels.
            """
        case .labelsDisagree(let pictures, let labels):
            """
            Labels of shape \(labels) do not fit \(pictures) pictures: check that both files belong \
            together.
            """
        case .noDigit(let index, let label):
            """
            The label of picture \(index) is \(label), not a digit from 0 to 9: check that the file is \
            the one of the labels.
            """
        }
    }
}
