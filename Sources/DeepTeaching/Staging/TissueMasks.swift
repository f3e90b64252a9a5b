import Foundation

/// The tissue of slides, found once a slide however often it is asked for: for patches, for each
/// network that learns from others, for the map.
///
/// ```swift
/// let tissue = TissueMasks()
/// let patches = try PatchCollection(of: slides, grid: grid, tissue: tissue)
/// let examination = try examiner.examine(
///     try slides[0].open(), tissue: try tissue.mask(of: slides[0]))
/// ```
public final class TissueMasks: @unchecked Sendable {
    // Unchecked, because the lock guards all that changes.
    private let lock = NSLock()
    private let limit: Int
    private let find: @Sendable (any Slide) throws -> TissueMask
    private var masks: [Key: TissueMask] = [:]
    private var pixelCount = 0

    /// What decides a mask.
    private struct Key: Hashable {
        let file: URL
        let micronsPerPixel: MicronsPerPixel?
        let region: BaselineRectangle?
    }

    /// No tissue is found yet.
    ///
    /// - Parameters:
    ///   - limit: how many pixels of masks are kept at most, each a byte. As long as there is room
    ///     masks are kept; those of the slides that come later are found anew, so that memory does
    ///     not grow with the cohort. 256 MB hold the masks of about a hundred whole slides.
    ///   - find: finds the tissue of a slide.
    public init(
        limit: Int = 1 << 28,
        finding find: @escaping @Sendable (any Slide) throws -> TissueMask = {
            try TissueMask(of: $0)
        }
    ) {
        self.limit = limit
        self.find = find
    }

    /// The tissue of a slide.
    ///
    /// Threads that ask for different slides do not wait for each other.
    ///
    /// - Throws: `SlideError` if the slide cannot be read.
    public func mask(of slide: SlideRecord) throws -> TissueMask {
        let key = Key(file: slide.file, micronsPerPixel: slide.micronsPerPixel,
            region: slide.region)
        if let mask = lock.withLock({ masks[key] }) { return mask }
        let mask = try find(try slide.open())
        lock.withLock {
            guard masks[key] == nil, mask.mask.size.area <= limit - pixelCount else { return }
            masks[key] = mask
            pixelCount += mask.mask.size.area
        }
        return mask
    }
}
