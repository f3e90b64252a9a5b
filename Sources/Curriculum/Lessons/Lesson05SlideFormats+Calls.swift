import DeepTeaching

/// The calls of Lesson 5's exercises.
public enum SlideFormatsCalls {
    /// What the bytes of a file say.
    public static let parseDirectories = Call("parseDirectories(bytes:)") {
        (contract: any SlideFormatsContract.Type, bytes: [UInt8]) in
        try contract.parseDirectories(bytes)
    }

    /// The tiles of a region.
    public static let tilesCovering = Call("tilesCovering(region:picture:tile:)") {
        (
            contract: any SlideFormatsContract.Type, region: PixelRectangle, picture: PixelSize,
            tile: PixelSize
        ) in
        try contract.tilesCovering(region, picture: picture, tile: tile)
    }

    /// The pixels of a region.
    public static let readRegion = Call("readRegion(origin:size:level:)") {
        (
            contract: any SlideFormatsContract.Type, origin: BaselinePoint, size: PixelSize,
            level: DecodedLevel
        ) in
        try contract.readRegion(origin: origin, size: size, level: level)
    }

    /// How large a pixel is.
    public static let micronsPerPixel = Call("micronsPerPixel(xResolution:unit:spacing:)") {
        (
            contract: any SlideFormatsContract.Type, xResolution: Double?, unit: Int,
            spacing: Double?
        ) in
        try contract.micronsPerPixel(xResolution: xResolution, unit: unit, spacing: spacing)
    }

    /// The level for a resolution.
    public static let level = Call("level(forMicronsPerPixel:baseline:downsamples:)") {
        (
            contract: any SlideFormatsContract.Type, wanted: Double, baseline: Double,
            downsamples: [Double]
        ) in
        try contract.level(
            forMicronsPerPixel: wanted, baseline: baseline, downsamples: downsamples)
    }

    /// Outlines from elements.
    public static let annotations = Call("annotations(fromASAP:)") {
        (contract: any SlideFormatsContract.Type, elements: [DrawnElement]) in
        try contract.annotations(fromASAP: elements)
    }
}
