import DeepTeaching

extension PNStage {
    /// A stage, with the frequencies of the 100 training patients of CAMELYON17.
    ///
    /// Source: Bandi et al., From detection of individual metastases to classification of lymph
    /// node status at the patient level: the CAMELYON17 challenge, IEEE TMI, 2019.
    static func draw(using generator: inout SeededGenerator) -> PNStage {
        switch generator.index(below: 100) {
        case 0..<25: .pN0
        case 25..<36: .pN0ITC
        case 36..<57: .pN1mi
        case 57..<87: .pN1
        default: .pN2
        }
    }

    /// The types of five nodes that together make this stage, in random order.
    func drawNodeTypes(using generator: inout SeededGenerator) -> [MetastasisType] {
        var types: [MetastasisType] =
            switch self {
            case .pN0: []
            case .pN0ITC: Self.repeated(.itc, generator.chance(0.35) ? 2 : 1)
            case .pN1mi: Self.repeated(.micro, generator.chance(0.3) ? 2 : 1)
            case .pN1: [.macro] + Self.drawPositives(generator.index(below: 3), using: &generator)
            case .pN2:
                [.macro] + Self.drawPositives(3 + generator.index(below: 2), using: &generator)
            }
        if self != .pN0 && self != .pN0ITC && types.count < 5 && generator.chance(0.25) {
            types.append(.itc)
        }
        types += Self.repeated(.negative, 5 - types.count)
        return generator.shuffled(types)
    }

    private static func repeated(_ type: MetastasisType, _ count: Int) -> [MetastasisType] {
        [MetastasisType](repeating: type, count: count)
    }

    private static func drawPositives(
        _ count: Int, using generator: inout SeededGenerator
    ) -> [MetastasisType] {
        (0..<count).map { _ in generator.chance(0.6) ? .macro : .micro }
    }
}
