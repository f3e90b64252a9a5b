/// A drawing in SVG that takes its colours from the page, or brings them along as a file of its own.
protocol PageDrawing {
    /// The rules that colour the file.
    static var fileStyle: String { get }

    /// The drawing with something put at its head.
    func svg(head: String) -> String
}

extension PageDrawing {
    /// The drawing inside a page, whose stylesheet colours it.
    var element: String { svg(head: "") }

    /// The drawing as a file of its own.
    var standaloneFile: String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + svg(head: "<style>\(Self.fileStyle)</style>") + "\n"
    }
}
