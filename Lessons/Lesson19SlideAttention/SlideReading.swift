import DeepTeaching

/// How a slide is read: a small overview of all of it, and single patches in full.
enum SlideReading {
    /// Pixels of the slide side by side that become one of the overview.
    static let reduction = 16

    /// Pixels on a side of the overview.
    static let overviewSide = DrawnSlide.side / reduction

    /// Pixels on a side of a patch.
    static let patchSide = 32

    /// Patches side by side.
    static let gridSide = DrawnSlide.side / patchSide

    /// All places of a slide at which a patch can be read.
    static let placeCount = gridSide * gridSide

    /// What the networks see in the place of each byte of stain: numbers around 0.
    static let numbers = (0..<256).map { (Float($0) / 255 - 0.25) * 5 }

    /// The share of the pixels that the overview and so many patches have.
    static func pixelShare(patches: Double) -> Double {
        let read = Double(overviewSide * overviewSide) + patches * Double(patchSide * patchSide)
        return read / Double(DrawnSlide.side * DrawnSlide.side)
    }
}

extension DrawnSlide {
    /// The mean of each square of pixels, from 0 to 1: `[overviewSide, overviewSide, 1]`.
    func overview() -> [Float] {
        let (small, factor) = (SlideReading.overviewSide, SlideReading.reduction)
        var sums = [Int](repeating: 0, count: small * small)
        pixels.withUnsafeBufferPointer { pixels in
            for y in 0..<Self.side {
                for x in 0..<Self.side {
                    sums[y / factor * small + x / factor] += Int(pixels[y * Self.side + x])
                }
            }
        }
        return sums.map { Float($0) / Float(factor * factor * 255) }
    }

    /// Writes the pixels of the patch at a place, row after row, each as its number in a table.
    func read(
        patchAt place: Int, as numbers: [Float], into patch: UnsafeMutableBufferPointer<Float>
    ) {
        let side = SlideReading.patchSide
        let top = place / SlideReading.gridSide * side
        let left = place % SlideReading.gridSide * side
        for y in 0..<side {
            let row = (top + y) * Self.side + left
            for x in 0..<side { patch[y * side + x] = numbers[Int(pixels[row + x])] }
        }
    }

    /// Whether there is tumour in the middle of a place, or around it.
    func showsTumor(at place: Int) -> Bool {
        guard let tumor else { return false }
        let side = Double(SlideReading.patchSide)
        let x = (Double(place % SlideReading.gridSide) + 0.5) * side
        let y = (Double(place / SlideReading.gridSide) + 0.5) * side
        return DrawnSlide.Disc(x: tumor.x, y: tumor.y, radius: tumor.radius + side / 4)
            .contains(x, y)
    }
}
