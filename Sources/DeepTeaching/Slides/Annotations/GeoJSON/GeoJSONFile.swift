import Foundation

/// Areas on a slide as QuPath exchanges them: a file of GeoJSON whose coordinates are level-0 pixels.
///
/// Any areas can be written for QuPath, changed there, and read back:
///
/// ```swift
/// let tissue = try TissueMask(of: slide)
/// let file = URL(fileURLWithPath: "tissue.geojson")
/// try GeoJSONFile(features: [
///     GeoJSONFeature(classification: "Tissue", areas: tissue.raster.outlines())
/// ]).write(to: file)
/// let edited = TissueMask(
///     SlideRaster(
///         filling: try GeoJSONFile(file).features.flatMap(\.areas), frame: tissue.raster.frame,
///         size: tissue.mask.size))
/// ```
///
/// Source: BUTLER, Howard, et al. The GeoJSON Format. RFC 7946, 2016. BANKHEAD, Peter, et al. QuPath:
/// Open source software for digital pathology image analysis. Scientific Reports, 2017, 7, 16878.
public struct GeoJSONFile: Sendable, Equatable {
    /// The objects in the order of the file.
    public var features: [GeoJSONFeature]

    /// What else the file holds and encloses nothing.
    public let warnings: [AnnotationWarning]

    /// A file's content.
    public init(features: [GeoJSONFeature]) {
        self.features = features
        warnings = []
    }

    /// The largest file that is read, in bytes: 128 MB, or some million corners.
    public static let maximumSize = SlideLimits.annotationBytes

    /// The most corners that one ring may have.
    public static let maximumCorners = SlideLimits.corners

    /// Reads a file: a `FeatureCollection`, a list of features, or one feature, in UTF-8 or UTF-16.
    ///
    /// Polygons and multipolygons are read, with their holes, and collections of such geometries.
    /// Points, lines and areas of less than three corners become warnings; a feature without areas
    /// stays in its place, and encloses nothing. Rings are closed, as the
    /// format demands. Cells and tiles count as detections.
    ///
    /// - Throws: `SlideError` with the number of the feature, from 1, if the file is missing, too
    ///   large, cut off, no GeoJSON, or holds a corner without a place on a slide.
    public init(_ url: URL) throws {
        // Told before it is read: it may not fit into memory.
        let path = url.resolvingSymlinksInPath().path
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        if let size, size > Self.maximumSize {
            throw SlideError.geoJSON(
                path: url.path, feature: nil,
                problem: .tooLarge(bytes: size, limit: Self.maximumSize))
        }
        try self.init(try Data(contentsOfAnnotations: url), path: url.path)
    }

    /// Reads the bytes of a file; `path` is how errors name it.
    init(_ data: Data, path: String) throws {
        func failure(_ problem: GeoJSONProblem) -> SlideError {
            .geoJSON(path: path, feature: nil, problem: problem)
        }
        guard data.count <= Self.maximumSize else {
            throw failure(.tooLarge(bytes: data.count, limit: Self.maximumSize))
        }
        let unicode = UnicodeText(data)
        guard let text = unicode.text else {
            throw failure(.notText(offset: unicode.firstFaultyByte))
        }
        let root: GeoJSONRoot
        do {
            root = try JSONDecoder().decode(GeoJSONRoot.self, from: Data(text.utf8))
        } catch {
            let problem = GeoJSONProblem.of(error)
            throw SlideError.geoJSON(path: path, feature: problem.feature, problem: problem.problem)
        }
        guard root.isCollection else { throw failure(.wrongRoot(root.type)) }
        features = []
        var warnings: [AnnotationWarning] = []
        for (index, object) in root.features.enumerated() {
            do {
                let (feature, odd) = try object.feature(number: index + 1)
                features.append(feature)
                warnings += odd
            } catch let problem as GeoJSONProblem {
                throw SlideError.geoJSON(path: path, feature: index + 1, problem: problem)
            }
        }
        self.warnings = warnings
    }

    /// Whether some bytes begin as JSON does.
    static func begins(_ data: Data) -> Bool {
        let start = UnicodeText(data.prefix(256)).text?.first { !$0.isWhitespace }
        return start == "{" || start == "["
    }

    /// Writes a `FeatureCollection`, each feature in a line of its own. The file appears under its
    /// name only when it is whole.
    ///
    /// Coordinates are written with all their digits, so that reading gives equal values.
    ///
    /// - Throws: `SlideError` if the file cannot be written, or a coordinate is no number.
    public func write(to url: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let lines: [Data]
        do {
            lines = try features.map(encoder.encode)
        } catch {
            throw SlideError.unwritable(path: url.path, reason: "a corner is not a number")
        }
        var data = Data("{\"type\":\"FeatureCollection\",\"features\":[\n".utf8)
        data.append(contentsOf: lines.joined(separator: Data(",\n".utf8)))
        data.append(contentsOf: "\n]}\n".utf8)
        try data.write(annotationsTo: url)
    }
}
