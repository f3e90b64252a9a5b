import DeepTeaching

/// A clerk's slips: one or two slides of a dirty cohort stand in the table of labels with a type
/// that they do not have.
enum WrongLabels {
    /// The wrong types by the name of the slide.
    ///
    /// - Parameters:
    ///   - entries: the slides that have a label.
    ///   - types: what a slide may be labelled.
    static func draw(
        among entries: [SlideEntry], types: [MetastasisType], seed: UInt64
    ) -> [String: MetastasisType] {
        var generator = SeededGenerator(seed: seed, stream: "wrong labels")
        let count = generator.chance(0.5) ? 2 : 1
        let chosen = generator.shuffled(entries).prefix(count)
        return Dictionary(
            uniqueKeysWithValues: chosen.map { entry in
                let others = types.filter { $0 != entry.slide.type }
                return (entry.name, others[generator.index(below: others.count)])
            })
    }
}
