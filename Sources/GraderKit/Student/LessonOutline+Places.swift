import Curriculum

extension LessonOutline {
    /// A row for each exercise, as a lesson shows them at its end: the function, what to do, its
    /// points, and where its stub stands.
    public var exerciseRows: [[String]] {
        exercises.map { [$0.function, $0.title, "\($0.points)", place(of: $0.function)] }
    }

    /// File and line of an exercise, or the file alone outside of a checkout.
    private func place(of function: String) -> String {
        guard let folder = try? CourseFolder.current(),
            let text = try? ExerciseFile(of: self, in: folder).text(),
            let line = StudentSource(text: text).line(of: function)
        else { return exercisesPath }
        return "\(exercisesPath):\(line)"
    }
}
