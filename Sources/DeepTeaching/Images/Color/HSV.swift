/// A colour as hue, saturation and value.
///
/// Source: Smith, Color gamut transform pairs, SIGGRAPH, 1978.
public struct HSV: Sendable, Hashable, Codable {
    /// The place on the colour circle in degrees, from 0 up to but not including 360: red 0,
    /// green 120, blue 240. Grey has the hue 0.
    public var hue: Float

    /// How colourful, from 0 (grey) to 1.
    public var saturation: Float

    /// The largest of red, green and blue, from 0 to 1.
    public var value: Float

    /// A colour of three components.
    public init(hue: Float, saturation: Float, value: Float) {
        self.hue = hue
        self.saturation = saturation
        self.value = value
    }
}

extension RGB {
    /// The same colour as hue, saturation and value.
    public var hsv: HSV {
        let (r, g, b) = (Float(red), Float(green), Float(blue))
        let largest = max(r, g, b)
        let range = largest - min(r, g, b)
        if range == 0 { return HSV(hue: 0, saturation: 0, value: largest / 255) }
        var sextant: Float
        if largest == r {
            sextant = (g - b) / range
            if sextant < 0 { sextant += 6 }
        } else if largest == g {
            sextant = 2 + (b - r) / range
        } else {
            sextant = 4 + (r - g) / range
        }
        return HSV(hue: 60 * sextant, saturation: range / largest, value: largest / 255)
    }
}
