import DeepTeaching
import XCTest

final class ThresholdTests: XCTestCase {
    func testOtsuEqualsScikitImage() throws {
        let reference = try ImageReference.load().thresholds
        let bytes = Plane(
            size: PixelSize(width: reference.bytes.count, height: 1), values: reference.bytes)
        XCTAssertEqual(Histogram(ofBytesIn: bytes).otsuThreshold, reference.byteThreshold)
        let threshold = try XCTUnwrap(Histogram(of: reference.floats).otsuThreshold)
        XCTAssertEqual(threshold, reference.floatThreshold, accuracy: 1e-6)
    }

    func testBytesAreCountedAsTheirPlaneIs() throws {
        let reference = try ImageReference.load().thresholds
        for count in [reference.bytes.count, 7, 5, 2, 1, 0] {
            let values = Array(reference.bytes.prefix(count))
            let plane = Plane(size: PixelSize(width: count, height: 1), values: values)
            let bytes = values.map { UInt8($0) }
            XCTAssertEqual(Histogram(ofBytes: bytes), Histogram(ofBytesIn: plane))
            XCTAssertEqual(
                Mask(size: plane.size, bytes: bytes, above: 100), plane.mask(above: 100))
        }
    }

    func testOneValueHasNoThreshold() {
        XCTAssertNil(Histogram(of: [Float](repeating: 0.3, count: 9)).otsuThreshold)
        XCTAssertNil(Histogram(of: []).otsuThreshold)
        let plane = Plane(size: PixelSize(side: 3), repeating: 77)
        XCTAssertNil(Histogram(ofBytesIn: plane).otsuThreshold)
    }

    func testForegroundIsGreaterThanTheThreshold() {
        let plane = Plane(size: PixelSize(width: 4, height: 1), values: [10, 10, 20, 20])
        XCTAssertEqual(Histogram(ofBytesIn: plane).otsuThreshold, 10)
        XCTAssertEqual(plane.mask(above: 10).pixels, [false, false, true, true])
        XCTAssertEqual(plane.mask(upTo: 10).pixels, [true, true, false, false])
    }

    func testValuesThatAreNotFiniteAreLeftOut() {
        let histogram = Histogram(of: [0, 1, .nan, .infinity, 0.5], bins: 2)
        XCTAssertEqual(histogram.counts, [1, 2])
        XCTAssertEqual(histogram.center(of: 1), 0.75)
    }
}
