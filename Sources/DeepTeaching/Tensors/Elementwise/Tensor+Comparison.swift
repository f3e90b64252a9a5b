// A comparison gives a tensor of ones, where it holds, and zeros: so that it can be summed, averaged
// and multiplied. The operators are those of Swift's SIMD vectors.
extension Tensor {
    /// 1 where a < b, otherwise 0; shapes are broadcast.
    public static func .< (a: Tensor, b: Tensor) -> Tensor { a.broadcasting(.less, b) }

    /// 1 where a <= b, otherwise 0; shapes are broadcast.
    public static func .<= (a: Tensor, b: Tensor) -> Tensor { a.broadcasting(.lessOrEqual, b) }

    /// 1 where a > b, otherwise 0; shapes are broadcast.
    public static func .> (a: Tensor, b: Tensor) -> Tensor { b.broadcasting(.less, a) }

    /// 1 where a >= b, otherwise 0; shapes are broadcast.
    public static func .>= (a: Tensor, b: Tensor) -> Tensor { b.broadcasting(.lessOrEqual, a) }

    /// 1 where a = b, otherwise 0; shapes are broadcast. Not-a-number equals nothing.
    public static func .== (a: Tensor, b: Tensor) -> Tensor { a.broadcasting(.equality, b) }

    /// 1 where a and b differ, otherwise 0; shapes are broadcast.
    public static func .!= (a: Tensor, b: Tensor) -> Tensor { a.broadcasting(.inequality, b) }

    /// 1 where an element is less than a number, otherwise 0.
    public static func .< (a: Tensor, b: Scalar) -> Tensor { a .< Tensor(b) }

    /// 1 where an element is at most a number, otherwise 0.
    public static func .<= (a: Tensor, b: Scalar) -> Tensor { a .<= Tensor(b) }

    /// 1 where an element is more than a number, otherwise 0.
    public static func .> (a: Tensor, b: Scalar) -> Tensor { a .> Tensor(b) }

    /// 1 where an element is at least a number, otherwise 0.
    public static func .>= (a: Tensor, b: Scalar) -> Tensor { a .>= Tensor(b) }

    /// 1 where an element equals a number, otherwise 0.
    public static func .== (a: Tensor, b: Scalar) -> Tensor { a .== Tensor(b) }

    /// 1 where an element differs from a number, otherwise 0.
    public static func .!= (a: Tensor, b: Scalar) -> Tensor { a .!= Tensor(b) }
}

extension Tensor {
    /// The elements of `other` where `mask` is not 0, and this tensor's elsewhere; shapes are
    /// broadcast.
    public func replacing(with other: Tensor, where mask: Tensor) -> Tensor {
        guard let pair = broadcastShape(shape, other.shape),
            let common = broadcastShape(pair, mask.shape)
        else {
            fatalError(
                "shapes \(shape) and \(other.shape) cannot be broadcast under a mask of shape "
                    + "\(mask.shape)")
        }
        return broadcast(to: common).chosen(
            other.broadcast(to: common), where: mask.broadcast(to: common))
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private func chosen(_ other: Tensor, where mask: Tensor) -> Tensor {
        let result = Tensor(uninitializedShape: shape)
        let count = count
        withPointers(storage, other.storage, mask.storage, result.storage) { a, b, mask, target in
            for index in 0..<count { target[index] = mask[index] != 0 ? b[index] : a[index] }
        }
        return result
    }

    /// The larger of each pair of elements; shapes are broadcast; not-a-number stays so.
    public static func pointwiseMax(_ a: Tensor, _ b: Tensor) -> Tensor {
        a.broadcasting(.maximum, b)
    }

    /// The smaller of each pair of elements; shapes are broadcast; not-a-number stays so.
    public static func pointwiseMin(_ a: Tensor, _ b: Tensor) -> Tensor {
        a.broadcasting(.minimum, b)
    }

    /// Each element, or the bound that it goes beyond; not-a-number stays so.
    public func clamped(lowerBound: Scalar, upperBound: Scalar) -> Tensor {
        require(
            lowerBound <= upperBound, "the bounds \(lowerBound) and \(upperBound) are exchanged")
        return .pointwiseMin(.pointwiseMax(self, Tensor(lowerBound)), Tensor(upperBound))
    }
}
