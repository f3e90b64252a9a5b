/// The neighbourhood that erosion and dilation look at, symmetric about its middle.
public struct StructuringElement: Sendable, Equatable {
    /// For each row from the middle one downwards, how many pixels it reaches to each side.
    /// The rows above the middle mirror those below.
    let halfWidths: [Int]

    /// All pixels whose centre is at most `radius` pixels from the middle: dx^2 + dy^2 <= r^2.
    ///
    /// A radius of 0 is the middle alone, 1 a cross of five pixels.
    public static func disk(radius: Double) -> StructuringElement {
        require(
            radius >= 0 && radius < 1_000_000, "a disk cannot have a radius of \(radius) pixels")
        let squared = radius * radius
        let rows = (0...Int(radius)).map { dy -> Int in
            var halfWidth = Int((squared - Double(dy * dy)).squareRoot())
            // The root may round up or down across a whole number.
            while Double(halfWidth * halfWidth + dy * dy) > squared { halfWidth -= 1 }
            while Double((halfWidth + 1) * (halfWidth + 1) + dy * dy) <= squared { halfWidth += 1 }
            return halfWidth
        }
        return StructuringElement(halfWidths: rows)
    }

    /// A square of an odd number of pixels.
    public static func square(side: Int) -> StructuringElement {
        require(
            side > 0 && side % 2 == 1 && side < 2_000_000,
            "a square of \(side) pixels cannot be used: its side must be odd and below 2000000")
        return StructuringElement(
            halfWidths: [Int](repeating: side / 2, count: side / 2 + 1))
    }

    /// The element as a picture, for a figure.
    public var mask: Mask {
        let reach = max(halfWidths.count - 1, halfWidths.max() ?? 0)
        var mask = Mask(size: PixelSize(side: 2 * reach + 1))
        for dy in -reach...reach where abs(dy) < halfWidths.count {
            let halfWidth = halfWidths[abs(dy)]
            for dx in -halfWidth...halfWidth { mask[x: reach + dx, y: reach + dy] = true }
        }
        return mask
    }
}
