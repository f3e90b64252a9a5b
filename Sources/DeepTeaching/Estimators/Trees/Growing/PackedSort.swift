/// Sorts 64-bit numbers whose upper 32 bits are a key and whose lower 32 bits travel along.
///
/// Few are sorted by insertion, many by their bytes from the lowest to the highest, which takes
/// as many passes as the highest key has bytes and no comparison.
///
/// Source: Knuth, The Art of Computer Programming, volume 3, 5.2.1 and 5.2.5, 1998.
final class PackedSort {
    /// The numbers to sort, filled by the caller.
    private(set) var keys: UnsafeMutablePointer<UInt64>

    private var spare: UnsafeMutablePointer<UInt64>
    private let counts: UnsafeMutablePointer<Int>

    init(capacity: Int) {
        keys = .allocate(capacity: max(1, capacity))
        spare = .allocate(capacity: max(1, capacity))
        counts = .allocate(capacity: 256)
    }

    deinit {
        keys.deallocate()
        spare.deallocate()
        counts.deallocate()
    }

    /// Sorts the first `count` numbers by their key.
    ///
    /// - Parameter highestKey: no key is larger.
    func sort(count: Int, highestKey: UInt32) {
        if count <= 40 {
            insertionSort(count: count)
        } else if count < 200 {
            var numbers = UnsafeMutableBufferPointer(start: keys, count: count)
            numbers.sort()
        } else {
            var shift: UInt64 = 32
            while shift < 64, UInt64(highestKey) >> (shift - 32) > 0 {
                distribute(count: count, shift: shift)
                shift += 8
            }
        }
    }

    private func insertionSort(count: Int) {
        let keys = self.keys
        var end = 1
        while end < count {
            let number = keys[end]
            var index = end
            while index > 0, keys[index &- 1] > number {
                keys[index] = keys[index &- 1]
                index &-= 1
            }
            keys[index] = number
            end &+= 1
        }
    }

    /// Sorts by one byte and keeps the order of those that agree in it.
    private func distribute(count: Int, shift: UInt64) {
        let keys = self.keys
        let spare = self.spare
        let counts = self.counts
        counts.update(repeating: 0, count: 256)
        for index in 0..<count { counts[Int((keys[index] &>> shift) & 0xff)] &+= 1 }
        if counts[Int((keys[0] &>> shift) & 0xff)] == count { return }
        var start = 0
        for byte in 0..<256 {
            let size = counts[byte]
            counts[byte] = start
            start &+= size
        }
        for index in 0..<count {
            let number = keys[index]
            let byte = Int((number &>> shift) & 0xff)
            spare[counts[byte]] = number
            counts[byte] &+= 1
        }
        swap(&self.keys, &self.spare)
    }
}
