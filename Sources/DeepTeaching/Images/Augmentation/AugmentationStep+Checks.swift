extension Augmentation.Step {
    /// Throws if a number of the step cannot be used, or a picture of this size is too small.
    func check(for size: PixelSize) throws {
        switch self {
        case .dihedral: return
        case .crop(let side):
            try Self.checkSide(side, "side of the crop")
            if side > size.width || side > size.height {
                throw PictureError.partTooLarge(part: PixelSize(side: side), picture: size)
            }
        case .rotation(let degrees, _):
            try Self.check(degrees, upTo: 360, "strongest rotation in degrees")
        case .scale(let strength, _):
            try Self.check(strength, upTo: 0.9, "strength of the scaling")
        case .shift(let pixels, _): try Self.check(pixels, upTo: 1e6, "longest shift in pixels")
        case .elastic(let amplitude, let smoothness, _):
            try Self.check(amplitude, upTo: 1000, "elastic amplitude in pixels")
            try PictureError.check(
                smoothness, in: 0.5...1000, "elastic smoothness in pixels",
                allowed: "a number from 0.5 to 1000")
        case .blur(let sigma): try Self.check(sigma, upTo: 1000, "strongest blur in pixels")
        case .noise(let deviation): try Self.check(deviation, upTo: 255, "strongest noise in bytes")
        case .jpeg(let qualities):
            guard 1 <= qualities.lowerBound, qualities.upperBound <= 100 else {
                throw PictureError.unusableNumber(
                    name: "range of JPEG qualities", value: "\(qualities)",
                    allowed: "whole numbers from 1 to 100")
            }
        case .colors(let brightness, let contrast, let saturation, let hue):
            try Self.check(brightness, upTo: 1, "strength of the brightness")
            try Self.check(contrast, upTo: 1, "strength of the contrast")
            try Self.check(saturation, upTo: 1, "strength of the saturation")
            try Self.check(hue, upTo: 180, "strongest turn of the hue in degrees")
        case .stainJitter(let strength, let offset, _):
            try Self.check(strength, upTo: 1, "strength of the stain jitter")
            try Self.check(offset, upTo: 10, "offset of the stain jitter")
        case .densityJitter(let stain, let color, let light):
            try Self.check(stain, upTo: 1, "strength of the density jitter")
            try Self.check(color, upTo: 1, "strength of the density jitter of each colour")
            try Self.check(light, upTo: 1, "strength of the change of light")
        case .cutOut(let side, _):
            try Self.checkSide(side, "side of the cut-out")
            try PictureError.checkPixels(size)
        case .sometimes(let probability, let step):
            try Self.check(probability, upTo: 1, "probability of a step")
            try step.check(for: size)
        }
    }

    private static func check(_ value: Double, upTo largest: Double, _ name: String) throws {
        let words = largest == largest.rounded() ? "\(Int(largest))" : "\(largest)"
        try PictureError.check(value, in: 0...largest, name, allowed: "a number from 0 to \(words)")
    }

    private static func checkSide(_ side: Int, _ name: String) throws {
        guard 1...(1 << 20) ~= side else {
            throw PictureError.unusableNumber(
                name: name, value: "\(side)", allowed: "a number of pixels from 1 on")
        }
    }
}
