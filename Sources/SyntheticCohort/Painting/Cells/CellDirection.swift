/// 256 directions, so that a cell needs neither sine nor cosine.
enum CellDirection {
    private static let axes: [SIMD2<Float>] = (0..<256).map { index in
        let turns = Double(index) / 512
        return SIMD2(
            Float(ExactMath.cosine(turns: turns)), Float(ExactMath.sine(turns: turns)))
    }

    /// The direction that a cell's random bits choose.
    static func axis(_ bits: UInt64) -> SIMD2<Float> { axes[Int((bits >> 7) & 255)] }
}
