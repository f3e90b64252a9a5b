import Foundation

/// Colours for numbers from 0 to 1, in 256 steps.
public struct ColorMap: Sendable, Equatable {
    /// The colours from 0 to 1.
    public let colors: [RGB]

    /// A map through the given colours, in equal steps.
    public init(colors: [RGB]) {
        require(!colors.isEmpty, "a colour map needs at least one colour")
        self.colors = colors
    }

    /// The colour of a value; below 0 and above 1 it stays at the ends, and what is not a number
    /// is grey.
    public func color(of value: Float) -> RGB {
        if value.isNaN { return RGB(128, 128, 128) }
        let scaled = min(1, max(0, value)) * Float(colors.count)
        return colors[min(colors.count - 1, Int(scaled))]
    }

    /// From black to white.
    public static let gray = ColorMap(
        colors: (0..<256).map { RGB(UInt8($0), UInt8($0), UInt8($0)) })

    /// From dark violet over green-blue to light yellow, lighter in equal steps as the eye sees
    /// them, so that it also reads in grey and with any colour vision.
    ///
    /// Lightness L runs from 0.22 to 0.95 and hue from 300 to 105 degrees in the Oklab space;
    /// the colourfulness is the largest up to 0.12 that a screen can show.
    ///
    /// Source: Ottosson, A perceptual color space for image processing, 2020.
    public static let perceptual = ColorMap(
        colors: (0..<256).map { step in
            let t = Double(step) / 255
            return mostColorful(lightness: 0.22 + 0.73 * t, hue: 300 - 195 * t, upTo: 0.12)
        })

    private static func mostColorful(lightness: Double, hue: Double, upTo limit: Double) -> RGB {
        let angle = hue * .pi / 180
        func light(_ chroma: Double) -> [Double] {
            linearRGB(lightness, chroma * cos(angle), chroma * sin(angle))
        }
        func isShown(_ chroma: Double) -> Bool {
            light(chroma).allSatisfy { $0 >= 0 && $0 <= 1 }
        }
        if isShown(limit) { return screenColor(light(limit)) }
        var (shown, notShown) = (0.0, limit)
        for _ in 0..<20 {
            let middle = (shown + notShown) / 2
            if isShown(middle) { shown = middle } else { notShown = middle }
        }
        return screenColor(light(shown))
    }

    /// Oklab to linear red, green and blue.
    private static func linearRGB(_ lightness: Double, _ a: Double, _ b: Double) -> [Double] {
        let l = lightness + 0.3963377774 * a + 0.2158037573 * b
        let m = lightness - 0.1055613458 * a - 0.0638541728 * b
        let s = lightness - 0.0894841775 * a - 1.2914855480 * b
        let (long, medium, short) = (l * l * l, m * m * m, s * s * s)
        return [
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        ]
    }

    /// Linear light to the bytes of an sRGB screen (IEC 61966-2-1).
    private static func screenColor(_ linear: [Double]) -> RGB {
        let bytes = linear.map { value -> UInt8 in
            let value = min(1, max(0, value))
            let encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055
            return UInt8((255 * encoded).rounded())
        }
        return RGB(bytes[0], bytes[1], bytes[2])
    }
}

extension Plane {
    /// The plane as a picture: the ends of `range` get the ends of the colour map.
    public func colored(
        by map: ColorMap = .perceptual, over range: ClosedRange<Float> = 0...1
    ) -> Image {
        let width = range.upperBound - range.lowerBound
        var pixels: [UInt8] = []
        pixels.reserveCapacity(3 * size.area)
        for value in values {
            let color = map.color(of: width > 0 ? (value - range.lowerBound) / width : 0)
            pixels.append(color.red)
            pixels.append(color.green)
            pixels.append(color.blue)
        }
        return Image(size: size, pixels: pixels)
    }
}

extension Mask {
    /// The mask as a picture.
    public func colored(foreground: RGB = .white, background: RGB = .black) -> Image {
        Image(
            size: size,
            pixels: pixels.flatMap { value in
                let color = value ? foreground : background
                return [color.red, color.green, color.blue]
            })
    }
}
