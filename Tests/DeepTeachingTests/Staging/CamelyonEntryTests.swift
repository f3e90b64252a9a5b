import DeepTeaching
import XCTest

/// Which folders are looked into.
final class CamelyonEntryTests: XCTestCase {
    /// A sample that lies in another folder.
    private func outer(_ name: String) throws -> CamelyonSample {
        let outer = try CamelyonSample(empty: self)
        let inner = try CamelyonSample(self)
        let place = outer.url.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.moveItem(at: inner.url, to: place)
        return outer
    }

    func testAFolderWithADotInItsNameIsEntered() throws {
        for name in ["camelyon17_v1.0", "CAMELYON.17", "my.tif", "old.xml", "disk/data.2017.csv"] {
            let folder = try CamelyonFolder(url: outer(name).url)
            XCTAssertEqual(folder.patients.map(\.number), [3, 21], name)
            XCTAssertEqual(folder.patients.map(\.center), [0, 1], name)
        }
    }

    func testHiddenFoldersAndPackagesAreNotEntered() throws {
        for name in [".git", ".Trash-0", "Viewer.app"] {
            let sample = try CamelyonSample(self)
            try sample.add("\(name)/patient_021_node_0.tif")
            try sample.add("\(name)/stages.csv", "damaged")
            XCTAssertEqual(try CamelyonFolder(url: sample.url).patients.count, 2, name)
        }
    }

    func testALinkBackIntoItsOwnFolderEnds() throws {
        let sample = try CamelyonSample(self)
        for (link, target) in [
            ("again", "."), ("training/up", ".."), ("training/center_0/self", "../center_0"),
        ] {
            try FileManager.default.createSymbolicLink(
                atPath: sample.url.appendingPathComponent(link).path, withDestinationPath: target)
        }
        // One that leads to itself, and one that leads nowhere.
        for link in ["self", "nowhere"] {
            try FileManager.default.createSymbolicLink(
                atPath: sample.url.appendingPathComponent(link).path,
                withDestinationPath: link == "self" ? "self" : "gone")
        }
        let folder = try CamelyonFolder(url: sample.url)
        XCTAssertEqual(folder.patients.map(\.number), [3, 21])
        XCTAssertEqual(folder.patients.map(\.center), [0, 1])
    }

    /// A link that comes first in the alphabet must not take the hospital away.
    func testALinkToACentreKeepsItsNumber() throws {
        let sample = try CamelyonSample(self)
        try FileManager.default.moveItem(
            at: sample.url.appendingPathComponent("training/center_1"),
            to: sample.url.appendingPathComponent("training/center_4"))
        try FileManager.default.createSymbolicLink(
            atPath: sample.url.appendingPathComponent("a").path,
            withDestinationPath: "training/center_4")
        XCTAssertEqual(try CamelyonFolder(url: sample.url).patients[1].center, 4)
    }

    func testSlidesOnAnotherDiskAreFoundThroughLinks() throws {
        let disk = try CamelyonSample(self)
        let sample = try CamelyonSample(empty: self)
        for name in ["training", "lesion_annotations", "stage_labels.csv"] {
            try FileManager.default.createSymbolicLink(
                at: sample.url.appendingPathComponent(name),
                withDestinationURL: disk.url.appendingPathComponent(name))
        }
        let folder = try CamelyonFolder(url: sample.url)
        XCTAssertEqual(folder.patients.map(\.center), [0, 1])
        XCTAssertNotNil(folder.patients[1].slides[1].annotation)
    }
}
