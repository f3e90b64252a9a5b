import XCTest

@testable import DeepTeaching

/// Axes are counted from either end, and rows are taken by their number.
final class AxisTests: XCTestCase {
    private typealias Numbers = Tensor<Double>

    private let x = Numbers.counting(24).map { ($0 * 7).truncatingRemainder(dividingBy: 24) }
        .reshaped([2, 3, 4])

    /// Each function of a tensor that takes an axis.
    private let functions: [String: @Sendable (Numbers, Int) -> Numbers] = [
        "sum": { $0.sum(axes: [$1]) }, "mean": { $0.mean(axes: [$1], keepingAxes: true) },
        "variance": { $0.variance(axes: [$1]) }, "maximum": { $0.maximum(axes: [$1]) },
        "minimum": { $0.minimum(axes: [$1], keepingAxes: true) },
        "logSumExp": { $0.logSumExp(axes: [$1]) }, "softmax": { $0.softmax(axis: $1) },
        "logSoftmax": { $0.logSoftmax(axis: $1) },
        "gathered": { $0.gathered([1, 0, 1], axis: $1) },
        "concatenated": { .concatenated([$0, $0 + 1], axis: $1) },
        "unstacked": { .stacked($0.unstacked(axis: $1)) },
        "slice": { $0.slice(1..<2, axis: $1) }, "reversed": { $0.reversed(axis: $1) },
        "strided": { $0.strided(by: 2, axis: $1) }, "spread": { $0.spread(by: 2, axis: $1) },
        "removingAxis": { $0.slice(0..<1, axis: $1).removingAxis($1) },
    ]

    func testAxesFromTheEndAreThoseFromTheStart() {
        for (name, function) in functions {
            for axis in 0..<3 {
                XCTAssertEqual(function(x, axis - 3), function(x, axis), "\(name) \(axis)")
            }
        }
        for axis in 0..<4 {
            XCTAssertEqual(
                Numbers.stacked([x, x + 1], axis: axis - 4), .stacked([x, x + 1], axis: axis))
            XCTAssertEqual(x.insertingAxis(at: axis - 4), x.insertingAxis(at: axis))
        }
        XCTAssertEqual(x.argmax(axis: -2), x.argmax(axis: 1))
        XCTAssertEqual(x.argmin(axis: -1), x.argmin(axis: 2))
        XCTAssertEqual(x.transposed([-1, 0, -2]), x.transposed([2, 0, 1]))
        XCTAssertEqual(x.scattered(to: [0, 0, 1], length: 2, axis: -2).sum(), x.sum())
        XCTAssertEqual(x.sum(axes: [-1, 0]), x.sum(axes: [0, 2]))
    }

    func testVariablesCountAxesFromTheEndToo() {
        typealias Function = @Sendable (Variable<Double>, Int) -> Variable<Double>
        let functions: [String: Function] = [
            "sum": { $0.sum(axes: [$1]) }, "mean": { $0.mean(axes: [$1]) },
            "variance": { $0.variance(axes: [$1], keepingAxes: true) },
            "maximum": { $0.maximum(axes: [$1]) }, "minimum": { $0.minimum(axes: [$1]) },
            "logSumExp": { $0.logSumExp(axes: [$1]) }, "softmax": { $0.softmax(axis: $1) },
            "logSoftmax": { $0.logSoftmax(axis: $1) },
            "gathered": { $0.gathered([1, 0, 1], axis: $1) },
            "concatenated": { .concatenated([$0, $0 * $0], axis: $1) },
            "stacked": { .stacked([$0, $0 * $0], axis: $1) },
            "unstacked": { $0.unstacked(axis: $1)[1] },
            "slice": { $0.slice(1..<2, axis: $1) }, "reversed": { $0.reversed(axis: $1) },
            "strided": { $0.strided(by: 2, axis: $1) },
            "spread": { $0.spread(by: 2, axis: $1) },
            "insertingAxis": { $0.insertingAxis(at: $1) },
            "removingAxis": { $0.slice(0..<1, axis: $1).removingAxis($1) },
            "transposed": { $0.transposed([$1, ($1 + 1) % 3, ($1 + 2) % 3].map { $0 - 3 }) },
        ]
        for (name, function) in functions {
            let grows = name == "stacked" || name == "insertingAxis"
            for axis in 0..<3 {
                let other = name == "transposed" ? axis : axis - (grows ? 4 : 3)
                func result(_ axis: Int) -> (Double, [Tensor<Double>]) {
                    let found = gradients(of: Variable(x)) { x in
                        let y = function(x, axis)
                        let weights = Numbers.counting(y.value.count).reshaped(y.shape)
                        return (y * y * Variable(weights)).sum()
                    }
                    return (found.loss, found.gradients.values)
                }
                XCTAssertEqual(result(other).0, result(axis).0, "\(name) \(axis)")
                XCTAssertEqual(result(other).1, result(axis).1, "\(name) \(axis)")
            }
        }
    }

    func testOneIndexIsARow() {
        let image: Tensor<Double> = x[1]
        XCTAssertEqual(image, x.slice(1..<2).reshaped([3, 4]))
        XCTAssertEqual(x[1].maximum().scalar, image.elements.max())
        var changed = x
        changed[0] = image * 2
        XCTAssertEqual(changed.slice(0..<1).reshaped([3, 4]), image * 2)
        XCTAssertEqual(changed.slice(1..<2), x.slice(1..<2))
        // In a vector one index is the place of a number, as it was.
        let vector = Tensor<Double>([4, 5, 6], shape: [3])
        let number = vector[1]
        XCTAssertEqual(number + 1, 6)
    }

    func testTensorsChangeTheirPrecision() {
        let exact = Tensor<Double>([0.1, -2, 1e300, .infinity, 1 / 3], shape: [5, 1])
        let fast = Tensor<Float>(exact)
        XCTAssertEqual(fast.shape, [5, 1])
        XCTAssertEqual(fast.elements, [0.1, -2, .infinity, .infinity, 1 / 3])
        XCTAssertEqual(Tensor<Double>(fast).elements[0], Double(Float(0.1)))
        XCTAssertEqual(Tensor<Float>(Tensor<Double>(fast)), fast)
        XCTAssertEqual(Tensor<Double>(exact), exact)
    }
}
