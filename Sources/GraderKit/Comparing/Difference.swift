import Foundation

/// Two arrays of one shape that differ, and how: what a teacher would see at once.
struct Difference {
    let expected: Figures
    let got: Figures

    /// The error of each number in units of the tolerance.
    let errors: [Double]

    /// The error that is allowed, relative to the larger of 1 and a number.
    let tolerance: Double

    /// Whether the numbers only name something, so that nothing can be computed with them.
    var areLabels = false

    /// The pattern, if there is one, and the first number that differs.
    var words: String {
        [pattern?.words, first].compactMap(\.self).joined(separator: "; ")
    }

    /// What all the numbers have in common, and in words.
    typealias Pattern = (symptom: Symptom, words: String)

    /// The pattern, if there is one.
    var pattern: Pattern? {
        areLabels ? nil : notANumber ?? infinite ?? imprecise ?? factor ?? transposed ?? shifted
    }

    private var notANumber: Pattern? {
        let count = zip(expected.values, got.values).count { !$0.isNaN && $1.isNaN }
        guard count > 0 else { return nil }
        return (
            .notANumber,
            "\(count) of \(got.values.count) numbers are not a number (0 / 0, or a root or "
                + "logarithm of something negative)"
        )
    }

    private var infinite: Pattern? {
        let count = zip(expected.values, got.values).count { $0.isFinite && $1.isInfinite }
        guard count > 0 else { return nil }
        return (
            .infinite,
            "\(count) of \(got.values.count) numbers are infinite (a division by zero, or an "
                + "exponential of something large)"
        )
    }

    /// All digits that people look at are right, and more of them are asked for.
    private var imprecise: Pattern? {
        let largest = errors.max() ?? 0
        guard tolerance > 0, largest * tolerance <= 1e-4 else { return nil }
        return (
            .imprecise,
            "too imprecise: off by up to \(String(format: "%.1g", largest * tolerance)) of a "
                + "number's size, where \(String(format: "%.1g", tolerance)) is allowed"
        )
    }

    /// All numbers are off by the same factor.
    private var factor: Pattern? {
        guard let index = expected.values.indices.max(by: { size($0) < size($1) }),
            expected.values[index] != 0, expected.values.count(where: { $0 != 0 }) > 1
        else { return nil }
        let ratio = got.values[index] / expected.values[index]
        guard ratio.isFinite, abs(ratio) > 1e-9 else { return nil }
        let fits = zip(expected.values, got.values).allSatisfy {
            abs($1 - ratio * $0) <= 1e-6 * max(1e-9, abs($1))
        }
        guard fits else { return nil }
        if abs(ratio + 1) < 1e-6 { return (.wrongSign, "every number has the wrong sign") }
        return (.factor, "every number is \(Self.short(ratio)) times the expected one")
    }

    private var transposed: Pattern? {
        guard let shape = expected.shape, shape.count == 2, shape[0] == shape[1], shape[0] > 1
        else { return nil }
        let side = shape[0]
        let isTransposed = got.values.indices.allSatisfy { index in
            let mirrored = (index % side) * side + index / side
            return close(got.values[index], expected.values[mirrored])
        }
        return isTransposed ? (.transposed, "rows and columns are swapped (transposed)") : nil
    }

    /// All numbers stand one place too far left or right, or all are too large by one number.
    private var shifted: Pattern? {
        guard expected.values.count > 2 else { return nil }
        let offset = got.values[0] - expected.values[0]
        let isOffset = zip(expected.values, got.values).allSatisfy { close($1 - $0, offset) }
        if isOffset && offset.isFinite {
            let side = offset > 0 ? "large" : "small"
            return (.offset, "every number is \(Self.short(abs(offset))) too \(side)")
        }
        if zip(expected.values, got.values.dropFirst()).allSatisfy(close) {
            return (.misplaced, "every number stands one place too late")
        }
        if zip(expected.values.dropFirst(), got.values).allSatisfy(close) {
            return (.misplaced, "every number stands one place too early")
        }
        return nil
    }

    private var first: String? {
        guard let index = errors.firstIndex(where: { $0 > 1 }) else { return nil }
        let place = expected.values.count == 1 ? "" : " at \(position(index))"
        let others = errors.count { $0 > 1 }
        let share = errors.count == 1 ? "" : " (\(others) of \(errors.count) differ)"
        let (wanted, own) = Self.apart(expected.values[index], got.values[index])
        return "expected \(wanted), got \(own)\(place)\(share)"
    }

    /// Two numbers with as many digits as it takes to tell them apart, at least six.
    private static func apart(_ left: Double, _ right: Double) -> (String, String) {
        for digits in 6..<17 {
            let format = "%.\(digits)g"
            let (first, second) = (String(format: format, left), String(format: format, right))
            if first != second { return (first, second) }
        }
        return ("\(left)", "\(right)")
    }

    /// The index along each axis, for example "[2, 0]".
    private func position(_ index: Int) -> String {
        guard let shape = expected.shape else { return "number \(index)" }
        var rest = index
        let indices = shape.reversed().map { length in
            defer { rest /= length }
            return rest % length
        }
        return "\(Array(indices.reversed()))"
    }

    private func size(_ index: Int) -> Double {
        let value = abs(expected.values[index])
        return value.isFinite ? value : 0
    }

    private func close(_ left: Double, _ right: Double) -> Bool {
        left == right || abs(left - right) <= 1e-6 * max(1, abs(right))
    }

    /// Up to six significant digits, without a trailing ".0".
    static func short(_ value: Double) -> String { String(format: "%.6g", value) }
}
