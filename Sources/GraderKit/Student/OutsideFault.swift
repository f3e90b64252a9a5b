/// A fault of the student's file that the compiler or the linker finds elsewhere.
enum OutsideFault {
    /// What an exercise may import.
    private static let modules: Set<Substring> = [
        "Curriculum", "DeepTeaching", "Foundation", "Swift", "Glibc", "Musl", "Darwin",
    ]

    /// What is wrong with the file and what to do, or nil if the fault is not the student's.
    ///
    /// - Parameters:
    ///   - source: the student's file.
    ///   - output: what a build printed that failed, with no error in this file.
    static func words(of source: String, output: String) -> String? {
        foreignImport(in: source) ?? missingEnum(in: source, output)
    }

    /// Other modules of the course compile, if they happen to be built, and are never linked.
    private static func foreignImport(in source: String) -> String? {
        let lines = String(SwiftSource.code(of: source)).sourceLines
        for (index, line) in lines.enumerated() {
            let words = line.split(separator: " ")
            guard words.count == 2, words[0] == "import", !modules.contains(words[1]) else {
                continue
            }
            return "line \(index + 1): import \(words[1])\n  an exercise is built with "
                + "DeepTeaching, Curriculum and Foundation alone: remove this line, and what needs it"
        }
        return nil
    }

    /// The lesson's program calls the functions of the enum by its name.
    private static func missingEnum(in source: String, _ output: String) -> String? {
        let mark = "cannot find '"
        for line in output.sourceLines {
            guard let start = line.range(of: mark) else { continue }
            let name = line[start.upperBound...].prefix { $0 != "'" }
            guard name.hasSuffix("Exercise"), !source.contains("enum \(name)") else { continue }
            return "the enum \(name) is not there: its name must stay as it was\n  write "
                + "`public enum \(name)` again in its line, or `swift run course reset` makes the "
                + "file anew and keeps yours"
        }
        return nil
    }
}
