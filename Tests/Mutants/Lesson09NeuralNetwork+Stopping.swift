import Curriculum
import Solutions

extension NeuralNetworkMutants {
    /// Watches the loss on the patches that are learnt from.
    public enum TrainingLossWatched: NeuralNetworkMutant {
        /// The answer.
        public static func earlyStopping(
            trainingLosses: [Double], validationLosses: [Double], patience: Int
        ) throws -> TrainingEnd {
            try NeuralNetworkSolution.earlyStopping(
                trainingLosses: trainingLosses, validationLosses: trainingLosses,
                patience: patience)
        }
    }

    /// Keeps the network of the last epoch.
    public enum LastIsKept: NeuralNetworkMutant {
        /// The answer.
        public static func earlyStopping(
            trainingLosses: [Double], validationLosses: [Double], patience: Int
        ) throws -> TrainingEnd {
            var end = try NeuralNetworkSolution.earlyStopping(
                trainingLosses: trainingLosses, validationLosses: validationLosses,
                patience: patience)
            end.bestEpoch = end.lastEpoch
            return end
        }
    }

    /// Waits one epoch too long.
    public enum OneEpochTooMany: NeuralNetworkMutant {
        /// The answer.
        public static func earlyStopping(
            trainingLosses: [Double], validationLosses: [Double], patience: Int
        ) throws -> TrainingEnd {
            try NeuralNetworkSolution.earlyStopping(
                trainingLosses: trainingLosses, validationLosses: validationLosses,
                patience: patience + 1)
        }
    }

    /// Ends with the first epoch that is not better.
    public enum NoPatience: NeuralNetworkMutant {
        /// The answer.
        public static func earlyStopping(
            trainingLosses: [Double], validationLosses: [Double], patience: Int
        ) throws -> TrainingEnd {
            try NeuralNetworkSolution.earlyStopping(
                trainingLosses: trainingLosses, validationLosses: validationLosses, patience: 1)
        }
    }

    /// Counts all epochs without an improvement, not those in a row.
    public enum CountNotReset: NeuralNetworkMutant {
        /// The answer.
        public static func earlyStopping(
            trainingLosses: [Double], validationLosses: [Double], patience: Int
        ) throws -> TrainingEnd {
            stopped(validationLosses, patience, resets: false) { $0 < $1 }
        }
    }

    /// An epoch that is as good as the best counts as better.
    public enum EqualIsBetter: NeuralNetworkMutant {
        /// The answer.
        public static func earlyStopping(
            trainingLosses: [Double], validationLosses: [Double], patience: Int
        ) throws -> TrainingEnd {
            stopped(validationLosses, patience) { $0 <= $1 }
        }
    }

    /// What is not a number counts as better.
    public enum NotANumberIsBetter: NeuralNetworkMutant {
        /// The answer.
        public static func earlyStopping(
            trainingLosses: [Double], validationLosses: [Double], patience: Int
        ) throws -> TrainingEnd {
            stopped(validationLosses, patience) { !($0 >= $1) }
        }
    }

    /// The best of all epochs, also of those that are never trained.
    public enum BestOfAllEpochs: NeuralNetworkMutant {
        /// The answer.
        public static func earlyStopping(
            trainingLosses: [Double], validationLosses: [Double], patience: Int
        ) throws -> TrainingEnd {
            var end = try NeuralNetworkSolution.earlyStopping(
                trainingLosses: trainingLosses, validationLosses: validationLosses,
                patience: patience)
            end.bestEpoch = stopped(validationLosses, .max) { $0 < $1 }.bestEpoch
            return end
        }
    }

    /// Compared with the epoch before, not with the best.
    public enum ComparedWithTheEpochBefore: NeuralNetworkMutant {
        /// The answer.
        public static func earlyStopping(
            trainingLosses: [Double], validationLosses: [Double], patience: Int
        ) throws -> TrainingEnd {
            var (before, best, waited) = (Double.infinity, 0, 0)
            for (epoch, loss) in validationLosses.enumerated() {
                let isBetter = loss < before
                if isBetter { best = epoch }
                waited = isBetter ? 0 : waited + 1
                if waited == patience { return TrainingEnd(lastEpoch: epoch, bestEpoch: best) }
                before = loss
            }
            return TrainingEnd(lastEpoch: validationLosses.count - 1, bestEpoch: best)
        }
    }
}

extension NeuralNetworkAlternatives {
    /// The end is where the best epoch lies `patience` epochs back.
    public enum DistanceToTheBest: NeuralNetworkMutant {
        /// The answer.
        public static func earlyStopping(
            trainingLosses: [Double], validationLosses: [Double], patience: Int
        ) throws -> TrainingEnd {
            var best: Int?
            for epoch in validationLosses.indices {
                let smallest = best.map { validationLosses[$0] } ?? .infinity
                if validationLosses[epoch] < smallest { best = epoch }
                if epoch - (best ?? -1) == patience {
                    return TrainingEnd(lastEpoch: epoch, bestEpoch: best ?? 0)
                }
            }
            return TrainingEnd(lastEpoch: validationLosses.count - 1, bestEpoch: best ?? 0)
        }
    }
}

/// The rule with another comparison of a loss with the best, and with or without starting to count
/// again.
private func stopped(
    _ losses: [Double], _ patience: Int, resets: Bool = true,
    isBetter: (_ loss: Double, _ best: Double) -> Bool
) -> TrainingEnd {
    var (best, bestEpoch, waited) = (Double.infinity, 0, 0)
    for (epoch, loss) in losses.enumerated() {
        if isBetter(loss, best) {
            (best, bestEpoch) = (loss, epoch)
            if resets { waited = 0 }
        } else {
            waited += 1
        }
        if waited == patience { return TrainingEnd(lastEpoch: epoch, bestEpoch: bestEpoch) }
    }
    return TrainingEnd(lastEpoch: losses.count - 1, bestEpoch: bestEpoch)
}
