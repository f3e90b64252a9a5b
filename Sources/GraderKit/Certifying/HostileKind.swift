/// The ways in which an answer can go wrong beyond being wrong.
public enum HostileKind: String, CaseIterable, Sendable {
    case trap, outOfBounds, endlessLoop, endlessMemory, exit, deepRecursion, throwing, flood
    case notANumber, empty, wrongShape, constantOfSeedZero, echo, forgedOutput
    case forgedDescriptors, staysBehind, fillsDisk, contradictsItself

    /// How the grader must see it.
    public var expected: Status {
        switch self {
        case .trap, .outOfBounds, .deepRecursion, .endlessMemory, .fillsDisk: .crashed
        case .endlessLoop, .flood: .timedOut
        case .exit: .exitedEarly
        case .throwing, .notANumber, .empty, .wrongShape, .constantOfSeedZero, .echo: .wrong
        case .forgedOutput, .forgedDescriptors, .staysBehind, .contradictsItself: .wrong
        }
    }
}
