@testable import DeepTeaching

private let ones = Tensor<Float>.ones([2, 3])

/// Shapes, places and numbers that no tensor has.
let wrongShapes: [WrongCall] = [
    WrongCall("a negative length", "no axis of [-1] can have a negative length") {
        _ = Tensor<Float>.zeros([-1])
    },
    WrongCall("two negative lengths", "no axis of [-2, -3] can have a negative length") {
        _ = Tensor<Float>([1, 2, 3, 4, 5, 6], shape: [-2, -3])
    },
    WrongCall("a shape that overflows", "would have too many elements to count") {
        _ = Tensor<Float>.zeros([Int.max, 2])
    },
    WrongCall("a shape that overflows to what is there", "would have too many elements to count") {
        _ = Tensor<Float>([], shape: [1 << 32, 1 << 32])
    },
    WrongCall("an empty shape whose strides overflow", "too many elements to count") {
        _ = Tensor<Float>.zeros([0, Int.max, Int.max])
    },
    WrongCall("more bytes than there are", "there is no memory for a tensor") {
        _ = Tensor<Double>.zeros([Int.max / 4])
    },
    WrongCall("more memory than there is", "there is no memory for a tensor") {
        _ = Tensor<Double>.zeros([1 << 58])
    },
    WrongCall("too few elements", "2 elements do not fill a tensor of shape [3]") {
        _ = Tensor<Float>([1, 2], shape: [3])
    },
    WrongCall("rows of two lengths", "rows of lengths [1, 2] are no matrix") {
        _ = Tensor<Float>(rows: [[1], [2, 3]])
    },
    WrongCall("a negative identity", "a matrix of -1 rows cannot be made") {
        _ = Tensor<Float>.identity(-1)
    },
    WrongCall("counting to below 0", "-1 numbers cannot be counted") {
        _ = Tensor<Float>.counting(-1)
    },
    WrongCall("one number from 0 to 1", "1 numbers cannot include both") {
        _ = Tensor<Float>.evenlySpaced(from: 0, to: 1, count: 1)
    },
    WrongCall("one number of six", "a tensor of shape [2, 3] is not one number") {
        _ = ones.scalar
    },
    WrongCall("reshaped to negative lengths", "no axis of [-2, -3] can have a negative length") {
        _ = ones.reshaped([-2, -3])
    },
    WrongCall("reshaped with two free lengths", "can have a negative length") {
        _ = ones.reshaped([-1, -1])
    },
    WrongCall("reshaped beside an empty axis", "could be any length") {
        _ = Tensor<Float>.zeros([0, 3]).reshaped([-1, 0])
    },
    WrongCall("reshaped to an overflow", "too many elements to count") {
        _ = ones.reshaped([1 << 62, 8])
    },
    WrongCall("reshaped to a rest", "6 elements of shape [2, 3] do not fit into [-1, 4]") {
        _ = ones.reshaped([-1, 4])
    },
    WrongCall("a place too far", "the place [0, 3] is outside a tensor of shape [2, 3]") {
        _ = ones[0, 3] as Float
    },
    WrongCall("a place below 0", "the place [-1, 0] is outside a tensor of shape [2, 3]") {
        var tensor = ones
        tensor[-1, 0] = 2
    },
    WrongCall("one index for a matrix", "one index, 1, is the place of no number") {
        let number: Float = ones[1]
        print(number)
    },
    WrongCall("a row too far", "position 2 along the first axis is outside") {
        let row: Tensor<Float> = ones[2]
        print(row)
    },
    WrongCall("a row of a number", "outside a tensor of shape []") {
        let row: Tensor<Float> = Tensor<Float>(1)[0]
        print(row)
    },
    WrongCall("a row of another length", "does not fit the place of shape [1, 3]") {
        var tensor = ones
        tensor[0] = Tensor<Float>.ones([2])
    },
    WrongCall("more ranges than axes", "3 ranges") { _ = ones[0..<1, 0..<1, 0..<1] },
    WrongCall("a range beyond", "positions 1..<5 along axis 1 are outside") {
        _ = ones[0..<2, 1..<5]
    },
    WrongCall("padding of one axis of two", "does not fit shape [2, 3]") {
        _ = ones.padded(before: [1], after: [1, 1])
    },
    WrongCall("negative padding", "does not fit shape [2, 3]") {
        _ = ones.padded(before: [-1, 0], after: [0, 0])
    },
    WrongCall("padding that overflows", "can have a negative length") {
        _ = ones.padded(before: [.max, 0], after: [1, 0])
    },
    WrongCall("a broadcast to fewer axes", "shape [1, 1] cannot be broadcast to [2]") {
        _ = Tensor<Float>.ones([1, 1]).broadcast(to: [2])
    },
    WrongCall("a broadcast of three to two", "shape [2, 3] cannot be broadcast to [2, 2]") {
        _ = ones.broadcast(to: [2, 2])
    },
    WrongCall("a comparison of shapes", "shapes [2, 3] and [4] cannot be broadcast") {
        _ = ones .< Tensor<Float>.ones([4])
    },
    WrongCall("exchanged bounds", "the bounds 2.0 and 1.0 are exchanged") {
        _ = ones.clamped(lowerBound: 2, upperBound: 1)
    },
    WrongCall("a bound that is no number", "are exchanged") {
        _ = ones.clamped(lowerBound: .nan, upperBound: 1)
    },
    WrongCall("a vector transposed", "only a matrix can be transposed") {
        _ = Tensor<Float>.ones([3]).transposed()
    },
    WrongCall("a class too far", "the index 3 is none of 3 classes") {
        _ = Tensor<Float>.oneHot([0, 3], classes: 3)
    },
    WrongCall("a class below 0", "the index -1 is none of 3 classes") {
        _ = Tensor<Float>.oneHot([-1], classes: 3)
    },
    WrongCall("negative classes", "there cannot be -2 classes") {
        _ = Tensor<Float>.oneHot([], classes: -2)
    },
    WrongCall("picked beyond the row", "element 3 is outside the rows") {
        _ = ones.picked([0, 3])
    },
    WrongCall("too few picks", "1 indices do not fit the rows") { _ = ones.picked([0]) },
    WrongCall("a probability above 1", "2.0 is no probability") {
        var generator = SeededGenerator(seed: 0)
        _ = Tensor<Float>.bernoulli([1], probability: 2, using: &generator)
    },
    WrongCall("a probability that is no number", "nan is no probability") {
        var generator = SeededGenerator(seed: 0)
        _ = Tensor<Float>.bernoulli([1], probability: .nan, using: &generator)
    },
    WrongCall("a negative deviation", "no normal distribution of mean 0.0 and deviation -1.0") {
        var generator = SeededGenerator(seed: 0)
        _ = Tensor<Float>.normal([1], standardDeviation: -1, using: &generator)
    },
    WrongCall("an exchanged interval", "there is no interval from 1.0 to 0.0") {
        var generator = SeededGenerator(seed: 0)
        _ = Tensor<Float>.uniform([1], from: 1, to: 0, using: &generator)
    },
    WrongCall("draws of a negative shape", "can have a negative length") {
        var generator = SeededGenerator(seed: 0)
        _ = Tensor<Float>.uniform([-1], using: &generator)
    },
    WrongCall("an index below 0", "cannot draw an index below 0") {
        var generator = SeededGenerator(seed: 0)
        _ = generator.index(below: 0)
    },
    WrongCall("a negative number of parts", "-1 parts of a work cannot be run") {
        parallel(-1) { _ in }
    },
    WrongCall("a negative number of values", "-1 values cannot be made") {
        _ = parallelMap(-1) { $0 }
    },
    WrongCall("a quantile above 1", "a quantile of 1.5 is none") {
        _ = quantile(1.5, ofSorted: [1, 2])
    },
    WrongCall("a quantile that is no number", "a quantile of nan is none") {
        _ = quantile(.nan, ofSorted: [1, 2])
    },
    WrongCall("a quantile of nothing", "no values have no quantile") {
        _ = quantile(0.5, ofSorted: [])
    },
]
