import DeepTeaching
import Foundation

/// What can lie on a slide besides tissue, drawn onto a picture of it: two pen strokes and a block
/// that the scanner left black.
struct Ink {
    let image: Image

    /// The pixels that were drawn over.
    let mask: Mask

    /// The colours of the two pens.
    static let pens = [RGB(30, 70, 165), RGB(25, 120, 70)]

    /// The colour of the block, which varies a little.
    static let block = RGB(8, 4, 10)

    init(on clean: Image) {
        let size = clean.size
        var image = clean
        var mask = Mask(size: size)
        func draw(_ x: Int, _ y: Int, _ color: RGB) {
            guard x >= 0, y >= 0, x < size.width, y < size.height else { return }
            image[x: x, y: y] = color
            mask[x: x, y: y] = true
        }
        let thickness = max(2, size.height / 60)
        for (from, color) in zip([0.08, 0.62], Self.pens) {
            for x in Int(from * Double(size.width))..<Int((from + 0.28) * Double(size.width)) {
                let wave = sin(Double(x) / Double(size.width) * 40) * Double(thickness)
                for y in 0..<thickness { draw(x, Int(wave) + size.height / 12 + y, color) }
            }
        }
        for y in (size.height * 9 / 10)..<size.height {
            for x in 0..<size.width / 8 {
                draw(x, y, RGB(UInt8(6 + x % 5), UInt8(3 + y % 4), UInt8(8 + (x + y) % 5)))
            }
        }
        self.image = image
        self.mask = mask
    }

    /// The share of the ink that a mask takes for tissue.
    func share(takenBy tissue: Mask) -> Double {
        Double(tissue.intersection(mask).foregroundCount) / Double(max(1, mask.foregroundCount))
    }
}
