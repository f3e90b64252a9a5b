/// What a file says of itself, by OpenSlide's names, and what follows from it.
struct SlideProperties: Sendable {
    let values: [String: String]

    /// The format by OpenSlide's name, such as "aperio" or "generic-tiff".
    var vendor: String { values["openslide.vendor"] ?? "unknown" }

    /// The colour behind what was not scanned: `openslide.background-color`, or white.
    var background: RGB {
        guard let text = values["openslide.background-color"], text.count == 6,
            let number = UInt32(text, radix: 16)
        else { return .white }
        return RGB(UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255))
    }

    /// The resolution of level 0: what the format says of it, else the TIFF resolution; nil if
    /// neither is one that a microscope could have.
    var micronsPerPixel: MicronsPerPixel? { statedResolutions.first(where: \.isPlausible) }

    /// What the format says of the resolution, then the TIFF, plausible or not.
    var statedResolutions: [MicronsPerPixel] {
        // OpenSlide before 4.0 does not translate the resolution of plain TIFFs.
        [formatResolution, tiffResolution].compactMap { $0 }
    }

    private var formatResolution: MicronsPerPixel? {
        guard let x = number("openslide.mpp-x"), let y = number("openslide.mpp-y") else {
            return nil
        }
        return MicronsPerPixel(x: x, y: y)
    }

    private var tiffResolution: MicronsPerPixel? {
        guard let micrometresPerUnit, let x = number("tiff.XResolution"),
            let y = number("tiff.YResolution")
        else { return nil }
        return MicronsPerPixel(x: micrometresPerUnit / x, y: micrometresPerUnit / y)
    }

    /// The tile size of a level, if the format has tiles and says it.
    func tileSize(level: Int) -> PixelSize? {
        guard let width = values["openslide.level[\(level)].tile-width"].flatMap(Int.init),
            let height = values["openslide.level[\(level)].tile-height"].flatMap(Int.init)
        else { return nil }
        return PixelSize(width: width, height: height)
    }

    /// How many micrometres the unit of the TIFF resolution measures.
    private var micrometresPerUnit: Double? {
        switch values["tiff.ResolutionUnit"] {
        case "centimeter": 10_000
        case "inch": 25_400
        default: nil
        }
    }

    private func number(_ name: String) -> Double? {
        values[name].flatMap(Double.init).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    }
}
