import DeepTeaching

/// A slide whose file does not say how large its pixels are, with a resolution that is assumed.
struct AssumedResolution: Slide {
    let file: SlideFile
    let micronsPerPixel: MicronsPerPixel?

    var name: String { file.name }
    var levels: [SlideLevel] { file.levels }

    func read(origin: BaselinePoint, size: PixelSize, level: Int) throws -> Image {
        try file.read(origin: origin, size: size, level: level)
    }

    // The file keeps what it has read for pictures of the whole slide.
    func condensed(level: Int, progress: (Double) -> Void) throws -> SlideOverview {
        try file.condensed(level: level, progress: progress)
    }
}
