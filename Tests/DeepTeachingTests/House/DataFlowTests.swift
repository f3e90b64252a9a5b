import Foundation
import XCTest

/// The article about the way of a slide names files, and these are there.
final class DataFlowTests: XCTestCase {
    private let library = House.root.appending(path: "Sources/DeepTeaching")

    func testTheFilesThatItNamesAreThere() throws {
        let article = library.appending(path: "DeepTeaching.docc/DataFlow.md")
        let files = try String(contentsOf: article, encoding: .utf8)
            .matches(of: /`([\w\/+]+\.swift)`/).map { String($0.output.1) }
        XCTAssertGreaterThan(files.count, 15, "the search found too few")
        for file in files {
            XCTAssertTrue(
                FileManager.default.fileExists(atPath: library.appending(path: file).path), file)
        }
    }
}
