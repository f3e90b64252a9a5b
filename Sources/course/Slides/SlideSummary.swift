import DeepTeaching

/// A slide in some lines: its levels and its resolution.
struct SlideSummary {
    let text: String

    init(of slide: any Slide) {
        let vendor = (slide as? SlideFile)?.vendor
        let format =
            vendor == "ome-tiff"
            ? "OME-TIFF" : vendor.map { "OpenSlide, \($0)" } ?? "a plain picture"
        let resolution = slide.micronsPerPixel.map { "\(Self.rounded($0)) micrometres per pixel" }
        let levels = slide.levels.map { "\($0.size)" }.joined(separator: ", ")
        text = """
            \(slide.name): \(format), \(resolution ?? "of unknown resolution")
            \(slide.levels.count) \(slide.levels.count == 1 ? "level" : "levels"): \(levels) pixels
            """
    }

    /// Files keep a resolution in few bits: more digits mean nothing.
    private static func rounded(_ value: MicronsPerPixel) -> String {
        let (x, y) = ((value.x * 10_000).rounded() / 10_000, (value.y * 10_000).rounded() / 10_000)
        return x == y ? "\(x)" : "\(x) x \(y)"
    }
}
