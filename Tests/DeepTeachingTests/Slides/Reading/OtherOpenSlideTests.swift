import COpenSlide
import DeepTeaching
import Foundation
import XCTest

/// The same slides through another OpenSlide than the installed one, 4.0 for example: where the
/// environment variable `DEEPTEACHING_OPENSLIDE` names its library, such as that of PyPI's package
/// openslide-bin.
final class OtherOpenSlideTests: XCTestCase {
    /// What reads slide files, by class; but not `LibraryMessageTests`: a library that brings its own GLib
    /// prints its warnings itself.
    private static let classes = [
        "CondensedSlideTests", "DamagedSlideTests", "HostileSlideTests", "OMETIFFTests",
        "OtherPageTests", "PictureSlideTests", "PixelKindTests", "SlideFileTests",
        "SlideFileWrittenTests", "SlideRefusalTests", "SlideWarningTests", "SmallLevelTests",
        "TurnedSlideTests", "PhilipsFormatTests", "PyramidWriterTests",
    ]

    /// Names the version of the first run, so that the runs within it do not run again.
    private static let within = "DEEPTEACHING_WITHIN_OTHER_OPENSLIDE"

    private static var version: String { String(cString: openslide_get_version()) }

    private func library() throws -> String {
        guard let path = ProcessInfo.processInfo.environment["DEEPTEACHING_OPENSLIDE"] else {
            throw XCTSkip("DEEPTEACHING_OPENSLIDE names no library of another OpenSlide")
        }
        XCTAssertTrue(FileManager.default.fileExists(atPath: path), "\(path) is not there")
        return path
    }

    /// Runs a test, or the tests of a class, with the other library in place of the installed one.
    private func passes(_ test: String, with library: String) throws {
        let (status, output) = try runAgain(
            test: test, environment: ["LD_PRELOAD": library, Self.within: Self.version])
        let failures = output.split(separator: "\n").filter { $0.contains(": error: ") }
        XCTAssertEqual(status, 0, "\(test):\n" + failures.joined(separator: "\n"))
        XCTAssertTrue(output.contains("Executed "), "\(test) did not run: \(output.suffix(400))")
    }

    func testTheSlidesAreReadAsThroughTheInstalledOne() throws {
        let library = try library()
        try passes("OtherOpenSlideTests/testTheOtherLibraryIsInUse", with: library)
        for name in Self.classes { try passes(name, with: library) }
    }

    func testTheOtherLibraryIsInUse() throws {
        guard let installed = ProcessInfo.processInfo.environment[Self.within] else {
            throw XCTSkip("runs within testTheSlidesAreReadAsThroughTheInstalledOne")
        }
        XCTAssertNotEqual(Self.version, installed, "the other library is not in use, or no other")
    }

    /// A slide of DICOM, which OpenSlide reads from 4.0 on, and which 3 refuses in words.
    func testASlideOfDICOM() throws {
        let folder = try SlideFixtures.folder(for: self)
        let output = try Python.run("dicom", [folder.path], packages: ["numpy", "PIL"])
        let means = try JSONDecoder().decode([Double].self, from: output)
        let file = folder.appending(path: "slide.dcm")
        guard Self.version >= "4" else {
            XCTAssertThrowsError(try openSlide(file)) {
                XCTAssertTrue("\($0)".contains("is a DICOM file"), "\($0)")
            }
            let environment = ProcessInfo.processInfo.environment
            if environment["DEEPTEACHING_OPENSLIDE"] != nil, environment[Self.within] == nil {
                try passes("OtherOpenSlideTests/testASlideOfDICOM", with: library())
            }
            return
        }
        let slide = try SlideFile(file)
        XCTAssertEqual(slide.vendor, "dicom")
        XCTAssertEqual(slide.levels.map(\.size), [PixelSize(width: 300, height: 200)])
        XCTAssertEqual(try XCTUnwrap(slide.micronsPerPixel).mean, 0.5, accuracy: 1e-9)
        let picture = try slide.read(
            origin: BaselinePoint(x: 0, y: 0), size: slide.levels[0].size, level: 0)
        for channel in 0..<3 {
            let values = stride(from: channel, to: picture.pixels.count, by: 3).map {
                Double(picture.pixels[$0])
            }
            XCTAssertEqual(
                values.reduce(0, +) / Double(values.count), means[channel], accuracy: 0.5)
        }
        XCTAssertEqual(try slide.thumbnail(maximumSide: 100).size.width, 100)
        XCTAssertEqual(try openSlide(file).levels.count, 1)
    }
}
