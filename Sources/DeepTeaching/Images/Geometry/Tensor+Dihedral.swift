extension Tensor {
    /// A batch of pictures `[batch, height, width, channel]`, each turned and mirrored as
    /// `Image.transformed(by:)` does it. A quarter turn exchanges height and width.
    public func transformed(by element: Dihedral) -> Tensor {
        require(
            rank == 4, "pictures have the shape [batch, height, width, channel], not \(shape)")
        var result = element.mirrors ? reversed(axis: 2) : self
        switch element.turns {
        case 1: result = result.transposed([0, 2, 1, 3]).reversed(axis: 1)
        case 2: result = result.reversed(axis: 1).reversed(axis: 2)
        case 3: result = result.transposed([0, 2, 1, 3]).reversed(axis: 2)
        default: break
        }
        return result
    }
}
