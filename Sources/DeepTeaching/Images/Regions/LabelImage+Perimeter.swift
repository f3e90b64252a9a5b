extension LabelImage {
    /// The length of the border of each region in pixels; element k belongs to label k + 1.
    ///
    /// The border pixels, those with one of four neighbours outside the region, form lines. Each
    /// counts 1 where its line runs straight, sqrt(2) where it runs diagonally and their mean
    /// where it bends from one to the other; holes count too. Tiny regions have no line, so 0.
    ///
    /// Source: Benkrid and Crookes, Design and FPGA implementation of a perimeter estimator, 2000.
    public func perimeters() -> [Double] {
        var isBorder = [Bool](repeating: false, count: size.area)
        for y in 0..<size.height {
            for x in 0..<size.width where self[x: x, y: y] != 0 {
                isBorder[y * size.width + x] = neighbors(x, y, diagonal: false) { _ in true } < 4
            }
        }
        var perimeters = [Double](repeating: 0, count: count + 1)
        for y in 0..<size.height {
            for x in 0..<size.width where isBorder[y * size.width + x] {
                let straight = neighbors(x, y, diagonal: false) { isBorder[$0] }
                let diagonal = neighbors(x, y, diagonal: true) { isBorder[$0] }
                perimeters[self[x: x, y: y]] += length(straight, diagonal)
            }
        }
        return Array(perimeters.dropFirst())
    }

    /// How many of the four straight or diagonal neighbours belong to the same region and satisfy
    /// a condition on their index.
    private func neighbors(
        _ x: Int, _ y: Int, diagonal: Bool, where condition: (Int) -> Bool
    ) -> Int {
        let label = labels[y * size.width + x]
        let steps =
            diagonal ? [(-1, -1), (1, -1), (-1, 1), (1, 1)] : [(0, -1), (-1, 0), (1, 0), (0, 1)]
        return steps.count { dx, dy in
            guard 0..<size.width ~= x + dx, 0..<size.height ~= y + dy else { return false }
            let index = (y + dy) * size.width + x + dx
            return labels[index] == label && condition(index)
        }
    }

    /// What a border pixel adds, by its numbers of straight and diagonal border neighbours.
    private func length(_ straight: Int, _ diagonal: Int) -> Double {
        switch (straight, diagonal) {
        case (2...3, 0...2): 1
        case (0, 2), (1, 3): 2.0.squareRoot()
        case (1, 1...2): (1 + 2.0.squareRoot()) / 2
        default: 0
        }
    }
}
