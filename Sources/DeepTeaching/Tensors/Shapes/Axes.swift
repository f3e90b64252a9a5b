/// An axis of a shape as a number from 0. As in NumPy, -1 is the last axis, -2 the one before it.
///
/// All functions that take an axis count it by this one.
func axisNumber(_ axis: Int, of shape: [Int]) -> Int {
    let number = axis < 0 ? axis + shape.count : axis
    require(0 <= number && number < shape.count, "shape \(shape) has no axis \(axis)")
    return number
}

extension Tensor {
    /// An axis as a number from 0; stops with a sentence if there is no such axis.
    func axisNumber(_ axis: Int) -> Int { DeepTeaching.axisNumber(axis, of: shape) }

    /// Axes as numbers from 0, in their order; stops with a sentence if one is missing or comes twice.
    func axisNumbers(_ axes: [Int]) -> [Int] {
        let numbers = axes.map(axisNumber)
        require(
            numbers.indices.allSatisfy { !numbers[..<$0].contains(numbers[$0]) },
            "\(axes) names an axis of shape \(shape) twice: each can be reduced once")
        return numbers
    }

    /// The axes to be reduced and how many elements form one result; stops with a sentence if there is
    /// no element, since `what` is not defined then.
    func reduction(along axes: [Int], for what: String) -> (axes: [Int], length: Int) {
        let axes = axisNumbers(axes)
        let length = axes.reduce(1) { $0 * shape[$1] }
        require(
            length > 0,
            "there is no \(what) of nothing: shape \(shape) is empty along the axes \(axes)")
        return (axes, length)
    }
}
