import Foundation

/// `index.html`: the lesson as one self-contained page, well-formed XML, without a script.
struct Page {
    let lesson: Lesson

    /// The keys of the sources: `[KEY]` in a text becomes a link.
    let sources: Set<String>

    /// Where the files of the package are, seen from the page.
    let package: PackagePath

    /// For each picture, plot or diagram, its number in the lesson.
    let figureNumbers: [String: Int]

    init(lesson: Lesson) {
        self.lesson = lesson
        package = PackagePath(from: lesson.outputFolder)
        let blocks = lesson.steps.flatMap(\.allBlocks)
        var keys: [String] = []
        var paths: [String] = []
        for block in blocks {
            switch block {
            case .reference(let reference): keys.append(reference.key)
            case .figure(let figure): paths.append(figure.path)
            case .plot(let plot): paths.append(plot.path)
            case .diagram(let diagram): paths.append(diagram.path)
            default: break
            }
        }
        sources = Set(keys)
        let numbered = paths.enumerated().map { ($1, $0 + 1) }
        figureNumbers = Dictionary(numbered) { first, _ in first }
    }

    /// The whole page.
    var html: String {
        get throws {
            let steps = try lesson.steps.map { try section($0) }
            return """
                <!DOCTYPE html>
                <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
                <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title>\(HTMLText.escaped(lesson.title))</title>
                <style>
                \(Stylesheet.page)
                </style>
                </head>
                <body>
                \(header)
                <div class="sheet">
                \(contents)
                <main>
                \(steps.joined(separator: "\n"))
                \(next)
                \(glossary)
                \(references)
                </main>
                </div>
                \(footer)
                </body>
                </html>

                """
        }
    }

    func escaped(_ text: String) -> String { HTMLText.escaped(text) }

    func inline(_ text: String) -> String {
        HTMLText.inline(text, sources: sources, address: package.address)
    }

    private var header: String {
        """
        <header>
        <p class="name">\(escaped(lesson.name))</p>
        <h1>\(escaped(lesson.title))</h1>
        <p class="lead">\(inline(lesson.question))</p>
        </header>
        """
    }

    private var contents: String {
        var items = lesson.steps.map { step in
            "<li><a href=\"#step-\(step.number)\">\(escaped(step.title))</a></li>"
        }
        if !glossaryEntries.isEmpty {
            items.append("<li class=\"back\"><a href=\"#glossary\">Glossary</a></li>")
        }
        if !sourceEntries.isEmpty {
            items.append("<li class=\"back\"><a href=\"#sources\">Sources</a></li>")
        }
        return "<nav aria-label=\"Contents\"><ol>\n\(items.joined(separator: "\n"))\n</ol></nav>"
    }

    private func section(_ step: Step) throws -> String {
        let heading = "<span class=\"number\">\(step.number)</span> \(escaped(step.title))"
        return """
            <section id="step-\(step.number)">
            <h2>\(heading)</h2>
            \(try content(step.blocks))
            \(foot(of: step))
            </section>
            """
    }

    private var footer: String {
        let full = lesson.options.full ? " --full" : ""
        return """
            <footer>
            <p>Every number and picture here was measured and drawn in one run: \
            <code>swift run \(escaped(lesson.name)) --seed \(lesson.seed)\(full)</code>. \
            The numbers are in <a href="report.json">report.json</a>, the pictures in \
            <code>figures/</code>.</p>
            </footer>
            """
    }
}
