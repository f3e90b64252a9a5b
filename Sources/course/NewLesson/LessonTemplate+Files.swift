extension LessonTemplate {
    /// The texts of the files, except solution and stub, which is made from the solution.
    static let files: [(path: String, text: String)] = [
        ("Sources/Curriculum/Lessons/NAME.swift", curriculum),
        ("Tests/Graders/NAME.swift", graders),
        ("Tests/ExerciseTests/NAMETests.swift", tests),
        ("Lessons/NAME/Lesson.md", text),
        ("Lessons/NAME/NAME.swift", lesson),
        ("Lessons/NAME/README.md", "# Lesson NN: TOPIC\n"),
    ]

    private static let curriculum = """
        /// The functions to write in Lesson NN.
        public protocol TOPICContract: Sendable {
            /// The sum of the values.
            static func total(values: [Double]) throws -> Double
        }

        /// The calls of Lesson NN's exercises.
        public enum TOPICCalls {
            /// The sum.
            public static let total = Call("total(values:)") {
                (contract: any TOPICContract.Type, values: [Double]) in
                try contract.total(values: values)
            }
        }

        extension LessonOutline {
            /// Lesson NN.
            public static let GRADER = LessonOutline(
                name: "NAME",
                question: "Which question does this lesson answer?",
                exercises: [
                    Exercise(
                        "total", title: "Add the numbers",
                        checks: ["sum": 100],
                        step: "The first step",
                        documentation: "")
                ])
        }

        /// The contract of Lesson NN with the calls of its exercises.
        public let GRADERContract = LessonContract<any TOPICContract.Type>(
            .GRADER, calls: [TOPICCalls.total.listed])

        """

    static let solution = """
        import Curriculum
        import DeepTeaching

        /// Lesson NN, TOPIC: what it is about, in a sentence.
        public enum TOPICSolution: TOPICContract {
            /// The sum of the values.
            ///
            ///     total = sum over i of values[i]
            ///
            /// Example: [1, 2, 3] gives 6.
            ///
            /// Hint: what do you begin with?
            public static func total(values: [Double]) throws -> Double {
                // BEGIN SOLUTION
                values.reduce(0, +)
                // END SOLUTION
            }
        }

        """

    private static let graders = """
        import Curriculum
        import DeepTeaching
        import GraderKit
        import Solutions

        extension LessonGrader {
            /// Grades Lesson NN.
            public static let GRADER = LessonGrader(
                GRADERContract, solution: TOPICSolution.self, exercises: [totalGrader])
        }

        private let call = TOPICCalls.total

        private let totalGrader = ExerciseGrader(
            call,
            checks: [
                call.check(
                    "sum", "all numbers are added",
                    inputs: { generator in [(0..<8).map { _ in generator.uniform(1, 2) }] },
                    compare: Comparison.within(1e-9))
            ],
            misconceptions: [
                call.misconception(
                    "you leave out the first number", check: "sum",
                    hints: Hints(question: "", concept: "", step: "")
                ) { values in values.dropFirst().reduce(0, +) }
            ],
            alternatives: [
                call.answer("from the end") { values in values.reversed().reduce(0, +) }
            ],
            hints: Hints(question: "", concept: "", step: ""))

        """

    private static let tests = """
        import Graders
        import XCTest

        final class NAMETests: XCTestCase {
            func testTotal() throws { try grade("total", in: .GRADER) }
        }

        """

    private static let text = """
        # TOPIC

        *Which question does this lesson answer?*

        Next: to come

        ## The first step <!-- first -->

        To be written.

        - The sum of three numbers: {sum}

        {mine total}

        Exercise: [total](../../Exercises/NAME.swift)

        """

    private static let lesson = """
        import ArgumentParser
        import CourseKit
        import Curriculum
        import LessonNNExercises

        @main
        struct NAME: LessonCommand {
            static let text = LessonText.embedded
            static let worker = GRADERContract.answer(TOPICExercise.self)

            @OptionGroup var options: LessonOptions
            @OptionGroup var mine: MineOption

            func teach(_ lesson: Lesson) throws {
                try lesson.step("first") { step in
                    step.number("sum", 1.0 + 2 + 3)
                    try step.compare(
                        mine.functions(of: .GRADER), TOPICCalls.total, [1, 2, 3], with: 6.0)
                }
            }
        }

        """
}
