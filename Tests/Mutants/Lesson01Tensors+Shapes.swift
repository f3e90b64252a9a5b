import Curriculum
import Solutions

// MARK: - rowMajorStrides

extension TensorsMutants {
    /// The first axis varies fastest, as in Fortran and MATLAB.
    public enum FirstAxisFastest: TensorsMutant {
        /// The answer.
        public static func rowMajorStrides(of shape: [Int]) throws -> [Int] {
            shape.indices.map { shape[..<$0].reduce(1, *) }
        }
    }

    /// Each stride also counts the length of its own axis.
    public enum OwnLengthIncluded: TensorsMutant {
        /// The answer.
        public static func rowMajorStrides(of shape: [Int]) throws -> [Int] {
            shape.indices.map { shape[$0...].reduce(1, *) }
        }
    }

    /// The right strides in the wrong order.
    public enum StridesReversed: TensorsMutant {
        /// The answer.
        public static func rowMajorStrides(of shape: [Int]) throws -> [Int] {
            try TensorsSolution.rowMajorStrides(of: shape).reversed()
        }
    }

    /// The length of the next axis alone.
    public enum NextLengthOnly: TensorsMutant {
        /// The answer.
        public static func rowMajorStrides(of shape: [Int]) throws -> [Int] {
            shape.dropFirst() + (shape.isEmpty ? [] : [1])
        }
    }

    /// The product of two lengths at most, as if there were only images.
    public enum AtMostTwoLengths: TensorsMutant {
        /// The answer.
        public static func rowMajorStrides(of shape: [Int]) throws -> [Int] {
            shape.indices.map { shape[($0 + 1)...].prefix(2).reduce(1, *) }
        }
    }

    /// Counted in bytes, as NumPy does for numbers of eight bytes.
    public enum StridesInBytes: TensorsMutant {
        /// The answer.
        public static func rowMajorStrides(of shape: [Int]) throws -> [Int] {
            try TensorsSolution.rowMajorStrides(of: shape).map { 8 * $0 }
        }
    }

    /// An axis of length 1 has the stride 0, as if it were broadcast.
    public enum ZeroForLengthOne: TensorsMutant {
        /// The answer.
        public static func rowMajorStrides(of shape: [Int]) throws -> [Int] {
            zip(shape, try TensorsSolution.rowMajorStrides(of: shape)).map { $0 == 1 ? 0 : $1 }
        }
    }
}

extension TensorsAlternatives {
    /// For each axis the product of all later lengths, computed anew.
    public enum ProductOfLaterLengths: TensorsMutant {
        /// The answer.
        public static func rowMajorStrides(of shape: [Int]) throws -> [Int] {
            shape.indices.map { shape[($0 + 1)...].reduce(1, *) }
        }
    }
}

// MARK: - broadcastShape

extension TensorsMutants {
    /// The shapes are aligned at their first axis.
    public enum AlignedAtTheFirstAxis: TensorsMutant {
        /// The answer.
        public static func broadcastShape(_ a: [Int], _ b: [Int]) throws -> [Int]? {
            let common = try TensorsSolution.broadcastShape(a.reversed(), b.reversed())
            return common.map { $0.reversed() }
        }
    }

    /// Shapes with different numbers of axes never fit.
    public enum SameNumberOfAxes: TensorsMutant {
        /// The answer.
        public static func broadcastShape(_ a: [Int], _ b: [Int]) throws -> [Int]? {
            a.count == b.count ? try TensorsSolution.broadcastShape(a, b) : nil
        }
    }

    /// The axes that the shorter shape lacks are left out of the result.
    public enum MissingAxesDropped: TensorsMutant {
        /// The answer.
        public static func broadcastShape(_ a: [Int], _ b: [Int]) throws -> [Int]? {
            let rank = min(a.count, b.count)
            return try TensorsSolution.broadcastShape(a.suffix(rank), b.suffix(rank))
        }
    }

    /// Only the second shape is ever repeated.
    public enum OnlySecondIsStretched: TensorsMutant {
        /// The answer.
        public static func broadcastShape(_ a: [Int], _ b: [Int]) throws -> [Int]? {
            let common = try TensorsSolution.broadcastShape(a, b)
            let left = [Int](repeating: 1, count: max(0, b.count - a.count)) + a
            return common == left ? common : nil
        }
    }

    /// The larger length, which is wrong where the other is 0.
    public enum LargerLengthOfTwo: TensorsMutant {
        /// The answer.
        public static func broadcastShape(_ a: [Int], _ b: [Int]) throws -> [Int]? {
            guard try TensorsSolution.broadcastShape(a, b) != nil else { return nil }
            return larger(a, b)
        }
    }

    /// Any two lengths fit, the larger one counts.
    public enum EverythingFits: TensorsMutant {
        /// The answer.
        public static func broadcastShape(_ a: [Int], _ b: [Int]) throws -> [Int]? {
            try TensorsSolution.broadcastShape(a, b) ?? larger(a, b)
        }
    }

    /// A length fits its multiples, as if it were laid side by side like tiles.
    public enum MultiplesFit: TensorsMutant {
        /// The answer.
        public static func broadcastShape(_ a: [Int], _ b: [Int]) throws -> [Int]? {
            if let common = try TensorsSolution.broadcastShape(a, b) { return common }
            let areMultiples = pairs(a, b).allSatisfy { max($0, $1) % max(1, min($0, $1)) == 0 }
            return areMultiples ? larger(a, b) : nil
        }
    }

    /// An empty shape where there is none.
    public enum EmptyForNil: TensorsMutant {
        /// The answer.
        public static func broadcastShape(_ a: [Int], _ b: [Int]) throws -> [Int]? {
            try TensorsSolution.broadcastShape(a, b) ?? []
        }
    }
}

extension TensorsAlternatives {
    /// From the last axis to the first, with what is missing taken as 1.
    public enum FromTheLastAxis: TensorsMutant {
        /// The answer.
        public static func broadcastShape(_ a: [Int], _ b: [Int]) throws -> [Int]? {
            var common: [Int] = []
            for back in 1..<max(a.count, b.count) + 1 {
                let left = back <= a.count ? a[a.count - back] : 1
                let right = back <= b.count ? b[b.count - back] : 1
                if left != right && left != 1 && right != 1 { return nil }
                common.insert(left == 1 ? right : left, at: 0)
            }
            return common
        }
    }
}

/// The lengths that stand below each other, aligned at the last axis.
private func pairs(_ a: [Int], _ b: [Int]) -> [(Int, Int)] {
    func padded(_ shape: [Int]) -> [Int] {
        [Int](repeating: 1, count: max(a.count, b.count) - shape.count) + shape
    }
    return Array(zip(padded(a), padded(b)))
}

private func larger(_ a: [Int], _ b: [Int]) -> [Int] { pairs(a, b).map { max($0, $1) } }
