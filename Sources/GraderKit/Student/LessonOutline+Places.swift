import Curriculum

extension LessonOutline {
    /// Where the function of an exercise is to be written: file and line, as
    /// "Exercises/Lesson06TissueExtraction.swift:36"; the file alone outside of a checkout.
    public func place(of function: String) -> String {
        guard let folder = try? CourseFolder.current(),
            let text = try? folder.text(of: folder.exercises(of: self)),
            let line = StudentSource(text: text).line(of: function)
        else { return exercisesPath }
        return "\(exercisesPath):\(line)"
    }

    /// The exercises as the rows of a table: function, title, points and place.
    public var exerciseRows: [[String]] {
        exercises.map { exercise in
            [
                exercise.function, exercise.title, "\(exercise.points)",
                place(of: exercise.function),
            ]
        }
    }
}
