/// A small generator of random numbers: the same seed gives the same numbers, on every machine.
///
/// The state is one 64-bit counter; each draw adds the golden ratio and mixes the bits twice, so
/// neighbouring seeds give unrelated streams.
///
/// Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA, 2014
/// (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator whose stream is decided by `seed` alone.
    public init(seed: UInt64) { state = seed }

    /// A generator for one named part of a larger computation: the streams of two parts of one
    /// seed, or of two seeds, have nothing to do with each other.
    public init(seed: UInt64, stream: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
        for byte in stream.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        var mixer = SeededGenerator(seed: seed ^ hash)
        state = mixer.next()
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// A number from 0 up to but not including 1, of 53 random bits.
    public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number from `lower` up to but not including `upper`.
    public mutating func uniform(_ lower: Double, _ upper: Double) -> Double {
        lower + (upper - lower) * uniform()
    }

    /// A whole number from 0 to `bound - 1`, each equally likely (multiply and shift).
    public mutating func index(below bound: Int) -> Int {
        require(bound > 0, "cannot draw an index below \(bound): the bound must be positive")
        return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// The elements in a random order (Fisher and Yates).
    public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var result = elements
        for last in stride(from: result.count - 1, to: 0, by: -1) {
            result.swapAt(last, index(below: last + 1))
        }
        return result
    }
}
