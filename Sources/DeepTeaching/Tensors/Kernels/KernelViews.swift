// Numbers in memory under the indices of an equation, so that a plain kernel reads like it. A view knows
// no bounds, and lives no longer than the pointer that it is made from.

/// A matrix, row after row.
struct MatrixView {
    private let base: UnsafeMutablePointer<Double>
    private let columns: Int

    init(_ base: UnsafeMutablePointer<Double>, columns: Int) {
        self.base = base
        self.columns = columns
    }

    subscript(i: Int, j: Int) -> Double {
        @inline(__always) get { base[i &* columns &+ j] }
        @inline(__always) nonmutating set { base[i &* columns &+ j] = newValue }
    }
}

/// Four axes, row-major: images `[batch, height, width, channel]`, or weights `[kernel height, kernel
/// width, input, output]`.
struct FourAxisView {
    private let base: UnsafeMutablePointer<Double>
    private let second, third, fourth: Int

    init(_ base: UnsafeMutablePointer<Double>, shape: [Int]) {
        self.base = base
        (second, third, fourth) = (shape[1], shape[2], shape[3])
    }

    subscript(a: Int, b: Int, c: Int, d: Int) -> Double {
        @inline(__always) get { base[offset(a, b, c, d)] }
        @inline(__always) nonmutating set { base[offset(a, b, c, d)] = newValue }
    }

    @inline(__always)
    private func offset(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Int {
        ((a &* second &+ b) &* third &+ c) &* fourth &+ d
    }
}
