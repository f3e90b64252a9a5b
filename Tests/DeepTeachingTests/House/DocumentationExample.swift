import Foundation

/// A piece of Swift that a documentation comment or a README shows.
struct DocumentationExample {
    /// The path of the file from the top of the package.
    let file: String

    /// The number of the first line of code, counted from 1.
    let line: Int

    /// The lines of code without comment signs and indentation.
    let code: [String]

    /// All examples fenced as Swift in a text.
    static func all(in text: String, file: String) -> [DocumentationExample] {
        var examples: [DocumentationExample] = []
        var code: [String]?
        var start = 0
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let words = line.replacing(/^\s*\/\/\/ ?/, with: "")
            if let shown = code {
                if words.hasPrefix("```") {
                    examples.append(DocumentationExample(file: file, line: start, code: shown))
                    code = nil
                } else {
                    code = shown + [String(words)]
                }
            } else if words == "```swift" {
                code = []
                start = index + 2
            }
        }
        return examples
    }

    /// The example as a file that compiles on its own: its lines in the body of a function that
    /// may throw, whose parameters are what the example takes as given. A program with `@main`
    /// stands for itself.
    ///
    /// - Parameter given: a parameter list such as "labels: [Int]".
    func source(given: String) -> String {
        let imports = [
            "Foundation", "ArgumentParser", "CourseKit", "DeepTeaching", "LessonSlides",
            "SyntheticCohort",
        ]
        let isProgram = code.first == "@main"
        let opening = isProgram ? [] : ["private func example(\(given)) throws {"]
        let place = "#sourceLocation(file: \"\(file)\", line: \(line))"
        let closing = isProgram ? [] : ["#sourceLocation()", "}"]
        return (imports.map { "import \($0)" } + opening + [place] + code + closing)
            .joined(separator: "\n") + "\n"
    }
}
