extension Tensor {
    /// The same elements, in the same order, under another shape; one axis may be -1 and takes
    /// what is left.
    public func reshaped(_ newShape: [Int]) -> Tensor {
        var shape = newShape
        if let free = shape.firstIndex(of: -1) {
            shape[free] = 1
            let known = elementCount(of: shape)
            shape[free] = known == 0 ? 0 : count / known
            require(
                known > 0,
                "the -1 in \(newShape) could be any length: an axis beside it has the length 0")
        }
        require(
            elementCount(of: shape) == count,
            "\(count) elements of shape \(self.shape) do not fit into \(newShape)")
        return Tensor(storage: storage, shape: shape)
    }
}
