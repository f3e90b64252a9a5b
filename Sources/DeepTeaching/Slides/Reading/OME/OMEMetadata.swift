import Foundation

/// What the OME-XML in the first directory of a TIFF says of its first picture.
///
/// Source: GOLDBERG, Ilya G., et al. The Open Microscopy Environment (OME) data model and XML file:
/// open tools for informatics and quantitative analysis in biological imaging. Genome Biology, 2005,
/// 6(5), R47; the project's description of OME-TIFF 6.0 with levels in SubIFDs.
struct OMEMetadata: Sendable, Equatable {
    /// Width and height of the picture.
    let size: PixelSize

    /// How many planes of focus there are, channels with those of colours, and moments.
    let depth: Int
    let channels: Int
    let times: Int

    /// How large a pixel is; nil if nothing is said, or in a unit that is no length.
    let resolution: MicronsPerPixel?

    /// The directory that holds the picture.
    let directory: Int

    /// How many pictures the file has.
    let pictureCount: Int

    /// Whether a description is OME-XML.
    static func isOME(_ description: String) -> Bool {
        description.contains("<OME") || description.contains(":OME ")
    }

    /// Reads the XML. No entity is defined by it: a document type is refused, as in annotations.
    ///
    /// - Throws: `OMEProblem`.
    init(_ description: String) throws {
        let text: Data
        do {
            text = try AnnotationText(Data(description.utf8)).utf8
        } catch let failure as AnnotationFailure {
            throw failure.problem == .documentType
                ? OMEProblem.documentType : OMEProblem.notXML(line: failure.line)
        }
        let parser = OMEParser()
        try parser.parse(text)
        guard let pixels = parser.pixels else { throw OMEProblem.noPixels }
        func number(_ name: String) throws -> Int {
            guard let value = pixels[name].flatMap(Int.init), 1...(1 << 31) ~= value else {
                throw OMEProblem.unusable(attribute: name, value: pixels[name] ?? "")
            }
            return value
        }
        size = PixelSize(width: try number("SizeX"), height: try number("SizeY"))
        depth = try number("SizeZ")
        channels = try number("SizeC")
        times = try number("SizeT")
        resolution = try Self.length("PhysicalSizeX", of: pixels).flatMap { x in
            try Self.length("PhysicalSizeY", of: pixels).map { MicronsPerPixel(x: x, y: $0) }
        }
        directory = parser.firstDirectory
        pictureCount = parser.pictureCount
    }

    /// A length in micrometres.
    private static func length(_ name: String, of pixels: [String: String]) throws -> Double? {
        guard let text = pixels[name] else { return nil }
        guard let value = Double(text), value > 0, value.isFinite else {
            throw OMEProblem.unusable(attribute: name, value: text)
        }
        return micrometres[pixels[name + "Unit"] ?? "µm"].map { value * $0 }
    }

    /// Units of length that a microscope has; the sign of micro is written in two ways.
    private static let micrometres: [String: Double] = [
        "µm": 1, "\u{3BC}m": 1, "um": 1, "nm": 1e-3, "Å": 1e-4, "mm": 1e3, "cm": 1e4, "m": 1e6,
        "in": 25_400, "thou": 25.4,
    ]
}

extension OMEMetadata {
    /// Refuses what is no single picture in 8-bit red, green and blue.
    ///
    /// - Parameter first: the first directory of the file.
    /// - Throws: `OMEProblem`.
    func check(_ first: TIFFDirectory) throws {
        guard directory == 0 else { throw OMEProblem.otherDirectory(directory) }
        // Red, green and blue of one directory are one channel to the eye.
        let planes = (channels - 1) / max(1, first.pixels.samplesPerPixel) + 1
        guard depth == 1, planes == 1, times == 1 else {
            throw OMEProblem.planes(depth: depth, channels: planes, times: times)
        }
        guard first.size == size else {
            throw OMEProblem.otherSize(said: size, found: first.size)
        }
        // What is compressed in an unknown way is refused later, and for that.
        guard first.pixels.isPlainRGB || first.pixels.isSeparateRGB || !first.pixels.hasCodec else {
            throw OMEProblem.pixels(first.pixels.kind)
        }
    }
}
