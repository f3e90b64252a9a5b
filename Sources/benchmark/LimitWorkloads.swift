import DeepTeaching
import Foundation

// The limits of the machine: what no library can beat. The names are the peers' names of the same
// limits, whatever library they measured them with.
extension Workload {
    /// Large products in single and in double precision. Double runs the plain loops.
    static var productLimits: [Workload] {
        [
            product("limit_sgemm_1024_torch", 1024, Float.self),
            product("limit_sgemm_2048_torch", 2048, Float.self),
            product("limit_sgemm_2048_numpy_openblas", 2048, Float.self),
            product("limit_dgemm_1024_torch", 1024, Double.self),
        ]
    }

    private static func product<Scalar: TensorScalar>(
        _ name: String, _ side: Int, _: Scalar.Type
    ) -> Workload {
        Workload(
            name: name, items: 1, unit: "calls/s", operations: 2 * Double(side * side * side)
        ) {
            var generator = SeededGenerator(seed: 0)
            let a = Tensor<Scalar>.normal([side, side], using: &generator)
            let b = Tensor<Scalar>.normal([side, side], using: &generator)
            return { _ = a.matrixProduct(b) }
        }
    }

    /// How fast memory is copied, read, added and filled: three arrays of 256 MiB, cut among the
    /// threads.
    static func memoryLimits(threads: Int) -> [Workload] {
        let count = (64 << 20) / threads
        let bytes = Double(count * threads * MemoryLayout<Float>.stride)
        func workload(
            _ name: String, moving factor: Double,
            _ work: @escaping @Sendable (MemoryParts, Int) -> Void
        ) -> Workload {
            Workload(name: name, items: 1, unit: "calls/s", bytes: factor * bytes) {
                let parts = MemoryParts(threads: threads, count: count)
                return { parallel(threads) { work(parts, $0) } }
            }
        }
        return [
            workload("limit_mem_copy_numpy", moving: 2) {
                $0.y[$1].update(from: $0.x[$1], count: count)
            },
            workload("limit_mem_sum_numpy_read", moving: 1) { $0.square($1) },
            workload("limit_mem_triad_torch", moving: 3) { $0.triad($1) },
            workload("limit_mem_fill_numpy", moving: 1) {
                $0.y[$1].update(repeating: 1, count: count)
            },
        ]
    }
}

/// Three large arrays for each thread. Each part is used by one thread at a time.
final class MemoryParts: @unchecked Sendable {
    let x, y, z: [UnsafeMutablePointer<Float>]
    private let count: Int

    init(threads: Int, count: Int) {
        func arrays() -> [UnsafeMutablePointer<Float>] {
            (0..<threads).map { _ in
                UnsafeMutableRawPointer.allocate(
                    byteCount: count * MemoryLayout<Float>.stride, alignment: 64
                ).initializeMemory(as: Float.self, repeating: 1, count: count)
            }
        }
        (x, y, z) = (arrays(), arrays(), arrays())
        self.count = count
    }

    deinit { for array in x + y + z { array.deallocate() } }

    /// z = x + 1.5 y.
    func triad(_ part: Int) {
        let (x, y, z) = (x[part], y[part], z[part])
        for index in 0..<count { z[index] = x[index] + 1.5 * y[index] }
    }

    /// The sum of squares of x, in 64 sums side by side; written down, so that it is computed.
    func square(_ part: Int) {
        let x = UnsafeMutableRawPointer(x[part]).assumingMemoryBound(to: SIMD16<Float>.self)
        var sums = (SIMD16<Float>(), SIMD16<Float>(), SIMD16<Float>(), SIMD16<Float>())
        for place in stride(from: 0, to: count / 16 - 3, by: 4) {
            sums.0 += x[place] * x[place]
            sums.1 += x[place + 1] * x[place + 1]
            sums.2 += x[place + 2] * x[place + 2]
            sums.3 += x[place + 3] * x[place + 3]
        }
        z[part][0] = (sums.0 + sums.1 + sums.2 + sums.3).sum()
    }
}
