import Curriculum
import DeepTeaching
import Foundation

/// What grades an exercise is said through its call, which gives all closures their types.
extension Call {
    /// A check of this exercise.
    ///
    /// - Parameters:
    ///   - name: its name in Curriculum.
    ///   - statement: what must hold.
    ///   - question: what to ask first where it does not, if that is not the exercise's question.
    ///   - inputs: the inputs, all decided by the generator. They and what the solution returns
    ///     for them must differ from seed to seed, or a constant would pass.
    ///   - compare: the verdict on the observation (second) beside the solution's (first).
    public func check(
        _ name: String, _ statement: String, question: String? = nil,
        inputs: @escaping @Sendable (inout SeededGenerator) -> [(repeat each Input)],
        compare: @escaping @Sendable (_ expected: Output, _ got: Output) -> Verdict
    ) -> Check {
        makeCheck(name, statement, question, inputs) { _, expected, got in
            compare(
                try ValueCoding.decode(Output.self, from: expected),
                try ValueCoding.decode(Output.self, from: got))
        }
    }

    /// A check whose comparison looks at the inputs too, for example to see whether two labels tie.
    public func check(
        _ name: String, _ statement: String, question: String? = nil,
        inputs: @escaping @Sendable (inout SeededGenerator) -> [(repeat each Input)],
        comparing:
            @escaping @Sendable (
                _ expected: Output, _ got: Output, repeat each Input
            ) -> Verdict
    ) -> Check {
        makeCheck(name, statement, question, inputs) { inputs, expected, got in
            let values = try decode(inputs)
            return comparing(
                try ValueCoding.decode(Output.self, from: expected),
                try ValueCoding.decode(Output.self, from: got), repeat each values)
        }
    }

    private func makeCheck(
        _ name: String, _ statement: String, _ question: String?,
        _ inputs: @escaping @Sendable (inout SeededGenerator) -> [(repeat each Input)],
        compare:
            @escaping @Sendable (_ inputs: Data, _ expected: Data, _ got: Data) throws ->
            Verdict
    ) -> Check {
        Check(
            name: name, statement: statement, call: self.name, question: question, labels: labels,
            resultType: String(describing: Output.self),
            inputs: { seed in
                var generator = SeededGenerator(seed: seed, stream: "\(self.name) \(name)")
                var encoded: [Data] = []
                for values in inputs(&generator) {
                    encoded.append(try encode(repeat each values))
                }
                return encoded
            },
            compare: compare)
    }

    /// A wrong answer that learners give, with the check that must catch it and what helps.
    ///
    /// - Parameters:
    ///   - statement: what is misunderstood, in a sentence.
    ///   - check: the name of the check that catches it.
    ///   - hints: a question to think about; the concept; the place and a worked step.
    ///   - alias: another misconception that gives the same answers to all inputs, if there is one.
    ///   - isAmbiguous: whether another small mistake gives them too.
    ///   - mutant: the wrong answer, written out.
    public func misconception(
        _ statement: String, check: String, hints: Hints, alias: String? = nil,
        isAmbiguous: Bool = false,
        mutant: @escaping @Sendable (repeat each Input) throws -> Output
    ) -> Misconception {
        Misconception(
            statement, mutant: answer(statement, mutant), check: check, hints: hints, alias: alias,
            isAmbiguous: isAmbiguous)
    }
}

extension ExerciseGrader {
    /// A grader of the exercise that is called so.
    public init<Contract, Output, each Input>(
        _ call: Call<Contract, Output, repeat each Input>, checks: [Check],
        misconceptions: [Misconception], alternatives: [Answer], hints: Hints
    ) {
        self.init(
            call.name, checks: checks, misconceptions: misconceptions,
            alternatives: alternatives, hints: hints)
    }
}
