import Foundation
import XCTest

@testable import DeepTeaching

final class PatchFolderTests: XCTestCase {
    private func folder(
        of count: Int, side: Int = 3, at url: URL, in subfolder: String? = nil
    ) throws -> PatchFolder {
        let writer = try PatchFolderWriter(to: url, layout: StoredSample.layout(side: side))
        for number in 0..<count {
            try writer.append(
                StoredSample.image(number, side: side), StoredSample.record(number),
                in: subfolder)
        }
        return try writer.finish()
    }

    func testWhatIsWrittenIsRead() throws {
        for (count, side) in [(0, 3), (1, 1), (12, 3)] {
            try inTemporaryFolder { place in
                let url = place.appending(path: "patches")
                let patches = try folder(of: count, side: side, at: url)
                XCTAssertEqual(patches.count, count)
                XCTAssertEqual(patches.layout?.side, count == 0 ? nil : side)
                for number in 0..<count {
                    XCTAssertEqual(try patches.record(at: number), StoredSample.record(number))
                    XCTAssertEqual(
                        try patches.image(at: number), StoredSample.image(number, side: side))
                }
                let names = try FileManager.default.contentsOfDirectory(atPath: place.path)
                XCTAssertEqual(names, ["patches"])
            }
        }
    }

    func testTheFilesAndTheTableAreTheOnesDescribed() throws {
        try inTemporaryFolder { place in
            let url = place.appending(path: "patches")
            let writer = try PatchFolderWriter(to: url, layout: StoredSample.layout(side: 3))
            var record = StoredSample.record(0)
            try writer.append(StoredSample.image(0, side: 3), record)
            record.slide = "node \"1\", left/ä"
            record.region.origin.x = 1.6
            try writer.append(StoredSample.image(4, side: 3), record, in: "test")
            try writer.finish()
            let table = """
                file,label,slide,patient,x,y,width,height,column,row,tumor_share,side,microns_per_pixel
                tumor/a_0_1.png,tumor,a,patient a,0.0,0.5,16.25,16.25,0,2,0.0,3,1.94
                test/node--1---left-ä_2_1.png,tumor,"node ""1"", left/ä",patient a,1.6,0.5,16.25,16.25,0,2,0.0,3,1.94

                """
            XCTAssertEqual(
                try String(contentsOf: url.appending(path: "patches.csv"), encoding: .utf8), table)
            let patches = try PatchFolder(contentsOf: url)
            XCTAssertEqual(try patches.record(at: 1), record)
            XCTAssertEqual(try patches.file(at: 0).lastPathComponent, "a_0_1.png")
            XCTAssertEqual(
                try Image(png: url.appending(path: "tumor/a_0_1.png")),
                StoredSample.image(0, side: 3))
        }
    }

    func testANetworkLearnsFromIt() throws {
        try inTemporaryFolder { place in
            let patches = try folder(of: 24, side: 24, at: place.appending(path: "patches"))
            let chosen = try patches.patches { $0.slide == "a" }
            XCTAssertEqual(chosen.patients, ["patient a"])
            var training = PatchTraining()
            (training.epochs, training.batchSize) = (1, 4)
            var generator = SeededGenerator(seed: 1)
            var network = PatchClassifier<Float>(side: 24, hidden: 4, using: &generator)
            XCTAssertEqual(try training.fit(&network, to: chosen, seed: 3).count, 3)
        }
    }

    func testItIsThereWholeOrNotAtAll() throws {
        try inTemporaryFolder { place in
            let url = place.appending(path: "patches")
            var writer: PatchFolderWriter? = try PatchFolderWriter(
                to: url, layout: StoredSample.layout(side: 3))
            try writer?.append(StoredSample.image(0, side: 3), StoredSample.record(0))
            XCTAssertFalse(FileManager.default.fileExists(atPath: url.path))
            writer = nil
            XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: place.path), [])
            _ = try folder(of: 1, at: url)
            assertThrows(PatchFolderError.exists(path: url.path)) {
                try PatchFolderWriter(to: url, layout: StoredSample.layout(side: 3))
            }
            let nowhere = place.appending(path: "none/patches")
            XCTAssertThrowsError(
                try PatchFolderWriter(to: nowhere, layout: StoredSample.layout(side: 3))
            ) { XCTAssertTrue("\($0)".contains("cannot be written"), "\($0)") }
        }
    }

    func testPatchesThatDoNotFit() throws {
        try inTemporaryFolder { place in
            let writer = try PatchFolderWriter(
                to: place.appending(path: "patches"), layout: StoredSample.layout(side: 3))
            let (image, record) = (StoredSample.image(0, side: 3), StoredSample.record(0))
            try writer.append(image, record)
            func refusal(
                _ image: Image, _ subfolder: String? = nil, _ change: (inout PatchRecord) -> Void
            ) -> String {
                var changed = record
                change(&changed)
                do {
                    try writer.append(image, changed, in: subfolder)
                    return "accepted"
                } catch { return "\(error)" }
            }
            let small = StoredSample.image(0, side: 2)
            for (found, words) in [
                (refusal(image) { _ in }, "another one is called tumor/a_0_1.png already"),
                (refusal(small) { _ in }, "it has 2 x 2 pixels, and not 3 x 3"),
                (refusal(image) { $0.tumorShare = 2 }, "share of tumour is 2"),
                (refusal(image) { $0.patient = "b" }, "of patient a and of b"),
                (refusal(image) { $0.slide = "a\nb" }, "more than one line"),
                (refusal(image) { $0.region.origin.x = 1e12 }, "where no slide reaches"),
                (refusal(image, "../up") { _ in }, "no folder can be called \"../up\""),
                (refusal(image, "") { _ in }, "no folder can be called \"\""),
                (refusal(image, "patches.csv") { _ in }, "no folder can be called"),
            ] { XCTAssertTrue(found.contains(words), "\(words)\n\(found)") }
            XCTAssertEqual(writer.count, 1)
            XCTAssertEqual(try writer.finish().count, 1)
        }
    }

    /// Each mistake in the table is named with its line.
    func testMistakesInTheTable() throws {
        try inTemporaryFolder { place in
            let url = place.appending(path: "patches")
            _ = try folder(of: 3, at: url)
            let file = url.appending(path: "patches.csv")
            let table = try String(contentsOf: file, encoding: .utf8)
            for (old, new, words) in Self.mistakes {
                XCTAssertTrue(table.contains(old), old)
                try table.replacing(old, with: new).write(
                    to: file, atomically: true, encoding: .utf8)
                XCTAssertThrowsError(try PatchFolder(contentsOf: url), words) {
                    XCTAssertTrue("\($0)".contains(words), "\(words)\n\($0)")
                }
            }
            // Other line ends, blank lines, a byte-order mark, columns in another order: all the same.
            let other = "\u{feff}" + table.replacing("\n", with: "\r\n") + "\r\n\r\n"
            try other.write(to: file, atomically: true, encoding: .utf8)
            XCTAssertEqual(
                try PatchFolder(contentsOf: url).record(at: 2), StoredSample.record(2))
            try Data([0xff, 0xfe, 0x00]).write(to: file)
            XCTAssertThrowsError(try PatchFolder(contentsOf: url))
            try FileManager.default.removeItem(at: file)
            XCTAssertThrowsError(try PatchFolder(contentsOf: url)) {
                XCTAssertTrue("\($0)".contains("there is no such file"), "\($0)")
            }
        }
    }

    private static let mistakes: [(String, String, String)] = [
        ("label,slide", "slide", "has no column label"),
        ("tumor/a_0_1.png", "../a_0_1.png", "line 2: the picture \"../a_0_1.png\" does not lie in"),
        ("tumor/a_0_1.png", "/etc/a.png", "line 2: the picture"),
        (
            "tumor/a_0_1.png", "normal/b_16_1.png",
            "line 3: the picture normal/b_16_1.png stands in line 2"
        ),
        (",tumor,a", ",tumour,a", "line 2: the label is \"tumour\", and none of tumor, normal"),
        (",32.0,", ",x,", "line 4: x is \"x\", and no number"),
        (",32.0,", ",nan,", "line 4: x is \"nan\", and no number"),
        (",32.0,", ",", "line 4: it has 12 cells, and the first 13"),
        (",16.25,16.25,2,", ",16.25,-1,2,", "line 4: its region"),
        (",2,2,0.2,", ",2,,0.2,", "line 4: row is \"\", and no whole number"),
        (",2,2,0.2,", ",2,2,1.2,", "line 4: its share of tumour is 1.2"),
        (",0.2,3,", ",0.2,4,", "line 4: it has patches of 4 x 4"),
        (",0.2,3,", ",0.2,0,", "line 4: there are no patches of 0 pixels"),
        ("patient b", "", "line 3: the name of its patient is empty"),
        ("patient b", "\"patient b", "a quotation mark is not closed"),
    ]

    func testPicturesThatAreMissingOrChanged() throws {
        try inTemporaryFolder { place in
            let url = place.appending(path: "patches")
            let patches = try folder(of: 3, at: url)
            let file = try patches.file(at: 1)
            try StoredSample.image(1, side: 2).writePNG(to: file)
            assertThrows(
                PatchFolderError.wrongSize(path: file.path, found: PixelSize(side: 2), side: 3)
            ) { try patches.image(at: 1) }
            try FileManager.default.removeItem(at: file)
            assertThrows(PNGError.missing(path: file.path)) { try patches.image(at: 1) }
            assertThrows(PatchFolderError.noSuchPatch(index: 3, count: 3)) {
                try patches.image(at: 3)
            }
        }
    }
}
