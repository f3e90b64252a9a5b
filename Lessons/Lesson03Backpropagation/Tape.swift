import Foundation

/// A machine that computes single numbers and remembers how: all of backpropagation in a hundred
/// lines.
///
/// Each operation is one call of `write`: first what is computed, then each operand with its slope,
/// by how much the result grows for each unit by which the operand grows. A number is known by its
/// place on the tape, which is behind the places of all its operands: so the tape is a topological
/// order.
///
/// Source: Wengert, A simple automatic derivative evaluation program, Communications of the ACM,
/// 1964.
struct Tape {
    /// All numbers, in the order in which they were computed.
    private(set) var values: [Double] = []

    /// For each number its operands, and the slopes with respect to them.
    private var uses: [[Use]] = []

    private typealias Use = (operand: Int, slope: Double)

    /// How many numbers were computed or given.
    var count: Int { values.count }

    /// How many arrows lead from operands to results.
    var arrowCount: Int { uses.reduce(0) { $0 + $1.count } }

    // Forward: the value. Backward: in the brackets each operand with its slope.

    /// A given number.
    mutating func input(_ value: Double) -> Int { write(value, []) }

    /// a + b.
    mutating func sum(_ a: Int, _ b: Int) -> Int {
        write(values[a] + values[b], [(a, 1), (b, 1)])
    }

    /// a - b.
    mutating func difference(_ a: Int, _ b: Int) -> Int {
        write(values[a] - values[b], [(a, 1), (b, -1)])
    }

    /// a b.
    mutating func product(_ a: Int, _ b: Int) -> Int {
        // listing: Tape.product
        let (x, y) = (values[a], values[b])
        return write(x * y, [(a, y), (b, x)])
        // end listing
    }

    /// max(a, 0).
    mutating func relu(_ a: Int) -> Int {
        write(max(values[a], 0), [(a, values[a] > 0 ? 1 : 0)])
    }

    /// exp(a).
    mutating func exponential(_ a: Int) -> Int {
        let y = exp(values[a])
        return write(y, [(a, y)])
    }

    /// log(a).
    mutating func logarithm(_ a: Int) -> Int {
        write(log(values[a]), [(a, 1 / values[a])])
    }

    /// Each number's gradient: how the result grows with it. Begins with 1 at the result and walks
    /// back; everybody who used a number stands behind it, so its gradient is complete when the
    /// walk arrives.
    ///
    /// - Parameter overwriting: the wrong way: of several shares of a number only the last one
    ///   remains.
    func gradients(of result: Int, overwriting: Bool = false) -> [Double] {
        var gradients = [Double](repeating: 0, count: count)
        gradients[result] = 1
        for number in (0...result).reversed() {
            let gradient = gradients[number]
            for use in uses[number] {
                let share = gradient * use.slope
                gradients[use.operand] = overwriting ? share : gradients[use.operand] + share
            }
        }
        return gradients
    }

    private mutating func write(_ value: Double, _ operands: [Use]) -> Int {
        values.append(value)
        uses.append(operands)
        return values.count - 1
    }
}
