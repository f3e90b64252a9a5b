import Foundation

extension MemorySlide {
    /// The most pixels of a picture that becomes a slide: 8192 x 8192. While it is read they take half a
    /// gigabyte.
    public static let maximumPictureArea = SlideLimits.pictureArea

    /// A slide from a plain picture: a PNG, or a TIFF of any kind that libtiff shows in colours, in
    /// strips or tiles.
    ///
    /// Grey, palettes and colours are read, 8 or 16 bits a channel (16 are divided by 257), and what is
    /// transparent is blended with white. Of a TIFF with several pictures the first is read. The
    /// resolution comes from the TIFF's OME-XML or its pixels per centimetre or inch, or from the PNG's
    /// pixels per metre; what no microscope has, such as 72 dots per inch, counts as not said.
    ///
    /// - Throws: `SlideError` if the file is missing, damaged, of another kind, or has more than
    ///   `maximumPictureArea` pixels.
    public init(picture url: URL) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw SlideError.missing(path: url.path)
        }
        guard !isFolder.boolValue else { throw SlideError.folder(path: url.path) }
        let inspection = try SlideInspection(path: url.path)
        let picture =
            inspection.isPNG ? try FlatPicture(png: url) : try FlatPicture(tiff: inspection)
        let resolution = picture.stated.flatMap { $0.isPlausible ? $0 : nil }
        self.init(
            name: url.lastPathComponent, image: picture.image, micronsPerPixel: resolution,
            warnings: SlideWarning.all(of: resolution, stated: picture.stated) + picture.warnings)
    }
}

/// A picture as its file holds it.
struct FlatPicture {
    let image: Image

    /// What the file says of the resolution, plausible or not.
    let stated: MicronsPerPixel?

    let warnings: [SlideWarning]

    /// - Throws: `SlideError` if there are too many pixels to be read as a whole.
    static func check(_ size: PixelSize, path: String) throws {
        guard let area = size.checkedArea, area <= MemorySlide.maximumPictureArea else {
            throw SlideError.refused(
                path: path, .tooLarge(size, limit: MemorySlide.maximumPictureArea))
        }
    }
}

extension FlatPicture {
    /// The first picture of a TIFF.
    init(tiff inspection: SlideInspection) throws {
        let path = inspection.path
        guard let directory = inspection.directories.first ?? nil else {
            if let refusal = inspection.refusal {
                throw SlideError.refused(path: path, refusal)
            }
            throw SlideError.unknownFormat(path: path)
        }
        try Self.check(directory.size, path: path)
        if directory.pixels.hasUnknownChannels {
            throw SlideError.refused(path: path, .pixels(directory.pixels.kind))
        }
        if let refusal = directory.pixels.refusal { throw SlideError.refused(path: path, refusal) }
        guard let file = TIFFFile(path: path) else { throw SlideError.unknownFormat(path: path) }
        do {
            image = try file.readPicture(directory)
        } catch let failure as ReadFailure {
            throw SlideError.unreadable(path: path, reason: failure.reason)
        }
        stated = inspection.ome?.resolution ?? directory.resolution
        let further = inspection.directories.dropFirst().count { !($0?.isReduced ?? false) }
        warnings =
            (directory.orientation == 1 ? [] : [.orientation(directory.orientation)])
            + (further == 0 ? [] : [.furtherPictures(count: further)])
    }

    /// A PNG picture.
    init(png url: URL) throws {
        if let length = SlideLimits.length(of: url.path), length > SlideLimits.pictureBytes {
            throw SlideError.unreadable(
                path: url.path,
                reason:
                    "it has \(length) bytes, and at most \(SlideLimits.pictureBytes) are read of "
                    + "a picture")
        }
        guard let data = try? Data(contentsOf: url) else {
            throw SlideError.unreadable(path: url.path, reason: "it is protected or damaged")
        }
        let header = PNGHeader(data)
        if let size = header.size { try Self.check(size, path: url.path) }
        do {
            let picture = try PNGPicture(data, path: url.path)
            image = Image(size: picture.size, pixels: picture.rgb)
        } catch PNGError.unreadable(_, let reason) {
            throw SlideError.unreadable(path: url.path, reason: reason)
        }
        stated = header.pixelsPerMeter.flatMap { pixels in
            guard pixels.x > 0, pixels.y > 0 else { return nil }
            return MicronsPerPixel(x: 1e6 / Double(pixels.x), y: 1e6 / Double(pixels.y))
        }
        warnings = []
    }
}
