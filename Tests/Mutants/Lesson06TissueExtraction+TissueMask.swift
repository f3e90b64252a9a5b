import Curriculum
import DeepTeaching
import Solutions

extension TissueExtractionMutants {
    /// What is dark is tissue.
    public enum DarkIsTissue: TissueExtractionMutant {
        /// The answer.
        public static func tissueMask(
            of image: Image, saturationAbove threshold: Float, valueAtLeast darkest: Float,
            penHues: ClosedRange<Float>
        ) throws -> Mask {
            mask(image) { 1 - $0.value > threshold }
        }
    }

    /// The pen's hues are not looked at.
    public enum PenIsTissue: TissueExtractionMutant {
        /// The answer.
        public static func tissueMask(
            of image: Image, saturationAbove threshold: Float, valueAtLeast darkest: Float,
            penHues: ClosedRange<Float>
        ) throws -> Mask {
            mask(image) { $0.saturation > threshold && $0.value >= darkest }
        }
    }

    /// The value is not looked at.
    public enum BlackIsTissue: TissueExtractionMutant {
        /// The answer.
        public static func tissueMask(
            of image: Image, saturationAbove threshold: Float, valueAtLeast darkest: Float,
            penHues: ClosedRange<Float>
        ) throws -> Mask {
            mask(image) { $0.saturation > threshold && !penHues.contains($0.hue) }
        }
    }

    /// Only what is black and has the hue of a pen is left out.
    public enum InkIsBlackAndColourful: TissueExtractionMutant {
        /// The answer.
        public static func tissueMask(
            of image: Image, saturationAbove threshold: Float, valueAtLeast darkest: Float,
            penHues: ClosedRange<Float>
        ) throws -> Mask {
            mask(image) {
                $0.saturation > threshold && !($0.value < darkest && penHues.contains($0.hue))
            }
        }
    }

    /// The threshold itself counts as tissue.
    public enum ThresholdIsTissue: TissueExtractionMutant {
        /// The answer.
        public static func tissueMask(
            of image: Image, saturationAbove threshold: Float, valueAtLeast darkest: Float,
            penHues: ClosedRange<Float>
        ) throws -> Mask {
            mask(image) {
                $0.saturation >= threshold && $0.value >= darkest && !penHues.contains($0.hue)
            }
        }
    }

    /// Largest minus smallest colour, not divided by the largest.
    public enum SaturationNotDivided: TissueExtractionMutant {
        /// The answer.
        public static func tissueMask(
            of image: Image, saturationAbove threshold: Float, valueAtLeast darkest: Float,
            penHues: ClosedRange<Float>
        ) throws -> Mask {
            mask(image) {
                $0.saturation * $0.value > threshold && $0.value >= darkest
                    && !penHues.contains($0.hue)
            }
        }
    }

    /// Glass for tissue.
    public enum GlassForTissue: TissueExtractionMutant {
        /// The answer.
        public static func tissueMask(
            of image: Image, saturationAbove threshold: Float, valueAtLeast darkest: Float,
            penHues: ClosedRange<Float>
        ) throws -> Mask {
            let right = try TissueExtractionSolution.tissueMask(
                of: image, saturationAbove: threshold, valueAtLeast: darkest, penHues: penHues)
            return Mask(size: right.size, pixels: right.pixels.map { !$0 })
        }
    }

    /// The pixels written column by column.
    public enum ColumnByColumn: TissueExtractionMutant {
        /// The answer.
        public static func tissueMask(
            of image: Image, saturationAbove threshold: Float, valueAtLeast darkest: Float,
            penHues: ClosedRange<Float>
        ) throws -> Mask {
            let right = try TissueExtractionSolution.tissueMask(
                of: image, saturationAbove: threshold, valueAtLeast: darkest, penHues: penHues)
            let pixels = (0..<right.size.width).flatMap { x in
                (0..<right.size.height).map { y in right[x: x, y: y] }
            }
            return Mask(size: right.size, pixels: pixels)
        }
    }
}

extension TissueExtractionAlternatives {
    /// Whole planes at once: the saturation's mask without the ink.
    public enum MaskWithoutInk: TissueExtractionMutant {
        /// The answer.
        public static func tissueMask(
            of image: Image, saturationAbove threshold: Float, valueAtLeast darkest: Float,
            penHues: ClosedRange<Float>
        ) throws -> Mask {
            let ink = mask(image) { $0.value < darkest || penHues.contains($0.hue) }
            let colorful = image.saturation().values.map { $0 > threshold }
            return Mask(
                size: image.size, pixels: zip(colorful, ink.pixels).map { $0 && !$1 })
        }
    }
}

private func mask(_ image: Image, where isTissue: (HSV) -> Bool) -> Mask {
    var mask = Mask(size: image.size)
    for y in 0..<image.size.height {
        for x in 0..<image.size.width {
            mask[x: x, y: y] = isTissue(image[x: x, y: y].hsv)
        }
    }
    return mask
}
