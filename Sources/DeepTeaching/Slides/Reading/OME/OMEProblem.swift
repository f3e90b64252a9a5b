/// Why an OME-TIFF is not read as a slide.
public enum OMEProblem: Error, Sendable, Equatable {
    /// Its description is no XML, or it is cut off, in this line of it.
    case notXML(line: Int)

    /// Its description declares a document type, which may define names that grow without bound.
    case documentType

    /// Its description is longer than any that speaks of one picture.
    case tooLong(bytes: Int, limit: Int)

    /// Its description names no picture; it may stand in another file.
    case noPixels

    /// A number of the description cannot be one.
    case unusable(attribute: String, value: String)

    /// The first picture does not lie in the first directory, but in this one.
    case otherDirectory(Int)

    /// There are several planes of focus, channels or moments.
    case planes(depth: Int, channels: Int, times: Int)

    /// The description speaks of a picture of another size than the first directory holds.
    case otherSize(said: PixelSize, found: PixelSize)

    /// The pixels are not red, green and blue of 8 bits.
    case pixels(String)
}

extension OMEProblem: CustomStringConvertible {
    /// What the file is, and what to do, as the end of a sentence that names it.
    public var description: String {
        switch self {
        case .notXML(let line):
            "is an OME-TIFF whose description breaks off or is malformed in line \(line). Copy it "
                + "again, or export it anew."
        case .documentType:
            "is an OME-TIFF whose description declares a document type, which OME never does. Export "
                + "it anew."
        case .tooLong(let bytes, let limit):
            "is an OME-TIFF whose description has \(bytes) bytes, and at most \(limit) are read. Export "
                + "the picture as a file of its own."
        case .noPixels:
            "is an OME-TIFF whose description names no picture; perhaps it stands in another file. "
                + "Export it as a single file."
        case .unusable(let attribute, let value):
            "is an OME-TIFF whose description says \(attribute)=\"\(value)\", which cannot be. Export "
                + "it anew."
        case .otherDirectory(let number):
            "is an OME-TIFF whose first picture lies in directory \(number), not in the first. Export "
                + "it as a file of its own."
        case .planes(let depth, let channels, let times):
            "is an OME-TIFF of several planes (focus: \(depth), channels: \(channels), moments: "
                + "\(times)), and slides are read as one picture in red, green and blue. Export one "
                + "plane as RGB."
        case .otherSize(let said, let found):
            "is an OME-TIFF whose description speaks of \(said) pixels, but its picture has \(found). "
                + "Export it anew."
        case .pixels(let kind):
            "is an OME-TIFF of \(kind), such as fluorescence, and slides are read as 8-bit red, green "
                + "and blue. Export it as RGB."
        }
    }
}
