import Curriculum
import Foundation

/// The object file that the compiler made of a student's file, and what is known of its origin.
///
/// SwiftPM and the compiler go by the time at which a file was changed, and look at it once, early
/// in a build: what is saved after that look and before the end of the build counts as built, and
/// stays out of the program until the file is saved again. So the origin of the object file is
/// remembered by its bytes, and an object file of other or unknown origin is removed before a
/// build, which makes it compile.
struct ExerciseObject {
    /// The object file.
    let object: URL

    private let origin: URL

    /// The object file in a checkout's build folder.
    init(of lesson: LessonOutline, in folder: CourseFolder) {
        let intermediates = folder.products.appending(
            path: "\(lesson.name.prefix(8))Exercises.build")
        object = intermediates.appending(path: "\(lesson.name).swift.o")
        origin = intermediates.appending(path: "\(lesson.name).origin.json")
    }

    /// What an object file was made from.
    private struct Origin: Codable, Equatable {
        let source: Data
        let object: FileStamp
    }

    /// Sees to it that the next build compiles the file, unless it is known to be compiled.
    func prepare(for saved: ExerciseFile.Saved) {
        let known = (try? Data(contentsOf: origin)).flatMap {
            try? JSONDecoder().decode(Origin.self, from: $0)
        }
        if let known, known == current(saved) { return }
        unlink(object.path)
    }

    /// Remembers that the object file was made from these bytes.
    func remember(_ saved: ExerciseFile.Saved) {
        guard let current = current(saved) else { return }
        // Where it cannot be written, the next build compiles once more than it need.
        if let data = try? JSONEncoder().encode(current) {
            try? FileReplacement.write(data, to: origin)
        }
    }

    private func current(_ saved: ExerciseFile.Saved) -> Origin? {
        FileStamp(path: object.path).map { Origin(source: saved.bytes, object: $0) }
    }
}
