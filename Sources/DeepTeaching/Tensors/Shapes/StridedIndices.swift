/// Indices in a row-major tensor that form a smaller or larger grid: `strides` says how far apart
/// neighbours along each axis stand, `offset` where the first one is. An axis of stride 0 repeats
/// its elements; a negative stride runs backwards.
///
/// Slices, steps, transposes, repetitions, padding and inserted zeros are all of this kind.
struct StridedIndices: Sendable {
    /// The shape of the grid.
    var shape: [Int]

    /// How many elements apart neighbours along each axis stand.
    var strides: [Int]

    /// Where the first element stands.
    var offset = 0

    /// The indices of all elements of a tensor of this shape.
    init(all shape: [Int]) {
        self.shape = shape
        strides = shape
        var stride = 1
        for axis in shape.indices.reversed() {
            strides[axis] = stride
            stride *= shape[axis]
        }
    }

    /// The same indices in the same order with as few axes as possible: so that a copy moves long
    /// rows.
    var merged: StridedIndices {
        guard shape.count > 1 else { return self }
        var result = self
        for axis in (0..<shape.count - 1).reversed()
        where result.strides[axis] == result.strides[axis + 1] &* result.shape[axis + 1] {
            result.shape[axis] *= result.shape[axis + 1]
            result.strides[axis] = result.strides[axis + 1]
            result.shape.remove(at: axis + 1)
            result.strides.remove(at: axis + 1)
        }
        return result
    }

    /// Calls `row` for each line along the last axis: where it begins in the strided tensor, and
    /// its number.
    @inline(__always)
    func forEachRow(_ row: (_ start: Int, _ number: Int) -> Void) {
        let rows = shape.dropLast().reduce(1, *)
        guard rows > 0, shape.last != 0 else { return }
        var position = [Int](repeating: 0, count: shape.count)
        var start = offset
        for number in 0..<rows {
            row(start, number)
            var axis = shape.count - 2
            while axis >= 0 {  // the next place, like an odometer
                position[axis] += 1
                start &+= strides[axis]
                if position[axis] < shape[axis] { break }
                start &-= strides[axis] &* shape[axis]
                position[axis] = 0
                axis -= 1
            }
        }
    }
}

extension Tensor {
    /// A tensor of the elements at these indices.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func elements(at indices: StridedIndices) -> Tensor {
        let result = Tensor(uninitializedShape: indices.shape)
        let indices = indices.merged
        let (length, step) = (indices.shape.last ?? 1, indices.strides.last ?? 0)
        withPointers(storage, result.storage) { source, target in
            indices.forEachRow { start, number in
                let (row, output) = (source + start, target + number &* length)
                if step == 1 { return output.update(from: row, count: length) }
                for index in 0..<length { output[index] = row[index &* step] }
            }
        }
        return result
    }

    /// A tensor of `shape` that holds this tensor's elements at these indices, and `value` elsewhere.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func placed(at indices: StridedIndices, in shape: [Int], filledWith value: Scalar = 0) -> Tensor
    {
        var result = Tensor(repeating: value, shape: shape)
        let indices = indices.merged
        let (length, step) = (indices.shape.last ?? 1, indices.strides.last ?? 0)
        withPointers(storage, result.writableStorage()) { source, target in
            indices.forEachRow { start, number in
                let (row, output) = (source + number &* length, target + start)
                if step == 1 { return output.update(from: row, count: length) }
                for index in 0..<length { output[index &* step] = row[index] }
            }
        }
        return result
    }

    /// Adds another tensor to the elements at these indices, in place if nobody else holds them.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    mutating func add(_ other: Tensor, at indices: StridedIndices) {
        let indices = indices.merged
        let (length, step) = (indices.shape.last ?? 1, indices.strides.last ?? 0)
        withPointers(other.storage, writableStorage()) { source, target in
            indices.forEachRow { start, number in
                let (row, sums) = (source + number &* length, target + start)
                for index in 0..<length { sums[index &* step] += row[index] }
            }
        }
    }
}
