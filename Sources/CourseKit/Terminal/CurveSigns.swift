/// The signs that tell curves apart where there are no colours.
///
/// A stroke that only one curve has tells enough: a line and a dashed line need no signs. Curves of
/// the same stroke get a sign each, the first ones those that look least alike.
struct CurveSigns {
    /// For each curve its sign, or nil if its stroke alone tells it from the others.
    let signs: [Character?]

    private let curves: [Plot.Curve]
    private static let all = Array("ox+*#%@&abcdefghijklmnpqrstuvwyz")

    init(_ curves: [Plot.Curve]) {
        self.curves = curves
        var next = 0
        signs = curves.map { curve in
            let alike = curves.count { Self.stroke(of: $0) == Self.stroke(of: curve) }
            if alike == 1 { return nil }
            defer { next += 1 }
            return Self.all[next % Self.all.count]
        }
    }

    /// How a curve looks in the key of the plot: "──", with a sign in its middle "─o─"; points are
    /// nothing but their signs.
    func key(of index: Int) -> String {
        let stroke = Self.stroke(of: curves[index])
        guard let sign = signs[index] else { return stroke }
        if curves[index].style == .points { return String(sign) }
        return String([stroke.first ?? " ", sign, stroke.last ?? " "])
    }

    /// Puts the signs on the curves of a grid: on every point, and on one of each ten columns of a
    /// line. Where lines coincide, all their signs can be seen, as they stand in different columns.
    func put(on grid: inout BrailleGrid) {
        let signed = curves.indices.filter { signs[$0] != nil }
        for (position, index) in signed.enumerated() {
            let cells = grid.cells(of: index)
            let spacing = max(10, 2 * signed.count)
            let first = (2 * position + 1) * spacing / (2 * signed.count)
            let chosen =
                curves[index].style == .points
                ? cells : Self.spread(cells, every: spacing, from: first, of: grid)
            for cell in chosen { grid.put(signs[index] ?? " ", in: cell) }
        }
    }

    /// One cell of each of the columns; a curve too short to pass one of them has its first cell.
    private static func spread(
        _ cells: [Int], every spacing: Int, from first: Int, of grid: BrailleGrid
    ) -> [Int] {
        var chosen: [Int: Int] = [:]
        for cell in cells where cell % grid.columns % spacing == first % spacing {
            chosen[cell % grid.columns] = cell
        }
        return chosen.isEmpty ? Array(cells.prefix(1)) : chosen.values.sorted()
    }

    /// How a curve is drawn, for the key of the plot.
    static func stroke(of curve: Plot.Curve) -> String {
        switch curve.style {
        case .points: "⠂⠂"
        case .dashed: "╌╌"
        case .line, .steps: "──"
        }
    }
}
