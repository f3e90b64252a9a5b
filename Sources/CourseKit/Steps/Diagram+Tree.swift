import DeepTeaching

extension Diagram {
    /// A grown tree: each node with the answer that leads to it, what it asks or answers, and what is known
    /// of it; an arrow leads from each question to what follows from its answers.
    ///
    /// - Parameters:
    ///   - tree: the nodes, each after its parent.
    ///   - name: the stable name of the file, without ending.
    ///   - caption: what the drawing shows.
    ///   - alternative: what is to be seen in it, for those who do not see it.
    public init(_ tree: TreeDiagram, name: String, caption: String, alternative: String) {
        var parents = [Int?](repeating: nil, count: tree.boxes.count)
        for edge in tree.edges { parents[edge.child] = edge.parent }
        self.init(
            name: name,
            boxes: zip(tree.boxes, parents).map { box, parent in
                Box(
                    box.title + (box.isCutOff ? " ..." : ""), operation: box.answer ?? "all",
                    rows: box.lines.map { Row("", $0) }, operands: parent.map { [$0] } ?? [])
            }, caption: caption, alternative: alternative)
    }
}
