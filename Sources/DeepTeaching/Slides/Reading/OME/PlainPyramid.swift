/// A pyramid that is read without OpenSlide: of an OME-TIFF, or of any TIFF that keeps its coarser
/// levels below the first directory, in SubIFDs (tag 330). OpenSlide sees one level of these, or
/// refuses them.
struct PlainPyramid {
    /// The levels, the finest first.
    let sources: [SlideLevelSource]

    /// How many levels are left out, since they are not in tiles of 8-bit red, green and blue, or not
    /// smaller than the one before.
    let omittedCount: Int

    /// What the file says of itself, by OpenSlide's names.
    let properties: SlideProperties

    /// Nil for all other files.
    init?(_ inspection: SlideInspection) {
        guard let first = inspection.directories.first ?? nil, !inspection.isAperio,
            let finest = SlideLevelSource(first, level: 0, of: first, path: inspection.path)
        else { return nil }
        var coarser = inspection.subDirectories
        if inspection.ome == nil {
            // A camera keeps pictures of other kinds there.
            coarser = coarser.filter { $0?.isReduced ?? false }
            if coarser.isEmpty { return nil }
        } else if coarser.isEmpty {
            // Some programs chain the levels of OME-TIFF, as plain pyramids do.
            coarser = inspection.directories.dropFirst().filter { $0?.isReduced ?? false }
        }
        var sources = [finest]
        for directory in coarser {
            guard let directory, let last = sources.last,
                directory.isSmaller(than: last.level.size),
                directory.hasShape(of: first.size),
                let source = SlideLevelSource(
                    directory, level: sources.count, of: first, path: inspection.path)
            else { continue }
            sources.append(source)
        }
        self.sources = sources
        omittedCount = 1 + coarser.count - sources.count
        properties = SlideProperties(values: Self.values(first, inspection.ome))
    }

    private static func values(_ first: TIFFDirectory, _ ome: OMEMetadata?) -> [String: String] {
        var values = ["openslide.vendor": ome == nil ? "generic-tiff" : "ome-tiff"]
        if let size = ome?.resolution {
            values["openslide.mpp-x"] = "\(size.x)"
            values["openslide.mpp-y"] = "\(size.y)"
        }
        if let size = first.resolution {
            values["tiff.ResolutionUnit"] = "centimeter"
            values["tiff.XResolution"] = "\(10_000 / size.x)"
            values["tiff.YResolution"] = "\(10_000 / size.y)"
        }
        return values
    }
}

extension TIFFDirectory {
    fileprivate func isSmaller(than other: PixelSize) -> Bool { other.holds(size) && other != size }

    /// Whether it is a picture made small, up to the rounding of its sides.
    fileprivate func hasShape(of other: PixelSize) -> Bool {
        let scale = Double(size.width) / Double(other.width)
        return abs(Double(size.height) - scale * Double(other.height)) <= 2 + scale
    }
}

extension SlideLevelSource {
    /// A level that libtiff reads; nil if it is of another kind.
    fileprivate init?(_ directory: TIFFDirectory, level: Int, of first: TIFFDirectory, path: String)
    {
        guard let reader = TIFFLevelReader(path: path, directory: directory) else { return nil }
        let (x, y) = (
            Double(first.size.width) / Double(directory.size.width),
            Double(first.size.height) / Double(directory.size.height)
        )
        self.init(
            level: SlideLevel(size: directory.size, downsample: (x + y) / 2),
            openSlideLevel: level, reader: reader, isGarbled: true,
            isReadDirectly: false, directory: directory, tileSize: directory.tiles?.size)
    }
}
