import DeepTeaching

/// The functions to write in Lesson 5: from the bytes of a file to a piece of tissue in micrometres.
public protocol SlideFormatsContract: Sendable {
    /// The directories of a TIFF file, classic or BigTIFF, in either byte order.
    static func parseDirectories(_ bytes: [UInt8]) throws -> [ImageDirectory]

    /// The tiles that hold pixels of a region, row by row.
    static func tilesCovering(
        _ region: PixelRectangle, picture: PixelSize, tile: PixelSize
    ) throws -> [Int]

    /// The pixels of a region; its origin lies in level-0 pixels, its size in pixels of the level.
    static func readRegion(
        origin: BaselinePoint, size: PixelSize, level: DecodedLevel
    ) throws -> Image

    /// The micrometres that a pixel covers, or nil if the file does not say so.
    static func micronsPerPixel(
        xResolution: Double?, unit: Int, spacing: Double?
    ) throws -> Double?

    /// The coarsest level that is fine enough.
    static func level(
        forMicronsPerPixel wanted: Double, baseline: Double, downsamples: [Double]
    ) throws -> Int

    /// The outlines of an ASAP file: tumour and holes, their corners in order.
    static func annotations(fromASAP elements: [DrawnElement]) throws -> [Annotation]
}

extension LessonOutline {
    /// Lesson 5: what is inside a gigapixel file?
    public static let slideFormats = LessonOutline(
        name: "Lesson05SlideFormats",
        question: "What is inside a gigapixel file?",
        exercises: [
            Exercise(
                "parseDirectories", title: "Read the directories of a TIFF file",
                checks: ["entries": 9, "byte order": 7, "chain": 6, "BigTIFF": 8],
                step: "A directory, entry by entry",
                documentation: "SlideFile",
                librarysOwn: ["SlideFile"]),
            Exercise(
                "tilesCovering", title: "Find the tiles that a region needs",
                checks: ["inside": 7, "border": 7],
                step: "Which tiles does a region need?",
                documentation: "PixelRectangle"),
            Exercise(
                "readRegion", title: "Read a region at any level",
                checks: ["origin": 8, "tiles": 6, "background": 6],
                step: "An origin in level 0, a size in the level",
                documentation: "Slide.read(origin:size:level:)",
                librarysOwn: ["MemorySlide", "SlideFile", "SlideRegion"]),
            Exercise(
                "micronsPerPixel", title: "Tell how large a pixel is, or that nobody knows",
                checks: ["units": 8, "unknown": 6],
                step: "How large is a pixel?",
                documentation: "MicronsPerPixel",
                librarysOwn: ["isPlausible"]),
            Exercise(
                "level", title: "Choose the level for a resolution",
                checks: ["fine enough": 6, "ends": 5],
                step: "Which level do you read?",
                documentation: "Slide.level(forMicronsPerPixel:)"),
            Exercise(
                "annotations", title: "Read what a pathologist drew",
                checks: ["groups": 6, "order": 5],
                step: "What a pathologist drew",
                documentation: "AnnotationFile",
                librarysOwn: ["AnnotationFile"]),
        ])
}

/// The contract of Lesson 5 with the calls of its exercises.
public let slideFormatsContract = LessonContract<any SlideFormatsContract.Type>(
    .slideFormats,
    calls: [
        SlideFormatsCalls.parseDirectories.listed, SlideFormatsCalls.tilesCovering.listed,
        SlideFormatsCalls.readRegion.listed, SlideFormatsCalls.micronsPerPixel.listed,
        SlideFormatsCalls.level.listed, SlideFormatsCalls.annotations.listed,
    ])
