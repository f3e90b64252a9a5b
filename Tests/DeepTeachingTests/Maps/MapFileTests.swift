import DeepTeaching
import XCTest

/// A map in a file: the same numbers again, or a sentence.
final class MapFileTests: XCTestCase {
    private let map = ConfidenceMap(
        probabilities: Plane(
            size: PixelSize(width: 3, height: 2), values: [0, 1, 0.1, 1e-30, 0.99999994, 0.5]),
        covered: Mask(
            size: PixelSize(width: 3, height: 2), pixels: [false, true, true, true, true, false]),
        frame: RasterFrame(
            origin: BaselinePoint(x: -3.1, y: 1000), downsample: 1.94 * 64 / 0.243),
        baselineMicronsPerPixel: MicronsPerPixel(x: 0.243, y: 0.2431))

    func testItComesBackBitByBit() throws {
        let file = try SlideFixtures.folder(for: self).appending(path: "map.safetensors")
        try map.save(to: file)
        XCTAssertEqual(try ConfidenceMap(contentsOf: file), map)
    }

    func testAMapWithoutCells() throws {
        let file = try SlideFixtures.folder(for: self).appending(path: "map.safetensors")
        let none = PixelSize(width: 0, height: 0)
        let empty = ConfidenceMap(
            probabilities: Plane(size: none), covered: Mask(size: none),
            frame: RasterFrame(downsample: 1),
            baselineMicronsPerPixel: MicronsPerPixel(1))
        try empty.save(to: file)
        XCTAssertEqual(try ConfidenceMap(contentsOf: file), empty)
    }

    func testWhatIsNoMapIsRefusedInWords() throws {
        let file = try SlideFixtures.folder(for: self).appending(path: "map.safetensors")
        try map.save(to: file)
        let whole = try Checkpoint(contentsOf: file)
        func refused(_ change: (inout Checkpoint) -> Void, line: UInt = #line) throws {
            var damaged = whole
            change(&damaged)
            try damaged.write(to: file)
            XCTAssertThrowsError(try ConfidenceMap(contentsOf: file), line: line) {
                XCTAssertTrue($0 is CheckpointError, "\($0)", line: line)
            }
        }
        try refused { $0.tensors["covered"] = nil }
        try refused { $0.tensors["probabilities"] = nil }
        try refused { $0.tensors["covered"] = Tensor([0, 1, 1], shape: [1, 3]) }
        try refused { $0.tensors["probabilities"] = Tensor([0, 1, 2, 0, 0, 0], shape: [2, 3]) }
        try refused { $0.tensors["probabilities"] = Tensor([0, 1, .nan, 0, 0, 0], shape: [2, 3]) }
        try refused { $0.tensors["covered"] = Tensor([0, 1, 0.5, 0, 0, 0], shape: [2, 3]) }
        for value in [nil, "", "zero", "0", "-1", "nan", "inf"] as [String?] {
            for key in ["downsample", "micronsPerPixelX", "micronsPerPixelY"] {
                try refused { $0.metadata[key] = value }
            }
        }
        for value in [nil, "", "left", "nan", "-inf"] as [String?] {
            for key in ["originX", "originY"] { try refused { $0.metadata[key] = value } }
        }
        try Data("no map".utf8).write(to: file)
        XCTAssertThrowsError(try ConfidenceMap(contentsOf: file)) {
            XCTAssertTrue($0 is CheckpointError, "\($0)")
        }
    }
}
