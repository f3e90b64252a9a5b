/// The number of elements of a shape.
///
/// Stops with a sentence if a length is negative, or if the lengths that are not 0 multiply to more than
/// the machine can count: so that no stride or offset within the shape overflows.
func elementCount(of shape: [Int]) -> Int {
    var (count, isEmpty) = (1, false)
    for length in shape {
        require(length >= 0, "no axis of \(shape) can have a negative length")
        isEmpty = isEmpty || length == 0
        let (product, isTooLarge) = count.multipliedReportingOverflow(by: max(length, 1))
        require(!isTooLarge, "a tensor of shape \(shape) would have too many elements to count")
        count = product
    }
    return isEmpty ? 0 : count
}
