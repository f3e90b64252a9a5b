import CourseKit
import DeepTeaching
import GraderKit

/// The steps of the lesson, one after the other.
struct BackpropagationCourse {
    let lesson: Lesson
    let mine: StudentFunctions?

    /// Nuclei to learn from.
    let nuclei: Nuclei

    /// Nuclei that the network is examined on.
    let test: Nuclei

    /// The network before it has learnt anything.
    let beginning: TinyNetwork

    init(lesson: Lesson, mine: StudentFunctions?) {
        self.lesson = lesson
        self.mine = mine
        var generator = SeededGenerator(seed: lesson.seed, stream: "nuclei")
        let full = lesson.options.full
        (nuclei, test) = Nuclei.drawn(
            training: full ? 600 : 160, test: 600, using: &generator)
        var weights = SeededGenerator(seed: lesson.seed, stream: "weights")
        beginning = TinyNetwork(hidden: 6, using: &weights)
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
        try close()
    }
}
