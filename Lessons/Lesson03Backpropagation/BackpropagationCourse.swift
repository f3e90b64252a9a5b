import CourseKit
import Curriculum
import DeepTeaching
import GraderKit

/// The steps of the lesson, one after the other.
struct BackpropagationCourse {
    let lesson: Lesson
    let mine: StudentFunctions?

    /// Nuclei to train on.
    let nuclei: Nuclei

    /// Nuclei on which the network is tested.
    let test: Nuclei

    /// The network before training.
    let beginning: TinyNetwork

    /// The straight line of Lesson 2, fitted to the same nuclei.
    let line: LogisticRegression.Fitted

    init(lesson: Lesson, mine: StudentFunctions?) throws {
        self.lesson = lesson
        self.mine = mine
        var generator = SeededGenerator(seed: lesson.seed, stream: "nuclei")
        let full = lesson.options.full
        (nuclei, test) = Nuclei.drawn(
            training: full ? 600 : 160, test: 600, using: &generator)
        beginning = Self.network(lesson, start: 1)
        line = try LogisticRegression(penalty: 0.001).fit(
            Tensor(rows: nuclei.features), labels: nuclei.labels)
    }

    /// A network of six hidden units and random weights, which differ from start to start.
    static func network(_ lesson: Lesson, start: Int) -> TinyNetwork {
        var weights = SeededGenerator(
            seed: lesson.seed, stream: start == 1 ? "weights" : "weights \(start)")
        return TinyNetwork(hidden: 6, using: &weights)
    }

    func teach() throws {
        try showNuclei()
        try showSlope()
        try showOrder()
        try showBackward()
        try showDense()
        try showRelu()
        try showSum()
        try showLoss()
        let trained = try showTraining()
        try showWrongWays(trained)
        try showLibrary(trained)
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.backpropagation.exerciseRows)
        }
    }
}
