import DeepTeaching

/// Slides as pictures.
extension DrawnSlide {
    /// Glass is white, tissue pink, nuclei are purple.
    static let stain = ColorMap(
        colors: (0..<256).map { step in
            let stops: [(Double, Double, Double)] = [
                (248, 246, 248), (236, 190, 214), (206, 160, 200), (140, 96, 168), (84, 52, 128),
                (52, 28, 92),
            ]
            let place = Double(step) / 255 * Double(stops.count - 1)
            let index = min(stops.count - 2, Int(place))
            let part = place - Double(index)
            let (from, to) = (stops[index], stops[index + 1])
            func mixed(_ a: Double, _ b: Double) -> UInt8 {
                UInt8((a + part * (b - a)).rounded())
            }
            return RGB(mixed(from.0, to.0), mixed(from.1, to.1), mixed(from.2, to.2))
        })

    private var size: PixelSize { PixelSize(width: Self.side, height: Self.side) }

    /// The slide in full, its tumour outlined in green.
    func picture(outlined: Bool = true) -> Image {
        let plane = Plane(size: size, values: pixels.map { Float($0) / 255 })
        let image = plane.colored(by: Self.stain)
        return outlined ? image.outlining(truth, color: RGB(0, 158, 115), thickness: 4) : image
    }

    /// What the overview shows, as large as the slide.
    func overviewPicture() -> Image {
        let side = SlideReading.overviewSide
        let plane = Plane(size: PixelSize(width: side, height: side), values: overview())
        return plane.colored(by: Self.stain).enlarged(by: SlideReading.reduction)
    }

    /// Where there is tumour.
    private var truth: Mask {
        Mask(
            size: size,
            pixels: (0..<Self.side * Self.side).map { index in
                tumor?.contains(Double(index % Self.side), Double(index / Self.side)) ?? false
            })
    }

    /// The attention of each place, the highest yellow, with the tumour outlined in white.
    func attentionPicture(_ attention: [Float]) -> Image {
        let side = SlideReading.gridSide
        let highest = max(attention.max() ?? 1, .leastNormalMagnitude)
        let plane = Plane(
            size: PixelSize(width: side, height: side), values: attention.map { $0 / highest })
        return plane.colored().enlarged(by: SlideReading.patchSide)
            .outlining(truth, color: .white, thickness: 4)
    }

    /// The overview, and in it in full what was read.
    func readingPicture(_ places: [Int]) -> Image {
        let full = picture(outlined: false)
        var result = overviewPicture()
        for place in places {
            let side = SlideReading.patchSide
            let corner = (
                x: place % SlideReading.gridSide * side, y: place / SlideReading.gridSide * side
            )
            for y in corner.y..<corner.y + side {
                for x in corner.x..<corner.x + side { result[x: x, y: y] = full[x: x, y: y] }
            }
            for inset in 0..<2 {
                let rectangle = PixelRectangle(
                    x: corner.x + inset, y: corner.y + inset, width: side - 2 * inset,
                    height: side - 2 * inset)
                result = result.outlining([rectangle], color: RGB(213, 94, 0))
            }
        }
        return result.outlining(truth, color: RGB(0, 158, 115), thickness: 3)
    }
}
