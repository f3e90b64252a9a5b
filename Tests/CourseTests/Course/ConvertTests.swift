import DeepTeaching
import Foundation
import GraderKit
import XCTest

/// `course convert` and `course doctor` with slides, run as a user runs them.
final class ConvertTests: XCTestCase {
    private var folder: URL!

    override func setUpWithError() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "convert-\(UUID())").resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    override func tearDown() { try? FileManager.default.removeItem(at: folder) }

    private func course(_ arguments: String...) throws -> StagingProgram.Result {
        let products = CourseFolder.ofTests(
            file: URL(filePath: #filePath).deletingLastPathComponent().path
        ).products
        return try StagingProcess(
            executable: products.appending(path: "course"), arguments: arguments, folder: folder,
            environment: [:]
        ).result(within: 60)
    }

    private func file(_ name: String) -> URL { folder.appending(path: name) }

    private func writePicture(_ width: Int = 1300, _ height: Int = 900) throws {
        var image = Image(size: PixelSize(width: width, height: height))
        for y in 0..<height {
            for x in 0..<width {
                image[x: x, y: y] = RGB(UInt8(x / 8 & 255), UInt8(y / 8 & 255), 120)
            }
        }
        try image.writePNG(to: file("photo.png"))
    }

    private var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    func testAPictureBecomesASlide() throws {
        try writePicture()
        for format in ["tiled", "philips"] {
            let name = format + ".tif"
            let result = try course(
                "convert", "photo.png", "--out", name, "--microns-per-pixel", "0.5", "--format",
                format)
            XCTAssertEqual(result.status, 0, result.error)
            XCTAssertTrue(result.output.hasPrefix(name + ": OpenSlide"), result.output)
            XCTAssertTrue(result.output.contains("0.5 micrometres per pixel"), result.output)
            let slide = try SlideFile(file(name))
            XCTAssertEqual(
                slide.levels.map(\.size),
                [PixelSize(width: 1300, height: 900), PixelSize(width: 650, height: 450)])
            XCTAssertEqual(try XCTUnwrap(slide.micronsPerPixel).mean, 0.5, accuracy: 1e-6)
            // JPEG loses little of a picture so smooth.
            let (size, origin) = (PixelSize(side: 300), BaselinePoint(x: 700, y: 500))
            let before = try openSlide(file("photo.png")).read(origin: origin, size: size, level: 0)
            let after = try slide.read(origin: origin, size: size, level: 0)
            let errors = zip(before.pixels, after.pixels).map { abs(Int($0) - Int($1)) }
            XCTAssertLessThan(Double(errors.reduce(0, +)) / Double(errors.count), 2)
        }
        XCTAssertEqual(names, ["philips.tif", "photo.png", "tiled.tif"], "nothing else is left")
        // The slide is one to convert again, and keeps its resolution.
        let again = try course("convert", "tiled.tif", "--out", "again.tif", "--quality", "80")
        XCTAssertEqual(again.status, 0, again.error)
        XCTAssertEqual(
            try XCTUnwrap(SlideFile(file("again.tif")).micronsPerPixel).mean, 0.5, accuracy: 1e-6)
    }

    func testWhatIsThereIsNotReplacedUnlessAskedFor() throws {
        try writePicture(300, 200)
        try Data("mine".utf8).write(to: file("slide.tif"))
        let arguments = ["convert", "photo.png", "--out", "slide.tif", "--microns-per-pixel", "1"]
        func run(_ more: [String] = []) throws -> StagingProgram.Result {
            try StagingProcess(
                executable: CourseFolder.ofTests(
                    file: URL(filePath: #filePath).deletingLastPathComponent().path
                ).products.appending(path: "course"), arguments: arguments + more, folder: folder,
                environment: [:]
            ).result(within: 60)
        }
        let refused = try run()
        XCTAssertEqual(refused.status, 2)
        XCTAssertTrue(refused.error.contains("slide.tif is there already"), refused.error)
        XCTAssertEqual(try Data(contentsOf: file("slide.tif")), Data("mine".utf8))
        XCTAssertEqual(try run(["--force"]).status, 0)
        XCTAssertEqual(try SlideFile(file("slide.tif")).levels[0].size.width, 300)
        let same = try course("convert", "slide.tif", "--out", "./slide.tif", "--force")
        XCTAssertEqual(same.status, 2)
        XCTAssertTrue(same.error.contains("is the file to read"), same.error)
        let nowhere = try course(
            "convert", "photo.png", "--out", "no/slide.tif", "--microns-per-pixel", "1")
        XCTAssertEqual(nowhere.status, 2)
        XCTAssertTrue(nowhere.error.contains("cannot be written"), nowhere.error)
    }

    func testAnUnknownResolutionIsAskedFor() throws {
        try writePicture(300, 200)
        let result = try course("convert", "photo.png", "--out", "slide.tif")
        XCTAssertEqual(result.status, 2)
        XCTAssertTrue(result.error.contains("--microns-per-pixel"), result.error)
        XCTAssertEqual(names, ["photo.png"])
        let missing = try course("convert", "no.png", "--out", "slide.tif")
        XCTAssertTrue(missing.error.contains("There is no file"), missing.error)
        XCTAssertEqual(try course("convert", "photo.png").status, 64)
        XCTAssertEqual(
            try course("convert", "photo.png", "--out", "a", "--microns-per-pixel", "0").status, 64)
    }

    func testTheDoctorLooksAtASlide() throws {
        try writePicture()
        let unknown = try course("doctor", "--slide", "photo.png")
        XCTAssertEqual(unknown.status, 1)
        for words in [
            "a plain picture, of unknown resolution", "FAIL ", "micrometres a pixel covers",
        ] {
            XCTAssertTrue(unknown.output.contains(words), unknown.output)
        }
        XCTAssertEqual(
            try course("convert", "photo.png", "--out", "a.tif", "--microns-per-pixel", "0.5")
                .status,
            0)
        let sound = try course("doctor", "--slide", "a.tif")
        XCTAssertEqual(sound.status, 0, sound.output + sound.error)
        XCTAssertTrue(sound.output.contains("ok   nothing keeps"), sound.output)
        // A tile that is damaged is a fault of the slide, not of the doctor; one without bytes is glass.
        for (name, status, words) in [
            ("unreadable.svs", 1, "FAIL "), ("tile_missing.tif", 1, "1 tile without bytes"),
        ] {
            let shared = StagingProgram.package.deletingLastPathComponent()
                .appending(path: "shared/slides/\(name)")
            guard FileManager.default.fileExists(atPath: shared.path) else { continue }
            let found = try course("doctor", "--slide", shared.path)
            XCTAssertEqual(found.status, Int32(status), found.output + found.error)
            XCTAssertTrue(found.output.contains(words), found.output)
            XCTAssertEqual(found.error, "", name)
        }
        let missing = try course("doctor", "--slide", "no.tif")
        XCTAssertEqual(missing.status, 1)
        XCTAssertTrue(missing.output.contains("There is no file"), missing.output)
        XCTAssertEqual(try course("doctor", "--slide", "a", "--data", "b").status, 64)
    }

    func testTheDoctorLooksAtATable() throws {
        try writePicture()
        let text = """
            file,patient,label,microns_per_pixel
            photo.png,Smith,adenoma,0.5
            no.png,Miller,negative,0.5
            """
        try Data(text.utf8).write(to: file("slides.csv"))
        let result = try course("doctor", "--slides", "slides.csv")
        XCTAssertEqual(result.status, 1)
        for words in ["1 patient, 1 slide\n", "1 x adenoma", "line 3: there is no file"] {
            XCTAssertTrue(result.output.contains(words), result.output)
        }
        // Any classes are taken, but one of a single patient cannot be learnt and examined.
        let classes = """
            file,patient,label,microns_per_pixel,region
            photo.png,Smith,a,0.5,0 0 600 450
            photo.png,Miller,A,0.5,600 0 600 450
            photo.png,Miller,b,0.5,0 450 600 450
            """
        try Data(classes.utf8).write(to: file("slides.csv"))
        let lonely = try course("doctor", "--slides", "slides.csv")
        XCTAssertEqual(lonely.status, 1)
        for words in ["2 classes: Lesson 20", "class \"b\"", "one patient only (Miller)"] {
            XCTAssertTrue(lonely.output.contains(words), lonely.output)
        }
        try Data((classes + "\nphoto.png,Smith,b,0.5,600 450 600 450").utf8)
            .write(to: file("slides.csv"))
        let pair = try course("doctor", "--slides", "slides.csv")
        XCTAssertFalse(pair.output.contains("one patient only"), pair.output)
        let none = try course("doctor", "--slides", "no.csv")
        XCTAssertEqual(none.status, 2)
        XCTAssertTrue(none.error.contains("no.csv cannot be read"), none.error)
    }

    func testTheDoctorLooksAtAFolder() throws {
        let hospital = try Hospital(for: self)
        let sound = try course("doctor", "--data", hospital.file("").path)
        XCTAssertEqual(sound.status, 0, sound.output + sound.error)
        XCTAssertTrue(sound.output.hasPrefix("2 patients whose slides"), sound.output)
        try Data().write(to: hospital.slide(20, 4))
        let faulty = try course("doctor", "--data", hospital.file("").path)
        XCTAssertEqual(faulty.status, 1)
        XCTAssertTrue(faulty.output.contains("is empty (0 bytes)"), faulty.output)
        XCTAssertTrue(faulty.output.hasPrefix("1 patient whose slides"), faulty.output)
    }
}
