import DeepTeaching
import XCTest

/// What is wrong with a folder is found at once, and said with file, problem and remedy.
final class CamelyonInspectionTests: XCTestCase {
    private let slide = "training/center_1/patient_021_node_0.tif"
    private let outlines = "lesion_annotations/patient_021_node_1.xml"
    private let leaveOut = InspectionFinding.Remedy.leaveOutSlide("patient_021_node_0")

    func testASoundFolderHasNoFindings() throws {
        let inspection = try CamelyonSample(withSlidesFor: self).inspection()
        XCTAssertEqual(inspection.findings, [])
        XCTAssertEqual(inspection.soundFolder?.patients.map(\.number), [3, 21])
        XCTAssertEqual(inspection.soundFolder?.skippedPatients, [])
    }

    // MARK: Slides

    func testASlideOfNoBytes() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        try sample.add(slide)
        try assertFinding(.empty, in: slide, of: sample, remedy: leaveOut)
        let sound = try XCTUnwrap(sample.inspection().soundFolder)
        XCTAssertEqual(sound.patients.map(\.number), [3])
        XCTAssertEqual(sound.skippedPatients, ["patient_021"])
    }

    func testABrokenLink() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        try sample.remove(slide)
        try FileManager.default.createSymbolicLink(
            atPath: sample.url.appendingPathComponent(slide).path,
            withDestinationPath: "/gone/slide.tif")
        try assertFinding(
            .brokenLink(target: "/gone/slide.tif"), in: slide, of: sample, remedy: leaveOut)
    }

    func testASlideThatMayNotBeRead() throws {
        try XCTSkipIf(geteuid() == 0, "root may read everything")
        let sample = try CamelyonSample(withSlidesFor: self)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0],
            ofItemAtPath: sample.url.appendingPathComponent(slide).path)
        try assertFinding(.forbidden, in: slide, of: sample, remedy: leaveOut)
    }

    func testASlideThatIsCutOff() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        let file = sample.url.appendingPathComponent(slide)
        let whole = try Data(contentsOf: file)
        try whole.prefix(whole.count / 2).write(to: file)
        let findings = try sample.inspection().findings
        XCTAssertEqual(findings.map(\.remedy), [leaveOut])
        guard case .unreadableSlide = findings.first?.problem else { return XCTFail("\(findings)") }
        XCTAssertTrue("\(findings[0])".hasPrefix(file.path), "\(findings[0])")
    }

    /// Only the last tile of the finest level is damaged, which no coarse look would show.
    func testADamagedLastTile() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        let file = sample.url.appendingPathComponent(slide)
        var image = CamelyonSample.picture(of: 21, 0)
        let before = try sample.bytes(of: image)
        image[x: image.size.width - 1, y: image.size.height - 1] = RGB(1, 2, 3)
        let after = try sample.bytes(of: image)
        let location = try XCTUnwrap(zip(before, after).enumerated().first { $1.0 != $1.1 }?.offset)
        var damaged = before
        for index in location - 40..<location + 2 { damaged[index] = 0xFF }
        try damaged.write(to: file)
        let findings = try sample.inspection().findings
        XCTAssertEqual(findings.count, 1, "\(findings)")
        guard case .unreadableSlide(.unreadableRegion) = findings.first?.problem else {
            return XCTFail("\(findings)")
        }
        XCTAssertTrue("\(findings[0])".contains("cannot be read at (95, 71)"), "\(findings[0])")
    }

    func testASlideWithoutResolution() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        try sample.addSlide(21, 0, micronsPerPixel: nil)
        try assertFinding(.unknownResolution, in: slide, of: sample, remedy: leaveOut)
        let told = try sample.inspection(told: 1)
        XCTAssertEqual(told.findings, [])
        XCTAssertEqual(
            told.soundFolder?.slides.map(\.micronsPerPixel),
            Array(repeating: MicronsPerPixel(1), count: 10))
    }

    func testAnotherResolutionThanToldIsAWarning() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        try sample.addSlide(21, 0, micronsPerPixel: 0.5)
        let told = try sample.inspection(told: 1)
        XCTAssertEqual(
            told.warnings.map(\.problem), [.otherResolution(file: 0.5, told: 1)])
        XCTAssertEqual(told.faults, [])
        XCTAssertEqual(told.soundFolder?.patients.count, 2, "it counts")
    }

    func testASlideThatIsTooSmallForAPatch() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        try sample.addSlide(21, 0, micronsPerPixel: 0.1)
        let size = CamelyonSample.picture(of: 21, 0).size
        try assertFinding(
            .tooSmall(size: size, patchSide: 320), in: slide, of: sample, remedy: leaveOut)
    }

    func testCopiesUnderTwoNames() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        let first = sample.url.appendingPathComponent("training/center_0/patient_003_node_2.tif")
        try sample.add(slide, try Data(contentsOf: first))
        let findings = try sample.inspection().findings
        XCTAssertEqual(
            findings.map(\.problem),
            [.samePicture(as: ["patient_021_node_0"]), .samePicture(as: ["patient_003_node_2"])])
        XCTAssertEqual(try sample.inspection().soundFolder?.patients, [])
    }

    /// As many bytes and the same size, but other tissue.
    func testTwoSlidesOfOneSizeAreNoCopies() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        let other = "training/center_1/patient_021_node_2.tif"
        var picture = CamelyonSample.picture(of: 21, 0)
        let first = try sample.bytes(of: picture)
        picture[x: picture.size.width / 2, y: picture.size.height / 2] = RGB(9, 8, 7)
        let second = try sample.bytes(of: picture)
        let count = max(first.count, second.count)
        for (path, data) in [(slide, first), (other, second)] {
            try sample.add(path, data + Data(count: count - data.count))
        }
        XCTAssertEqual(try sample.inspection().findings, [])
    }

    // MARK: The folder

    func testTwoFilesOfOneName() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        try sample.add("training/zz/patient_021_node_0.tif", Data("other".utf8))
        try assertFinding(
            .secondFile(path: sample.url.appendingPathComponent(slide).path),
            in: "training/zz/patient_021_node_0.tif", of: sample, remedy: leaveOut)
    }

    /// All wrong rows at once; the other patients stay.
    func testFaultsOfTheTable() throws {
        let table =
            CamelyonSample.table.replacingOccurrences(of: "node_2.tif,itc", with: "node_2.tif,x")
            + "patient_004.zip,pN0\npatient_005.zip,pN9\n"
        let sample = try CamelyonSample(withSlidesFor: self, table: table)
        let inspection = try sample.inspection()
        let file = sample.url.appendingPathComponent("stage_labels.csv").path
        XCTAssertEqual(
            inspection.findings.map(\.problem),
            [
                .folder(.unknownType("x", location: .init(file: file, line: 5))),
                .folder(.unknownStage("pN9", location: .init(file: file, line: 15))),
                .folder(
                    .wrongNodes(
                        patient: "patient_004", found: [], location: .init(file: file, line: 14))),
            ])
        XCTAssertEqual(inspection.findings.map(\.path), [file, file, file])
        XCTAssertEqual(inspection.soundFolder?.patients.map(\.number), [3])
    }

    func testWithoutATableTheSlidesAreLookedAtAllTheSame() throws {
        let sample = try CamelyonSample(withSlidesFor: self, table: nil)
        try sample.add(slide)
        let inspection = try sample.inspection()
        XCTAssertEqual(
            inspection.findings.map(\.problem),
            [.folder(.noStageTable(path: sample.url.path)), .empty])
        XCTAssertEqual(inspection.findings[0].remedy, .impossible)
        XCTAssertNil(inspection.soundFolder)
    }

    func testATableThatIsALinkToNowhere() throws {
        let sample = try CamelyonSample(withSlidesFor: self, table: nil)
        let table = sample.url.appendingPathComponent("stages.csv").path
        try FileManager.default.createSymbolicLink(
            atPath: table, withDestinationPath: "/gone/stages.csv")
        try assertFinding(
            .brokenLink(target: "/gone/stages.csv"), in: "stages.csv", of: sample,
            remedy: .impossible)
    }

    /// A pipe, as an unfinished download leaves one, would never end.
    func testPipesAreNeverOpened() throws {
        let sample = try CamelyonSample(withSlidesFor: self, table: nil)
        try sample.remove(slide)
        try sample.remove(outlines)
        for path in [slide, outlines, "stages.csv"] {
            XCTAssertEqual(mkfifo(sample.url.appendingPathComponent(path).path, 0o600), 0)
        }
        let inspection = try sample.inspection()
        XCTAssertEqual(
            inspection.faults.map(\.problem), [.pipeOrDevice, .pipeOrDevice, .pipeOrDevice])
    }

    func testAFolderThatMayNotBeReadIsSaid() throws {
        try XCTSkipIf(geteuid() == 0, "root may read everything")
        let sample = try CamelyonSample(withSlidesFor: self)
        try sample.add("training/secret/notes.txt")
        let secret = sample.url.appendingPathComponent("training/secret")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: secret.path)
        defer {
            try? FileManager.default.setAttributes(
                [.posixPermissions: 0o700], ofItemAtPath: secret.path)
        }
        try assertFinding(
            .folder(.unreadableFolder(path: secret.path)), in: "training/secret", of: sample,
            remedy: .nothing)
        XCTAssertThrowsError(try CamelyonFolder(url: sample.url))
    }

    func testNoFolderAtAllIsThrown() throws {
        let settings = InspectionSettings(grid: PatchGrid(side: 32, micronsPerPixel: 1))
        let nowhere = URL(fileURLWithPath: "/nowhere")
        XCTAssertThrowsError(try CamelyonInspection(of: nowhere, settings: settings)) {
            XCTAssertEqual($0 as? StagingError, .noFolder(path: "/nowhere"))
        }
    }

    func testProgressEndsAtAll() throws {
        let sample = try CamelyonSample(withSlidesFor: self)
        let shares = Shares()
        _ = try sample.inspection { shares.add($0) }
        XCTAssertEqual(shares.all.sorted(), (1...10).map { Double($0) / 10 })
    }
}

/// Collects what is reported from several threads.
private final class Shares: @unchecked Sendable {  // the array is behind the lock
    private let lock = NSLock()
    private var values: [Double] = []

    var all: [Double] { lock.withLock { values } }

    func add(_ value: Double) { lock.withLock { values.append(value) } }
}
