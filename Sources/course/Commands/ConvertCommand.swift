import ArgumentParser
import CourseKit
import DeepTeaching
import Foundation

/// Makes a pyramidal TIFF of any slide or picture.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Make a pyramidal TIFF of any slide or picture.",
        discussion: """
            Reads what OpenSlide reads, PNG, and TIFF of other kinds, and writes tiles in JPEG with \
            all coarser levels. The lessons, OpenSlide and QuPath open the result.
            """)

    @Argument(help: "The slide or picture.")
    var file: String

    @Option(help: "The file to write, such as slide.tif.")
    var out: String

    @Option(help: "How many micrometres a pixel covers, whatever the file says.")
    var micronsPerPixel: Double?

    @Option(help: "In whose manner the file speaks of itself.")
    var format = PyramidFormat.tiled

    @Option(help: "The quality of JPEG, 1 to 100.")
    var quality = 90

    @Flag(help: "Replace the file to write if it is there.")
    var force = false

    func validate() throws {
        if let micronsPerPixel, !(0.01...100).contains(micronsPerPixel) {
            throw ValidationError("--microns-per-pixel is between 0.01 and 100")
        }
        guard 1...100 ~= quality else { throw ValidationError("--quality is between 1 and 100") }
        guard !file.isEmpty, !out.isEmpty else { throw ValidationError("a file needs a name") }
    }

    func run() throws {
        let (source, target) = (URL(fileURLWithPath: file), URL(fileURLWithPath: out))
        try checkTarget(target, source)
        let slide = try openSlide(
            source, micronsPerPixel: micronsPerPixel.map { MicronsPerPixel($0) })
        for warning in slide.warnings { FileHandle.standardError.write(Data("\(warning)\n".utf8)) }
        guard slide.micronsPerPixel != nil else { throw ConvertError.unknownResolution(file) }
        let bar = ProgressBar("Converting \(slide.name)")
        try slide.writePyramid(to: target, format: format, quality: quality) { bar.report($0) }
        bar.end()
        print(SlideSummary(of: try openSlide(target)).text)
    }

    /// Refuses to write over a file that nobody gave up.
    private func checkTarget(_ target: URL, _ source: URL) throws {
        guard target.resolvingSymlinksInPath() != source.resolvingSymlinksInPath() else {
            throw ConvertError.sameFile(out)
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder) else {
            return
        }
        if isFolder.boolValue { throw ConvertError.folder(out) }
        if !force { throw ConvertError.exists(out) }
    }
}

extension PyramidFormat: ExpressibleByArgument {}

/// Why nothing is converted.
enum ConvertError: Error, Equatable, CustomStringConvertible {
    case exists(String)
    case folder(String)
    case sameFile(String)
    case unknownResolution(String)

    var description: String {
        switch self {
        case .exists(let path): "\(path) is there already: name another file, or add --force."
        case .folder(let path): "\(path) is a folder: name the file to write."
        case .sameFile(let path): "\(path) is the file to read: name another one to write."
        case .unknownResolution(let path):
            "\(path) does not say how many micrometres a pixel covers: say it with "
                + "--microns-per-pixel, for example 0.25 for an objective of 40x or 0.5 for 20x."
        }
    }
}
