import DeepTeaching
import Foundation

/// A slide file that is opened anew for each read: an open one keeps many megabytes, and a cohort
/// has hundreds.
struct ReopenedSlide: Slide {
    let name: String
    let levels: [SlideLevel]
    let micronsPerPixel: MicronsPerPixel?
    private let url: URL

    /// - Throws: `SlideError` if the file cannot be opened.
    init(_ url: URL) throws {
        let slide = try SlideFile(url)
        name = slide.name
        levels = slide.levels
        micronsPerPixel = slide.micronsPerPixel
        self.url = url
    }

    func read(origin: BaselinePoint, size: PixelSize, level: Int) throws -> Image {
        try SlideFile(url).read(origin: origin, size: size, level: level)
    }
}
