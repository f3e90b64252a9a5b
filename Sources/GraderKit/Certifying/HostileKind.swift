/// The ways in which an answer can go wrong beyond being wrong.
public enum HostileKind: String, CaseIterable, Sendable {
    case trap, outOfBounds, endlessLoop, endlessMemory, exit, deepRecursion, throwing, flood
    case notANumber, empty, wrongShape, constantOfSeedZero, echo, forgedOutput
    case forgedDescriptors, staysBehind, fillsDisk, contradictsItself

    /// Whether no result ever comes of it, so that it does the same whatever type that would have.
    public var givesNoResult: Bool {
        switch self {
        case .trap, .outOfBounds, .endlessLoop, .endlessMemory, .exit, .deepRecursion: true
        case .throwing, .flood, .fillsDisk: true
        case .notANumber, .empty, .wrongShape, .constantOfSeedZero, .echo: false
        case .forgedOutput, .forgedDescriptors, .staysBehind, .contradictsItself: false
        }
    }

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
