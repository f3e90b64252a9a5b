import DeepTeaching
import Foundation

/// Makes damaged files from sound ones. The seed, the format and the number of a mutant decide it.
struct Mutator {
    let samples: [Data]
    let words: [Data]
    let mended: @Sendable (Data) -> Data
    let seed: UInt64
    let name: String

    init<Format: FileFormat>(_ format: Format, seed: UInt64) throws {
        samples = try format.samples
        words = Format.words.map { Data($0.utf8) }
        mended = Format.mended
        self.seed = seed
        name = Format.name
    }

    /// The mutant of a number: one to four changes of a sample, half of them mended afterwards.
    func mutant(_ index: Int) -> Data {
        var generator = SeededGenerator(seed: seed, stream: "\(name) \(index)")
        var bytes = [UInt8](samples[generator.index(below: samples.count)])
        // Most have one change: these are nearest to being accepted.
        for _ in 0..<[1, 1, 1, 2, 3, 4].pick(using: &generator) {
            change(&bytes, using: &generator)
        }
        let data = Data(bytes)
        return generator.index(below: 2) == 0 ? mended(data) : data
    }

    private func change(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        let place = place(in: bytes, using: &generator)
        switch generator.index(below: 10) {
        case 0: bytes.flipBit(at: place, using: &generator)
        case 1: bytes.overwrite(at: place, with: [telling.pick(using: &generator)])
        case 2: bytes.overwrite(at: place, with: wideNumber(using: &generator))
        case 3: bytes.replaceNumber(near: place, using: &generator)
        case 4: bytes.insert(contentsOf: bytes.piece(using: &generator), at: place)
        case 5: bytes.removeSubrange(bytes.range(from: place, using: &generator))
        case 6: bytes.overwrite(at: place, with: bytes.piece(using: &generator))
        case 7: bytes.overwrite(at: place, with: splice(using: &generator))
        case 8 where !words.isEmpty:
            bytes.insert(contentsOf: words.pick(using: &generator), at: place)
        case 9 where generator.index(below: 4) == 0: bytes.removeSubrange(place...)
        default: bytes.overwrite(at: place, with: [UInt8(generator.index(below: 256))])
        }
    }

    /// Half of all places lie in the first 400 bytes, where most formats say what follows.
    private func place(in bytes: [UInt8], using generator: inout SeededGenerator) -> Int {
        let isEarly = generator.index(below: 2) == 0
        return generator.index(below: (isEarly ? min(400, bytes.count) : bytes.count) + 1)
    }

    /// A piece of another sound file.
    private func splice(using generator: inout SeededGenerator) -> [UInt8] {
        [UInt8](samples.pick(using: &generator)).piece(using: &generator)
    }

    /// Bytes on which readers of text and of numbers have stumbled.
    private var telling: [UInt8] {
        [0, 1, 0x7f, 0x80, 0xff, 0xc3, 0xe9] + Array("09-+.,eE\"'<>&{}[]() \r\n\t".utf8)
    }

    /// A number of 2, 4 or 8 bytes near a limit, in either order.
    private func wideNumber(using generator: inout SeededGenerator) -> [UInt8] {
        let limits: [UInt64] = [
            0, 1, 2, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff,
            0x1_0000_0000, 1 << 62, UInt64(Int64.max), 1 << 63, .max,
        ]
        let number = limits.pick(using: &generator) &- UInt64(generator.index(below: 2))
        let count = [2, 4, 8].pick(using: &generator)
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        return generator.index(below: 2) == 0 ? bytes : bytes.reversed()
    }
}

extension RandomAccessCollection where Index == Int {
    /// One of the elements.
    fileprivate func pick(using generator: inout SeededGenerator) -> Element {
        self[startIndex + generator.index(below: count)]
    }
}
