import DeepTeaching

/// The slides of a centre, half of them to learn from, half that no model sees before it is tested.
struct SlideSplit {
    let training: [Specimen]
    let test: [Specimen]

    /// Half of the slides of each type go to each part, in an order that the seed decides.
    init(_ specimens: [Specimen], seed: UInt64) {
        var training: [Specimen] = []
        var test: [Specimen] = []
        var generator = SeededGenerator(seed: seed, stream: "split of the slides")
        for type in MetastasisType.allCases {
            for specimen in generator.shuffled(specimens.filter { $0.type == type }) {
                // The part with fewer slides of this kind, positive or negative, comes first.
                let isPositive = specimen.isPositive
                let inTraining = training.count { $0.isPositive == isPositive }
                let inTest = test.count { $0.isPositive == isPositive }
                if inTraining <= inTest { training.append(specimen) } else { test.append(specimen) }
            }
        }
        self.training = training
        self.test = test
    }
}
