import CKernels

extension ColorRow {
    /// From red, green, blue to hue in degrees, saturation and value.
    ///
    /// Source: Smith, Color gamut transform pairs, SIGGRAPH, 1978.
    func hsvOfRGB() {
        hsv_of_rgb(count, first, second, third)
    }

    /// From hue, saturation, value to red, green, blue; hues a whole turn apart are the same.
    func rgbOfHSV() {
        for i in 0..<count {
            let turns = first[i] / 360
            let hue = 6 * (turns - turns.rounded(.down))
            let (value, chroma) = (third[i], second[i] * third[i])
            first[i] = value - chroma * shade(hue, from: 5)
            second[i] = value - chroma * shade(hue, from: 3)
            third[i] = value - chroma * shade(hue, from: 1)
        }
    }
}

/// How much of the chroma a colour lacks at a hue in sixths of the circle: 1 over two sixths, from
/// its own `start` on with ramps on both sides, else 0.
@inline(__always)
private func shade(_ hue: Float, from start: Float) -> Float {
    let sum = hue + start
    let place = sum < 6 ? sum : sum - 6
    let falling = 4 - place
    let lower = place < falling ? place : falling
    let cut = lower < 1 ? lower : 1
    return cut > 0 ? cut : 0
}

extension RGB {
    /// The nearest bytes of a colour; its hue may be any number of degrees.
    public init(_ color: HSV) {
        let turns = color.hue / 360
        let hue = 6 * (turns - turns.rounded(.down))
        let chroma = color.saturation * color.value
        func byte(_ start: Float) -> UInt8 { (color.value - chroma * shade(hue, from: start)).byte }
        self.init(byte(5), byte(3), byte(1))
    }
}
