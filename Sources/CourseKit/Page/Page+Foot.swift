/// What stands at the foot of a step: where to go on from it.
extension Page {
    /// The exercises, the library, the source of the step; nothing if none is known.
    func foot(of step: Step) -> String {
        var items: [(label: String, links: [String])] = []
        var library: [String] = []
        for block in step.allBlocks {
            switch block {
            case .exercise(let function, let path):
                items.append(("Your turn", [exercise(function, path)]))
            case .api(let links):
                library += links.map { "<a href=\"\(address($0.path))\">\(escaped($0.words))</a>" }
            default: break
            }
        }
        if !library.isEmpty { items.append(("In the library", library)) }
        if let source = step.source { items.append(("This step in Swift", [link(to: source)])) }
        if items.isEmpty { return "" }
        let rows = items.map { item in
            "<div><dt>\(item.label)</dt><dd>\(item.links.joined(separator: ", "))</dd></div>"
        }
        return "<dl class=\"foot\">\(rows.joined(separator: "\n"))</dl>"
    }

    /// The lesson that follows, or nothing.
    var next: String {
        lesson.text?.next.map { "<p class=\"next\">Next: \(inline($0))</p>" } ?? ""
    }

    private func exercise(_ function: String, _ path: String) -> String {
        let line = ExercisePlace.line(function: function, path: path)
        let place = line.map { link(to: SourcePlace(file: path, line: $0)) }
        let file = "<a href=\"\(address(path))\">\(HTMLText.unbroken(path))</a>"
        return "\(inline("`\(function)`")) in \(place ?? file)"
    }

    /// "Sources/DeepTeaching/Images/Histogram.swift:40", and leads there.
    func link(to place: SourcePlace) -> String {
        "<a href=\"\(escaped(package.address(place)))\">\(HTMLText.unbroken(place.description))</a>"
    }

    private func address(_ path: String) -> String { escaped(package.address(path)) }
}
