/// The kinds of cells that are painted.
public enum CellKind: String, Sendable, Codable, CaseIterable {
    /// Small, round and dark: most cells of a lymph node.
    case lymphocyte
    /// A lymphocyte that makes antibodies: its nucleus lies off the middle of a purple body.
    case plasmaCell
    /// A large cell of a germinal centre.
    case centroblast
    /// A macrophage: a bean-shaped pale nucleus in a wide pink body.
    case histiocyte
    /// A cell of the metastasis.
    case tumor
    /// A slender nucleus along the fibres of connective tissue, or of a nerve.
    case fibroblast
    /// A flat nucleus that lines a vessel.
    case endothelium
}

/// One cell as it was painted. Lengths are micrometres, in the slide's frame.
public struct PaintedCell: Sendable, Equatable {
    /// What it is.
    public let kind: CellKind
    /// The centre of its nucleus, from the slide's left edge.
    public let x: Float
    /// The centre of its nucleus, from the slide's top edge.
    public let y: Float
    /// The longer semi-axis of its nucleus.
    public let semiMajor: Float
    /// The shorter semi-axis of its nucleus.
    public let semiMinor: Float
}

/// A cell before it is painted: what lies below, what lies on top.
struct Cell {
    let kind: CellKind
    var body: Spot?
    var nucleus: Spot
    /// Dark grains inside the nucleus, seen at 20x.
    var nucleoli: [Spot] = []

    /// What is told about it.
    var painted: PaintedCell {
        PaintedCell(
            kind: kind, x: nucleus.x, y: nucleus.y, semiMajor: nucleus.semiMajor,
            semiMinor: nucleus.semiMinor)
    }
}
