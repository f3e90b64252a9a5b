/// Why a file is not read as a slide, though it may be sound.
public enum SlideRefusal: Sendable, Equatable {
    /// The file has no bytes.
    case empty

    /// The file begins as one of another kind; `kind` names it, such as "a PNG picture".
    case otherKind(String)

    /// A TIFF that ends before its first directory, which shall lie at byte `directory`.
    case cutOff(directory: UInt64, size: UInt64)

    /// A TIFF of which one directory cannot be read; `reason` is what libtiff says, if anything.
    case damagedDirectory(index: Int, reason: String)

    /// The TIFF keeps its picture in strips, not in tiles.
    case strips

    /// The numbers of the TIFF begin with their highest byte, which OpenSlide 3 does not read.
    case bigEndian

    /// The pixels are stored in a way that is not read, such as "32-bit floating-point numbers".
    case pixels(String)

    /// The tiles are compressed by a method that the installed libtiff lacks, by its TIFF number.
    case compression(Int)

    /// The picture is stored mirrored or turned, in a way that is not read: 2 to 8 in TIFF's count.
    case orientation(Int)

    /// The file holds several planes of focus, which Aperio calls a z-stack.
    case focalPlanes(count: Int)

    /// A level is larger than the one before it.
    case unorderedLevels

    /// The TIFF chains more directories than any slide has.
    case tooManyDirectories(limit: Int)

    /// The TIFF declares more tiles than any slide has.
    case tooManyTiles(limit: Int)

    /// An OME-TIFF of a kind, or with a description, that is not read.
    case ome(OMEProblem)

    /// A plain picture, which is read as a whole, has more pixels than are held in memory.
    case tooLarge(PixelSize, limit: Int)
}

extension SlideRefusal: CustomStringConvertible {
    /// What the file is, and what to do, as the end of a sentence that names it.
    public var description: String {
        switch self {
        case .empty:
            "is empty. Copy it again; perhaps the disk was full."
        case .otherKind(let kind):
            "is \(kind), not a slide. Give the file that the scanner wrote, or convert it to a "
                + "tiled TIFF."
        case .cutOff(let directory, let size):
            "is cut off: its directory shall lie at byte \(directory), but it ends after "
                + "\(size) bytes. Copy it again."
        case .damagedDirectory(let index, let reason):
            "is a TIFF whose directory \(index) is damaged, missing, or points back"
                + (reason.isEmpty ? "" : " (\(reason))") + ". Copy it again, or export it anew."
        case .strips:
            "is a TIFF in strips, and slides are read from tiles. Convert it to a tiled, "
                + "pyramidal TIFF."
        case .bigEndian:
            "is a TIFF in big-endian order, which the installed OpenSlide does not read. Convert it "
                + "to little-endian order."
        case .pixels(let kind):
            "holds pixels as \(kind), which are not read. Convert it to 8-bit red, green and blue."
        case .compression(let number):
            "is compressed by method \(number) of TIFF, which the installed libtiff does not "
                + "know. Convert it to JPEG or Deflate tiles."
        case .orientation(let number):
            "is stored mirrored or turned (orientation \(number) of TIFF), and not in 8-bit red, "
                + "green and blue. Convert it with the rows from top to bottom."
        case .focalPlanes(let count):
            "is a z-stack of \(count) planes of focus, which are not supported. Export one plane "
                + "as a slide of its own."
        case .unorderedLevels:
            "has a level that is larger than the one before it, so it is no pyramid of one "
                + "picture. Export it again, or convert it to a pyramidal TIFF."
        case .tooManyDirectories(let limit):
            "chains more than \(limit) directories. No slide has so many, so it is damaged or "
                + "hostile; copy it again."
        case .tooManyTiles(let limit):
            "declares more than \(limit) tiles. No slide has so many, so it is damaged or "
                + "hostile; copy it again, or convert it with tiles of 512 pixels."
        case .ome(let problem):
            problem.description
        case .tooLarge(let size, let limit):
            "is a plain picture of \(size) pixels. Such pictures are read as a whole, at most "
                + "\(limit) pixels. Convert it to a tiled, pyramidal TIFF, or cut it into parts."
        }
    }
}
