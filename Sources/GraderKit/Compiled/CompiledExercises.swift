import Curriculum
import Foundation

/// What a lesson's exercises call of the library, by what the compiler made of the student's file.
///
/// A word is no call: a local variable, a label or a function of the student's own may be named like
/// something in the library. In the compiled file each function says which others it needs.
public struct CompiledExercises: Sendable {
    /// For each exercise, the words of the names that it reaches in the library.
    private let words: [String: Set<Substring>]

    /// Reads what the last build has left.
    ///
    /// It is nil where no such file can be read (macOS), and for a release build, in which code of
    /// the library may stand in the place of its call.
    public init?(of lesson: LessonOutline, in folder: CourseFolder) {
        guard folder.products.lastPathComponent != "release",
            let data = try? Data(contentsOf: ExerciseObject(of: lesson, in: folder).object),
            let file = ObjectFile(data)
        else { return nil }
        self.init(file, functions: lesson.exercises.map(\.function))
    }

    init?(_ file: ObjectFile, functions: [String]) {
        var roots: [String: Set<String>] = [:]
        for symbol in file.needs.keys {
            guard let name = SymbolName(symbol: symbol), name.words.first == "static",
                name.words.count == 4,
                let function = functions.first(where: { $0 == name.words[3] })
            else { continue }
            roots[function, default: []].insert(symbol)
        }
        // A function that needs nothing at all has no entry; one of them always throws or returns.
        guard !roots.isEmpty else { return nil }
        words = Dictionary(
            uniqueKeysWithValues: functions.map { function in
                let others = roots.filter { $0.key != function }.flatMap(\.value)
                return (
                    function,
                    Self.words(from: roots[function] ?? [], except: Set(others), in: file)
                )
            })
    }

    /// The library's own functions that an exercise calls although it asks to write them.
    func calls(of exercise: Exercise) -> [String] {
        let words = words[exercise.function] ?? []
        return exercise.librarysOwn.filter { words.contains($0.drop { $0 == "." }) }
    }

    /// The words of all names in the library and in what exercises are given that can be reached, by
    /// whatever helpers.
    private static func words(
        from start: Set<String>, except others: Set<String>, in file: ObjectFile
    ) -> Set<Substring> {
        var seen = start
        var open = Array(start)
        var words: Set<Substring> = []
        while let symbol = open.popLast() {
            if file.foreign.contains(symbol), let name = SymbolName(symbol: symbol),
                name.words.contains(where: { $0 == "DeepTeaching" || $0 == "Curriculum" })
            {
                words.formUnion(name.words)
            }
            let next = (file.needs[symbol] ?? []).subtracting(seen).subtracting(others)
            seen.formUnion(next)
            open += next
        }
        return words
    }
}
