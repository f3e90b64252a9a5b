/// What stands around the steps.
extension TerminalView {
    func opening(title: String, question: String) -> String {
        let rule = String(repeating: "═", count: min(abilities.width, TextWidth.of(title)))
        let lines =
            wrapped(title, width: abilities.width).map { palette.paint($0, .title) } + [rule]
            + wrapped(question, width: abilities.width)
        return lines.joined(separator: "\n") + "\n"
    }

    func heading(number: Int, title: String) -> String {
        let heading = "\(number). \(title)"
        let rule = String(repeating: "─", count: min(abilities.width, TextWidth.of(heading)))
        let lines = wrapped(heading, width: abilities.width)
            .map { palette.paint($0, .heading) }
        return (["", ""] + lines + [rule]).joined(separator: "\n") + "\n"
    }

    func listed(number: Int, title: String) -> String { "\(number). \(title)\n" }

    func closing(outputPath: String, next: String?) -> String {
        let following = next.map { wrapped("Next: \($0)", width: abilities.width) } ?? []
        return "\nPage: \(outputPath)/index.html\nNumbers: \(outputPath)/report.json\n"
            + text(following)
    }

    func departure(from step: Int) -> String {
        "\nLeft after step \(step). Go on with --from \(step + 1).\n"
    }
}
