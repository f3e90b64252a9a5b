/// Which misconceptions of an exercise small changes of the solution cannot be told from.
///
/// "It looks as if ..." accuses; it is said only where no other mistake gives the same answers.
struct Ambiguity {
    /// Misconceptions that are called ambiguous and are not, or the other way round.
    private(set) var findings: [Finding] = []

    /// - Parameters:
    ///   - lookalikes: for the number of a mutant the misconceptions, by index, whose answers it gives.
    ///   - mutants: those of the exercise that were compiled.
    ///   - same: those that are the mistake itself, not another one.
    init(
        _ exercise: ExerciseGrader, _ lookalikes: [Int: Set<Int>], _ mutants: [MechanicalMutant],
        same: inout ReviewedMutants
    ) {
        for (index, misconception) in exercise.misconceptions.enumerated() {
            let alike = mutants.filter { lookalikes[$0.number, default: []].contains(index) }
            let others = alike.filter { !same.contains($0) }
            let words = "\"\(misconception.statement)\""
            if misconception.isAmbiguous, others.isEmpty, misconception.alias == nil {
                findings.append(
                    Finding(
                        9, exercise.function,
                        "\(words) is called ambiguous, but no other mistake gives its answers"))
            }
            guard !misconception.isAmbiguous else { continue }
            findings += others.map { mutant in
                Finding(
                    9, mutant.exercise,
                    "\(mutant.words) gives the answers of \(words): is it the same mistake (list it), "
                        + "another one (isAmbiguous), or does an input tell them apart?")
            }
        }
    }
}
