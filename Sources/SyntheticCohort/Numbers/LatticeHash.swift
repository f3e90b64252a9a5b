/// Random bits for a place on a lattice: the same place gives the same bits in whatever order the
/// places are visited, so that any tile can be painted alone.
enum LatticeHash {
    /// 64 random bits for column `i` and row `j` of the lattice named by `key`.
    @inline(__always)
    static func bits(key: UInt64, _ i: Int, _ j: Int) -> UInt64 {
        var z = key
        z ^= UInt64(truncatingIfNeeded: i) &* 0x9e37_79b9_7f4a_7c15
        z ^= UInt64(truncatingIfNeeded: j) &* 0xc2b2_ae3d_27d4_eb4f
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// The `index`-th of the four numbers from 0 to 1 that 64 bits hold, 16 bits each.
    @inline(__always)
    static func unit(_ bits: UInt64, _ index: UInt64) -> Float {
        Float(Int32(truncatingIfNeeded: (bits >> (index &* 16)) & 0xffff)) * (1 / 65536)
    }
}
