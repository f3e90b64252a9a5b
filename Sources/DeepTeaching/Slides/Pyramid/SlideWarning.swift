/// What is unusual about a slide that is read all the same, and what is done about it.
public enum SlideWarning: Sendable, Equatable {
    /// The pixels are not square: their two sides differ by more than 2 %.
    case unequalPixelSides(MicronsPerPixel)

    /// The file states a resolution that no microscope has, so it counts as not said.
    case implausibleResolution(MicronsPerPixel)

    /// Nothing is said of the resolution.
    case unknownResolution

    /// Levels are left out, because they cannot be read rightly.
    case omittedLevels(count: Int)

    /// The file says that its rows and columns lie mirrored or turned in the picture: 2 to 8 in the
    /// count of TIFF.
    case orientation(Int)

    /// The file holds pictures beside the first, which are not read: pages, channels or planes.
    case furtherPictures(count: Int)
}

extension SlideWarning {
    /// Whether another resolution would make it pointless.
    var isOfResolution: Bool {
        switch self {
        case .unequalPixelSides, .implausibleResolution, .unknownResolution: true
        case .omittedLevels, .orientation, .furtherPictures: false
        }
    }
}

extension SlideWarning: CustomStringConvertible {
    /// A sentence or two that say what is the case, and what is done about it.
    public var description: String {
        switch self {
        case .unequalPixelSides(let sides):
            "A pixel is \(sides.x) micrometres wide and \(sides.y) high. Resolutions are chosen by "
                + "the mean, \(sides.mean), so lengths are wrong by up to "
                + "\(percent(max(sides.x, sides.y) / sides.mean - 1)) and shapes look stretched."
        case .implausibleResolution(let sides):
            "The file states pixels of \(sides.x) x \(sides.y) micrometres, which no microscope "
                + "has. It counts as not said: \(Self.guess)"
        case .unknownResolution:
            "The file does not say how many micrometres a pixel covers: \(Self.guess)"
        case .omittedLevels(let count):
            "\(count) \(count == 1 ? "level is" : "levels are") left out, because they cannot be "
                + "read rightly; finer ones stand in."
        case .orientation(let number):
            "The file says that its picture is stored mirrored or turned (orientation \(number) of "
                + "TIFF). It is read as it is stored, as programs for annotations read it."
        case .furtherPictures(let count):
            "The file holds \(count) further \(count == 1 ? "picture" : "pictures"), such as pages, "
                + "channels or planes of focus. Only the first is read."
        }
    }

    private static let guess =
        "give the resolution yourself. Until then tissue is sought as if a pixel covered "
        + "\(MicronsPerPixel.assumed.mean), which is a guess."

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

extension SlideWarning {
    /// What a resolution tells of a slide.
    init?(resolution: MicronsPerPixel?) {
        guard let resolution else {
            self = .unknownResolution
            return
        }
        guard resolution.sideRatio > 1 + resolutionTolerance else { return nil }
        self = .unequalPixelSides(resolution)
    }

    /// What the resolution of a file gives reason for.
    ///
    /// - Parameters:
    ///   - resolution: the one that counts.
    ///   - stated: what the file says, plausible or not.
    static func all(of resolution: MicronsPerPixel?, stated: MicronsPerPixel?) -> [SlideWarning] {
        if resolution == nil, let stated { return [.implausibleResolution(stated)] }
        return SlideWarning(resolution: resolution).map { [$0] } ?? []
    }

    /// All that a file gives reason for.
    static func all(
        of properties: SlideProperties, sources: [SlideLevelSource], omittedLevels: Int
    ) -> [SlideWarning] {
        var warnings: [SlideWarning] = []
        warnings += Self.all(
            of: properties.micronsPerPixel, stated: properties.statedResolutions.first)
        if omittedLevels > 0 { warnings.append(.omittedLevels(count: omittedLevels)) }
        let turned = sources.compactMap { $0.directory?.orientation }.first { $0 != 1 }
        if let turned { warnings.append(.orientation(turned)) }
        return warnings
    }
}

extension Slide {
    /// What the resolution tells.
    public var warnings: [SlideWarning] {
        SlideWarning(resolution: micronsPerPixel).map { [$0] } ?? []
    }
}
