import GraderKit

/// How far two results lie from each other. Not-a-number is never near to a number.
public struct Distance: Sendable, Equatable {
    /// What keeps two results apart.
    public enum Kind: Sendable, Equatable {
        /// They have the same bits, or are not-a-number in the same places.
        case none
        /// The largest absolute difference.
        case largest(Double)
        /// The shapes differ, so that nothing can be compared.
        case shapes(String, String)
        /// How many places hold not-a-number in the first result only, or in the second only.
        case notANumber(count: Int)
    }

    /// What keeps them apart.
    public let kind: Kind

    /// The distance of the student's numbers from the library's.
    public init(_ own: Figures, _ library: Figures) {
        guard own.shape == library.shape, own.values.count == library.values.count else {
            kind = .shapes(own.shapeWords, library.shapeWords)
            return
        }
        let pairs = zip(own.values, library.values)
        let odd = pairs.count { $0.isNaN != $1.isNaN }
        if odd > 0 {
            kind = .notANumber(count: odd)
            return
        }
        // Equal infinities lie 0 apart, though their difference is not a number.
        let largest = pairs.filter { !$0.isNaN && $0 != $1 }.map { abs($0 - $1) }.max() ?? 0
        kind = largest == 0 ? .none : .largest(largest)
    }

    /// The largest absolute difference; not-a-number if shapes or places of not-a-number differ.
    public var largest: Double {
        switch kind {
        case .none: 0
        case .largest(let difference): difference
        case .shapes, .notANumber: .nan
        }
    }

    /// What follows on "**Yours:** `function` ...".
    var words: String {
        switch kind {
        case .none: "gives just what the library gives"
        case .largest(let difference):
            "differs from the library by at most \(NumberFormat.scientific(1).text(difference))"
        case .shapes(let own, let library):
            "gives the shape \(own), the library \(library)"
        case .notANumber(let count):
            "and the library differ in \(count) \(count == 1 ? "place" : "places") that one of them "
                + "fills with not-a-number"
        }
    }
}

extension FiguresConvertible {
    /// The largest absolute difference from another result of the same shape; not-a-number if
    /// shapes differ or one of two numbers is not-a-number.
    public func largestDifference(from other: some FiguresConvertible) -> Double {
        Distance(figures, other.figures).largest
    }
}
