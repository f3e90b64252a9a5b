import CourseKit
import DeepTeaching

/// What happens to the colours of patches before and while a network learns.
enum Preparation: CaseIterable {
    case none, jitter, stainJitter, reinhard, macenko, both

    /// What a table says.
    var words: String {
        switch self {
        case .none: "as they are"
        case .jitter: "jitter"
        case .stainJitter: "stain jitter"
        case .reinhard: "Reinhard"
        case .macenko: "Macenko"
        case .both: "Macenko, jitter"
        }
    }

    /// What an axis says.
    var short: String {
        switch self {
        case .none: "as is"
        case .jitter: "jitter"
        case .stainJitter: "stains"
        case .reinhard: "Reinhard"
        case .macenko: "Macenko"
        case .both: "both"
        }
    }

    /// The two ways to train from which the known hospitals choose: of those who change colours by chance
    /// two strengths, of the others two learning rates.
    var settings: [TrainingSetting] {
        switch self {
        case .jitter, .both: [TrainingSetting(strength: 0.5), TrainingSetting(strength: 1)]
        case .stainJitter:
            [
                TrainingSetting(strength: 0.5, changesStains: true),
                TrainingSetting(strength: 1, changesStains: true),
            ]
        case .none, .reinhard, .macenko:
            [TrainingSetting(rate: 0.003), TrainingSetting(rate: 0.008)]
        }
    }
}

/// How a network learns.
struct TrainingSetting {
    var rate = 0.008

    /// How much colours are changed by chance: 1 is ``Augmentation/otherHospitals``.
    var strength = 0.0

    /// Whether the amounts of the two stains are changed, not the densities of the three colours.
    var changesStains = false

    var training: PatchTraining {
        var training = PatchTraining()
        training.learningRate = rate
        training.augmentation = [
            .dihedral,
            changesStains
                ? .stainJitter(0.45 * strength, offset: 0.1 * strength)
                : .densityJitter(
                    stain: 0.45 * strength, color: 0.4 * strength, light: 0.05 * strength),
        ]
        return training
    }

    /// What a table says.
    var words: String {
        strength > 0
            ? "strength " + NumberFormat.tenths.text(strength)
            : "rate " + NumberFormat.decimals(3).text(rate)
    }
}
