extension Tensor {
    /// The first element that is infinite or not a number; nil if all are finite.
    var firstNotFinite: Scalar? { isFinite() ? nil : elements.first { !$0.isFinite } }

    /// Whether no element is infinite or not a number.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func isFinite() -> Bool {
        let count = count
        return withPointers(storage) { source in
            // x - x is 0 for finite numbers only; without a way out of the loop it forms vectors.
            var isBad: UInt32 = 0
            for index in 0..<count { isBad |= source[index] - source[index] == 0 ? 0 : 1 }
            return isBad == 0
        }
    }
}
