import DeepTeaching

/// The simplest answer: tumour is what is brighter, or darker, than a threshold in one smoothed channel.
struct ColorThreshold {
    /// 0 red, 1 green, 2 blue.
    let channel: Int

    /// The side of the square of pixels whose mean is compared.
    let smoothing: Int

    let threshold: Int

    let isBrighter: Bool

    /// The best of all channels, thresholds, directions and smoothings on the training's regions.
    init(fitting regions: [SegmentedRegion]) {
        var best = (dice: -1.0, value: ColorThreshold(0, 1, 0, true))
        for smoothing in [1, 5, 11, 21] {
            for channel in 0..<3 {
                let counts = Self.histogram(of: regions, channel, smoothing)
                for isBrighter in [true, false] {
                    for threshold in stride(from: 1, to: 255, by: 2) {
                        let dice = counts.dice(threshold, isBrighter)
                        guard dice > best.dice else { continue }
                        best = (dice, ColorThreshold(channel, smoothing, threshold, isBrighter))
                    }
                }
            }
        }
        self = best.value
    }

    private init(_ channel: Int, _ smoothing: Int, _ threshold: Int, _ isBrighter: Bool) {
        (self.channel, self.smoothing) = (channel, smoothing)
        (self.threshold, self.isBrighter) = (threshold, isBrighter)
    }

    /// The pixels on the wanted side of the threshold.
    func mask(of region: SegmentedRegion) -> Mask {
        let values = region.image.smoothed(channel, side: smoothing)
        return Mask(
            size: region.image.size, pixels: values.map { ($0 > threshold) == isBrighter })
    }

    private struct Histogram {
        var tumor = [Int](repeating: 0, count: 256)
        var normal = [Int](repeating: 0, count: 256)

        func dice(_ threshold: Int, _ isBrighter: Bool) -> Double {
            let said = isBrighter ? threshold + 1..<256 : 0..<threshold + 1
            let both = tumor[said].reduce(0, +)
            let sum = both + normal[said].reduce(0, +) + tumor.reduce(0, +)
            return sum == 0 ? 0 : 2 * Double(both) / Double(sum)
        }
    }

    private static func histogram(
        of regions: [SegmentedRegion], _ channel: Int, _ smoothing: Int
    ) -> Histogram {
        var counts = Histogram()
        for region in regions {
            for (value, isTumor) in zip(
                region.image.smoothed(channel, side: smoothing), region.truth.pixels)
            {
                if isTumor { counts.tumor[value] += 1 } else { counts.normal[value] += 1 }
            }
        }
        return counts
    }
}

extension Image {
    /// The mean of a channel over a square around each pixel, as far as it lies on the image.
    fileprivate func smoothed(_ channel: Int, side: Int) -> [Int] {
        let (width, height) = (size.width, size.height)
        // The sum of all pixels above and to the left, with a row and a column of zeros in front.
        var sums = [Int](repeating: 0, count: (width + 1) * (height + 1))
        for y in 0..<height {
            var row = 0
            for x in 0..<width {
                row += Int(pixels[3 * (y * width + x) + channel])
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row
            }
        }
        let reach = side / 2
        return (0..<height).flatMap { y in
            let (top, bottom) = (max(0, y - reach), min(height, y + reach + 1))
            return (0..<width).map { x in
                let (left, right) = (max(0, x - reach), min(width, x + reach + 1))
                let sum =
                    sums[bottom * (width + 1) + right] - sums[top * (width + 1) + right]
                    - sums[bottom * (width + 1) + left] + sums[top * (width + 1) + left]
                return sum / ((bottom - top) * (right - left))
            }
        }
    }
}
