/// A slide file that was opened: what it says of itself, and where its levels come from.
struct OpenedSlide {
    /// Nil where OpenSlide is not asked.
    let handle: OpenSlideHandle?

    let properties: SlideProperties
    let sources: [SlideLevelSource]

    /// How many levels are left out.
    let omittedCount: Int

    /// A pyramid that libtiff reads.
    init(_ pyramid: PlainPyramid) {
        handle = nil
        properties = pyramid.properties
        sources = pyramid.sources
        omittedCount = pyramid.omittedCount
    }

    /// A file that OpenSlide opens.
    ///
    /// - Throws: `SlideError`.
    init(throughOpenSlide inspection: SlideInspection) throws {
        let path = inspection.path
        let handle = try OpenSlideHandle(inspected: inspection)
        let declared = handle.levels
        guard !declared.isEmpty,
            declared.allSatisfy({ $0.size.width > 0 && $0.size.height > 0 && $0.downsample > 0 })
        else { throw SlideError.unreadable(path: path, reason: "it has an empty level") }
        guard zip(declared, declared.dropFirst()).allSatisfy({ $0.size.holds($1.size) }) else {
            throw SlideError.refused(path: path, .unorderedLevels)
        }
        self.handle = handle
        properties = SlideProperties(values: handle.properties)
        sources = try SlideLevelSource.sources(
            path: path, levels: declared, properties: properties,
            directories: inspection.directories)
        omittedCount = declared.count - sources.count
    }
}
