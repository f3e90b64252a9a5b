extension [BaselinePoint] {
    /// Whether some corner lies beside the line through two others.
    var enclosesArea: Bool {
        guard let first, let second = self.first(where: { $0 != first }) else { return false }
        let (dx, dy) = (second.x - first.x, second.y - first.y)
        return contains { dx * ($0.y - first.y) != dy * ($0.x - first.x) }
    }

    /// Whether this outline, as a closed line, turns around a point at least once.
    func goesAround(_ point: BaselinePoint) -> Bool {
        var winding = 0
        for (a, b) in zip(self, dropFirst() + prefix(1)) where (a.y <= point.y) != (b.y <= point.y) {
            let side = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
            if (b.y > a.y) == (side > 0) { winding += b.y > a.y ? 1 : -1 }
        }
        return winding != 0
    }
}

extension [Annotation] {
    /// An outline of tumour with a corner in a hole of another one, where the format of ASAP would take
    /// it away with the hole.
    var firstInHole: Annotation? {
        let holes = flatMap(\.holes)
        if holes.isEmpty { return nil }
        return first { annotation in
            annotation.kind == .tumor
                && holes.contains { hole in
                    annotation.outline.contains(where: hole.goesAround)
                }
        }
    }
}

extension Annotation {
    /// Whether a file of ASAP that holds it needs a group for this kind.
    func holds(_ kind: Kind) -> Bool { self.kind == kind || kind == .exclusion && !holes.isEmpty }
}

extension [Annotation] {
    /// The outlines as a part of their slide shows them: in its own frame, without those that lie beside
    /// it. Without a part, as they are.
    func seen(in part: BaselineRectangle?) -> [Annotation] {
        guard let part else { return self }
        return filter { BaselineRectangle(around: $0.outline)?.touches(part) ?? false }.map { drawn in
            let area = drawn.area.map {
                BaselinePoint(x: $0.x - part.origin.x, y: $0.y - part.origin.y)
            }
            return Annotation(
                name: drawn.name, kind: drawn.kind, outline: area.exterior, holes: area.holes)
        }
    }
}
