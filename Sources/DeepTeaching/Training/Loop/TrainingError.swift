/// What can go wrong while a network learns.
public enum TrainingError: Error, Sendable, Equatable {
    /// A number became infinite or none at all; `place` says where it was seen first, `value` what it
    /// became.
    case notANumber(epoch: Int, step: Int, place: String, value: String)

    /// The loss was computed from none of the model's parameters, so no step can change it.
    case noGradient(epoch: Int, step: Int)

    /// An epoch has no batch, so nothing can be learnt from it.
    case noBatch(epoch: Int)

    /// The training was begun with other settings than it shall go on with.
    case otherSettings(path: String)

    /// The early stopping watches a measure that the validation does not give.
    case missingMeasure(name: String, measures: [String])
}

extension TrainingError: CustomStringConvertible {
    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .notANumber(let epoch, let step, let place, let value):
            """
            In step \(step) (epoch \(epoch)) \(place) became \(value). The model is that of the step \
            before. Lower the learning rate or clip the gradients, and check that no image holds a \
            value that is not a number.
            """
        case .noGradient(let epoch, let step):
            """
            In step \(step) (epoch \(epoch)) no gradient reaches any parameter: compute the loss from \
            the model that the closure receives, not from one that it has captured, and without \
            detaching it.
            """
        case .noBatch(let epoch):
            """
            Epoch \(epoch) has no batch: there may be fewer rows than a batch is large. Give more \
            rows, or make smaller batches.
            """
        case .otherSettings(let path):
            """
            The training in \(path) was begun with other settings: go on with the same ones, or \
            begin anew in another file.
            """
        case .missingMeasure(let name, let measures):
            """
            Early stopping watches the measure \(name), but the validation gives only \(measures): \
            return it, or watch another one.
            """
        }
    }
}
