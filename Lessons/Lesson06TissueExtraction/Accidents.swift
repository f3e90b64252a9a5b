import DeepTeaching
import Foundation
import LessonSlides

/// A slide on which all goes wrong that can go wrong: four pens, a black block, and tissue that lies
/// double. Each pixel that is drawn is known.
struct Accidents {
    private(set) var image: Image

    /// What was drawn, in the order in which it was drawn.
    private(set) var drawn: [Drawn] = []

    /// Pixels of one kind.
    struct Drawn {
        let name: String
        let material: SlideMaterial
        var mask: Mask
    }

    private static let pens = [
        ("blue pen", RGB(40, 80, 175)), ("green pen", RGB(40, 130, 85)),
        ("red pen", RGB(200, 35, 45)), ("black pen", RGB(45, 44, 48)),
    ]

    init(on clean: Image, tissue: Mask) {
        image = clean
        fold(tissue)
        for (number, pen) in Self.pens.enumerated() { stroke(number, pen) }
        block()
    }

    /// A crease down the middle of the tissue, three pixels wide.
    private mutating func fold(_ tissue: Mask) {
        let size = image.size
        let columns = tissue.pixels.indices.filter { tissue.pixels[$0] }.map { $0 % size.width }
        let middle = columns.isEmpty ? size.width / 2 : columns.sorted()[columns.count / 2]
        var mask = Mask(size: size)
        for y in size.height / 4..<size.height * 3 / 4 {
            let bend = Int((sin(Double(y) / Double(size.height) * 9) * 3).rounded())
            for x in middle + bend - 1...middle + bend + 1
            where x >= 0 && x < size.width && tissue[x: x, y: y] {
                image[x: x, y: y] = DoubledStain.color(image[x: x, y: y])
                mask[x: x, y: y] = true
            }
        }
        drawn.append(Drawn(name: "fold", material: .fold, mask: mask))
    }

    /// Two strokes at the top, two at the bottom.
    private mutating func stroke(_ number: Int, _ pen: (name: String, color: RGB)) {
        let size = image.size
        let thickness = max(3, size.height / 40)
        let left = number % 2 == 0 ? 0.15 : 0.6
        let top = number < 2 ? size.height / 14 : size.height * 11 / 12 - thickness
        var mask = Mask(size: size)
        for x in Int(left * Double(size.width))..<Int((left + 0.28) * Double(size.width)) {
            let wave = sin(Double(x) / Double(size.width) * 30) * Double(thickness) / 2
            for y in top + Int(wave)..<top + Int(wave) + thickness where y >= 0 && y < size.height {
                image[x: x, y: y] = pen.color
                mask[x: x, y: y] = true
            }
        }
        drawn.append(Drawn(name: pen.name, material: .pen, mask: mask))
    }

    /// What the scanner left out, in the corner.
    private mutating func block() {
        let size = image.size
        var mask = Mask(size: size)
        for y in (size.height * 9 / 10)..<size.height {
            for x in 0..<size.width / 8 {
                image[x: x, y: y] = RGB(UInt8(6 + x % 5), UInt8(3 + y % 4), UInt8(8 + (x + y) % 5))
                mask[x: x, y: y] = true
            }
        }
        drawn.append(Drawn(name: "black block", material: .black, mask: mask))
    }
}
