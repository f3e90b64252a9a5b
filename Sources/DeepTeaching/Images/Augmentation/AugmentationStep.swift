extension Augmentation {
    /// One kind of change, and how strong it may be.
    public enum Step: Sendable, Equatable, Codable {
        /// One of the eight ways to lay a square tile, each equally likely.
        case dihedral

        /// A square of this side, cut out at a place by chance.
        case crop(side: Int)

        /// Turned by up to so many degrees to either side, around the middle.
        case rotation(degrees: Double, border: BorderPolicy = .reflect)

        /// Made up to this share larger or smaller: 0.1 means from 0.9 to 1.1 times as large.
        case scale(Double, border: BorderPolicy = .reflect)

        /// Moved by up to so many pixels along each axis, also by parts of them.
        case shift(pixels: Double, border: BorderPolicy = .reflect)

        /// Bent as tissue is when it is laid onto glass: by `amplitude` pixels (the root of the mean
        /// square), more smoothly the larger `smoothness`, in pixels.
        case elastic(amplitude: Double, smoothness: Double = 8, border: BorderPolicy = .reflect)

        /// Out of focus, by a Gaussian of up to this standard deviation in pixels.
        case blur(sigma: Double)

        /// Noise of up to this standard deviation in bytes.
        case noise(deviation: Double)

        /// JPEG of a quality by chance, from the first to the last.
        case jpeg(qualities: ClosedRange<Int>)

        /// Brightness, contrast and saturation times a factor from 1 - s to 1 + s for each strength s,
        /// and the hue turned by up to so many degrees to either side.
        case colors(
            brightness: Double = 0, contrast: Double = 0, saturation: Double = 0, hue: Double = 0)

        /// The amount of each stain times a factor from 1 - strength to 1 + strength, plus up to
        /// `offset` to either side.
        case stainJitter(
            _ strength: Double, offset: Double = 0, stains: StainVectors = .ruifrok
        )

        /// The optical density times a factor for all colours together and one for each alone, and
        /// the light times a factor: each from 1 - s to 1 + s for its strength s.
        case densityJitter(stain: Double, color: Double, light: Double)

        /// A square of this side hidden behind a colour; its middle lies anywhere on the picture.
        case cutOut(side: Int, color: RGB = RGB(128, 128, 128))

        /// A step that happens with a probability, and otherwise not.
        indirect case sometimes(Double, Step)

        /// Brightness alone.
        public static func brightness(_ strength: Double) -> Step { .colors(brightness: strength) }

        /// Contrast alone.
        public static func contrast(_ strength: Double) -> Step { .colors(contrast: strength) }

        /// Saturation alone.
        public static func saturation(_ strength: Double) -> Step { .colors(saturation: strength) }

        /// Hue alone.
        public static func hue(degrees: Double) -> Step { .colors(hue: degrees) }
    }
}
