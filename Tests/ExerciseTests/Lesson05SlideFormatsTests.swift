import Graders
import XCTest

final class Lesson05SlideFormatsTests: XCTestCase {
    func testParseDirectories() throws { try grade("parseDirectories", in: .slideFormats) }
    func testTilesCovering() throws { try grade("tilesCovering", in: .slideFormats) }
    func testReadRegion() throws { try grade("readRegion", in: .slideFormats) }
    func testMicronsPerPixel() throws { try grade("micronsPerPixel", in: .slideFormats) }
    func testLevel() throws { try grade("level", in: .slideFormats) }
    func testAnnotations() throws { try grade("annotations", in: .slideFormats) }
}
