import ArgumentParser

/// A part of the measuring that can be asked for alone.
enum Part: String, ExpressibleByArgument, CaseIterable {
    /// How hard the cohort is to learn: the four parts below.
    case learning

    /// Logistic regressions on colours.
    case colors

    /// Networks on unseen slides of their own centre.
    case within

    /// Networks that learnt from all centres but one.
    case leaveOneOut = "leave-one-out"

    /// Networks that learnt from two centres.
    case pairs

    /// How true the slides are to their plans: the five parts below.
    case truth

    /// Stains that are recovered from the pictures.
    case stains

    /// Beer and Lambert's law.
    case pictures

    /// The number of cells.
    case cells

    /// Lesions, labels, stages and tiles.
    case lesions

    /// Files against what was painted.
    case files

    /// All names, for help.
    static let names = allCases.map(\.rawValue).joined(separator: ", ")

    /// The parts of learning.
    static let ofLearning: [Part] = [.colors, .within, .leaveOneOut, .pairs]

    /// The parts of truth.
    static let ofTruth: [Part] = [.stains, .pictures, .cells, .lesions, .files]

    /// The single parts that a list of wishes stands for, in a fixed order; all if it is empty.
    static func wanted(_ wishes: [Part]) -> [Part] {
        (ofTruth + ofLearning).filter { part in
            wishes.isEmpty || wishes.contains(part)
                || wishes.contains(.learning) && ofLearning.contains(part)
                || wishes.contains(.truth) && ofTruth.contains(part)
        }
    }
}
