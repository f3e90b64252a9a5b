extension StructuringElement {
    /// All pixels whose centre is at most `radius` pixels from the origin: dx^2 + dy^2 <= r^2.
    ///
    /// A radius of 0 is the origin alone, 1 a cross of five pixels.
    public static func disk(radius: Double) -> StructuringElement {
        require(
            radius >= 0 && radius < 1_000_000, "a disk cannot have a radius of \(radius) pixels")
        let squared = radius * radius
        let reach = Int(radius)
        return StructuringElement(
            spans: (-reach...reach).map { dy in
                var halfWidth = Int((squared - Double(dy * dy)).squareRoot())
                // The root may round up or down across a whole number.
                while Double(halfWidth * halfWidth + dy * dy) > squared { halfWidth -= 1 }
                while Double((halfWidth + 1) * (halfWidth + 1) + dy * dy) <= squared {
                    halfWidth += 1
                }
                return Span(dy: dy, first: -halfWidth, last: halfWidth)
            })
    }

    /// A square of an odd number of pixels around the origin.
    public static func square(side: Int) -> StructuringElement {
        require(
            side > 0 && side % 2 == 1 && side < 2_000_000,
            "a square of \(side) pixels cannot be used: its side must be odd and below 2000000")
        let reach = side / 2
        return StructuringElement(
            spans: (-reach...reach).map { Span(dy: $0, first: -reach, last: reach) })
    }
}
