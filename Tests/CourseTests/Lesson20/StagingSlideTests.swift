import DeepTeaching
import XCTest

/// `--slide FILE`: any slide that can be read gets a map and a label, any other file a sentence.
final class StagingSlideTests: XCTestCase {
    /// Runs a slide with the model of the shared runs; its files go to a folder of its own.
    private func run(
        _ slide: URL, _ arguments: String...
    ) throws -> (StagingProgram.Result, StagingProgram) {
        _ = try StagingRuns.first()
        let own = try StagingProgram(for: self)
        let process = try StagingProcess(
            executable: StagingProgram.executable,
            arguments: [
                "--profile", "nano", "--slide", slide.path, "--output", own.file("page").path,
            ] + arguments,
            folder: StagingRuns.program.folder, environment: [:])
        return (process.result(within: 60), own)
    }

    private func assertMapped(
        _ slide: URL, micronsPerPixel: String? = nil, file: StaticString = #filePath,
        line: UInt = #line
    ) throws -> StagingReport {
        let (result, own) =
            try micronsPerPixel.map { try run(slide, "--microns-per-pixel", $0) } ?? run(slide)
        XCTAssertEqual(result.status, 0, result.error, file: file, line: line)
        XCTAssertEqual(result.complaints, [], file: file, line: line)
        for name in ["slide", "tissue", "map"] {
            _ = try Image(png: own.file("page/figures/\(name).png"))
        }
        XCTAssertFalse(result.output.contains("a model has to be trained first"), "it was there")
        let report = try own.report(in: "page")
        for key in ["levels", "micronsPerPixel", "pixelsRead", "missingTiles"] {
            XCTAssertNotNil(report[key], key, file: file, line: line)
        }
        return report
    }

    /// A sentence that names the file and contains the cause, and nothing else.
    private func assertRefused(
        _ slide: URL, _ cause: String, file: StaticString = #filePath, line: UInt = #line
    ) throws {
        let (result, own) = try run(slide)
        XCTAssertEqual(result.status, 1, result.error, file: file, line: line)
        XCTAssertFalse(result.wasKilled, file: file, line: line)
        XCTAssertEqual(result.complaints.count, 1, result.error, file: file, line: line)
        XCTAssertTrue(result.error.hasPrefix("error: "), result.error, file: file, line: line)
        for words in [slide.lastPathComponent, cause] {
            XCTAssertTrue(result.error.contains(words), result.error, file: file, line: line)
        }
        XCTAssertEqual(own.files(below: ""), [], file: file, line: line)
    }

    private func shared(_ name: String) throws -> URL {
        let url = StagingProgram.package.deletingLastPathComponent()
            .appending(path: "shared/slides/\(name)")
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw XCTSkip("\(name) is not beside the package")
        }
        return url
    }

    private func nanoSlide() throws -> URL {
        try StagingRuns.cohort().appending(path: "training/center_0/patient_000_node_4.tif")
    }

    // MARK: Slides that can be read

    func testASlideOfTheCohort() throws {
        let report = try assertMapped(nanoSlide())
        XCTAssertEqual(report["levels"], 2)
        XCTAssertEqual(report["micronsPerPixel"], 4)
        XCTAssertEqual(report["missingTiles"], 0)
        let pixels = try XCTUnwrap(report["pixelsRead"])
        XCTAssertGreaterThan(pixels, 1008 * 752 / 4)
    }

    func testARealSlide() throws {
        let report = try assertMapped(shared("CMU-1-Small-Region.svs"))
        XCTAssertEqual(report["levels"], 1)
        XCTAssertEqual(try XCTUnwrap(report["micronsPerPixel"]), 0.499, accuracy: 1e-9)
        XCTAssertEqual(report["missingTiles"], 0)
        XCTAssertNotNil(report["positiveScore"])
    }

    func testLevelsSmallerThanTheirTilesAreReadRight() throws {
        // Its 72 dots per inch are those of a camera, so it needs to be told.
        try assertRefused(shared("boxes.tiff"), "If you know, say it with --microns-per-pixel")
        XCTAssertEqual(
            try assertMapped(shared("boxes.tiff"), micronsPerPixel: "1.9")["levels"], 4)
        XCTAssertEqual(
            try assertMapped(shared("trap_deflate_tile512.tif"), micronsPerPixel: "0.5")["levels"],
            3)
    }

    func testAMissingTileIsCountedAndAnUnknownResolutionAskedFor() throws {
        let slide = try shared("tile_missing.tif")
        try assertRefused(slide, "If you know, say it with --microns-per-pixel")
        let report = try assertMapped(slide, micronsPerPixel: "1.5")
        XCTAssertEqual(report["missingTiles"], 1)
        XCTAssertEqual(report["micronsPerPixel"], 1.5)
    }

    /// What the user says counts, and the contradiction is said.
    func testAnotherResolutionThanTheFileSaysIsAWarning() throws {
        let slide = try nanoSlide()
        let (result, own) = try run(slide, "--microns-per-pixel", "3")
        XCTAssertEqual(result.status, 0, result.error)
        XCTAssertEqual(
            result.complaints,
            ["warning: \(slide.path) says 4.0 micrometres per pixel, but 3.0 were told, and count."]
        )
        XCTAssertEqual(try own.report(in: "page")["micronsPerPixel"], 3)
    }

    // MARK: Files that are refused

    func testOddSharedFiles() throws {
        try assertRefused(shared("bomb_tile1M.tif"), "declares tiles of 1048576 x 1048576 pixels")
        try assertRefused(shared("small.svs"), "too few for a single patch of 256.5 level-0")
        // The number of its compression, which libtiff does not know.
        try assertRefused(shared("unopenable.tiff"), "52479")
        try assertRefused(shared("unreadable.svs"), "cannot be read at")
        try assertRefused(shared("README.md"), "is no slide that OpenSlide knows")
    }

    func testWhatIsNoSlideFile() throws {
        let own = try StagingProgram(for: self)
        try assertRefused(own.file("nothing.svs"), "There is no file")
        try assertRefused(own.folder, "is a folder")
        try Data(count: 100_000).write(to: own.file("zeros.tif"))
        try assertRefused(own.file("zeros.tif"), "is no slide that OpenSlide knows")
        try Data().write(to: own.file("empty.svs"))
        try assertRefused(own.file("empty.svs"), "is empty (0 bytes)")
    }

    func testAFileThatMayNotBeRead() throws {
        try XCTSkipIf(geteuid() == 0, "root may read everything")
        let own = try StagingProgram(for: self)
        let file = own.file("secret.tif")
        try FileManager.default.copyItem(at: nanoSlide(), to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
        try assertRefused(file, "secret.tif")
    }

    /// Wherever a slide is cut off, and whatever byte is wrong: a map or a sentence, no trap.
    func testDamagedSlidesNeverTrap() throws {
        let whole = try Data(contentsOf: nanoSlide())
        let own = try StagingProgram(for: self)
        for length in [
            1, 8, 16, 100, 1000, whole.count / 4, whole.count / 2, whole.count * 3 / 4,
            whole.count - 1000, whole.count - 1,
        ] {
            let file = own.file("cut-\(length).tif")
            try whole.prefix(length).write(to: file)
            try assertMappedOrRefused(file, mustFail: length < whole.count * 3 / 4)
        }
        var generator = SeededGenerator(seed: 20)
        for index in 0..<12 {
            var damaged = whole
            for _ in 0..<20 {
                let place = Int(generator.next() % UInt64(damaged.count))
                damaged[place] = UInt8(truncatingIfNeeded: generator.next())
            }
            // The directories of the file lie at its ends.
            damaged[Int(generator.next() % 200)] ^= 0x55
            damaged[damaged.count - 1 - Int(generator.next() % 600)] ^= 0xFF
            let file = own.file("damaged-\(index).tif")
            try damaged.write(to: file)
            try assertMappedOrRefused(file, mustFail: false)
        }
    }

    private func assertMappedOrRefused(_ slide: URL, mustFail: Bool) throws {
        let (result, own) = try run(slide)
        let name = slide.lastPathComponent
        XCTAssertFalse(result.wasKilled, "\(name): \(result.error.suffix(2000))")
        if mustFail { XCTAssertEqual(result.status, 1, name) }
        switch result.status {
        case 0:
            XCTAssertEqual(result.complaints, [], name)
            XCTAssertTrue(own.files(below: "page").contains("index.html"), name)
        case 1:
            XCTAssertEqual(result.complaints.count, 1, "\(name): \(result.error)")
            XCTAssertTrue(result.error.contains(name), result.error)
            XCTAssertEqual(own.files(below: ""), [], name)
        default: XCTFail("\(name) ended with status \(result.status)")
        }
    }

    // MARK: The model

    func testWithoutAModelTheMainJobRunsFirst() throws {
        let program = try StagingProgram(for: self)
        try FileManager.default.copyItem(
            at: StagingRuns.cohort().deletingLastPathComponent(), to: program.file("Data"))
        try FileManager.default.removeItem(at: program.file("Data/models"))
        let slide = "Data/cohort-nano-1/training/center_1/patient_020_node_0.tif"
        let result = try program.run("--profile", "nano", "--slide", slide)
        XCTAssertEqual(result.status, 0, result.error)
        XCTAssertTrue(result.output.contains("a model has to be trained first"))
        XCTAssertFalse(result.output.contains("Where is tissue?"), "the main job is silent")
        let model = program.files(below: "Data/models/cohort-nano-1-seed-1")
        XCTAssertEqual(model, ["classifier.json", "detector.safetensors"])
        for file in model {
            let path = "Data/models/cohort-nano-1-seed-1/" + file
            XCTAssertEqual(
                try Data(contentsOf: program.file(path)),
                try Data(contentsOf: StagingRuns.program.file(path)), file)
        }
    }

    func testADamagedModelIsASentence() throws {
        let program = try StagingProgram(for: self)
        try FileManager.default.copyItem(
            at: StagingRuns.cohort().deletingLastPathComponent(), to: program.file("Data"))
        for name in ["detector.safetensors", "classifier.json"] {
            let file = program.file("Data/models/cohort-nano-1-seed-1/" + name)
            let whole = try Data(contentsOf: file)
            try whole.prefix(whole.count / 2).write(to: file)
            let result = try program.run("--profile", "nano", "--slide", nanoSlide().path)
            XCTAssertEqual(result.status, 1, result.error)
            XCTAssertTrue(result.error.contains(name), result.error)
            XCTAssertEqual(result.complaints.count, 1, result.error)
            XCTAssertEqual(program.files(below: "output"), [])
            try whole.write(to: file)
        }
    }
}
