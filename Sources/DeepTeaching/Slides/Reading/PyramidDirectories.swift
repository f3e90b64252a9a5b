/// The directories of a TIFF that are the levels of a slide.
///
/// A file may hold other pictures beside the pyramid, such as a label, a mask, or a picture of the
/// whole glass, and one of them may have the size of a level. So levels are told by their place in
/// the file, their flag and their kind, as OpenSlide tells them.
///
/// Source: the OpenSlide project's description of the formats Aperio, Philips and generic tiled TIFF.
enum PyramidDirectories {
    /// The directory of each level, the finest first.
    ///
    /// - Returns: nil if the format is not one whose levels are directories, or if the directories
    ///   do not agree with the levels that OpenSlide found, so that none can be trusted.
    static func matching(
        _ levels: [SlideLevel], among directories: [TIFFDirectory?], vendor: String
    ) -> [TIFFDirectory]? {
        let tiled = directories.compactMap { $0 }.filter { $0.tiles != nil }
        let chosen: [TIFFDirectory]
        switch vendor {
        case "generic-tiff":
            // The first directory, and what says that it is a smaller version, by width.
            chosen = tiled.filter { $0.index == 0 || $0.isReduced }
                .sorted { ($1.size.width, $0.index) < ($0.size.width, $1.index) }
        case "aperio", "philips":
            // All that is tiled, in order: other pictures in such files are in strips.
            chosen = tiled
        default:
            return nil
        }
        guard chosen.count == levels.count else { return nil }
        let agree = zip(chosen, levels).allSatisfy { directory, level in
            // Philips fills levels up to whole tiles, and OpenSlide 4 cuts that off.
            vendor == "philips"
                ? directory.size.width >= level.size.width
                    && directory.size.height >= level.size.height
                : directory.size == level.size
        }
        return agree ? chosen : nil
    }
}
