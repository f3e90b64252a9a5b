extension Tensor {
    /// The same elements, in the same order, under another shape; one axis may be -1 and takes
    /// what is left.
    public func reshaped(_ newShape: [Int]) -> Tensor {
        var shape = newShape
        if let free = shape.firstIndex(of: -1) {
            let known = shape.reduce(1) { $1 == -1 ? $0 : $0 * $1 }
            require(
                known > 0 && count % known == 0,
                "\(count) elements of shape \(self.shape) do not fit into \(newShape)")
            shape[free] = count / known
        }
        require(
            shape.reduce(1, *) == count,
            "\(count) elements of shape \(self.shape) do not fit into \(newShape)")
        return Tensor(storage: storage, shape: shape)
    }
}
