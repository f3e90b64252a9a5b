import XCTest

@testable import DeepTeaching

/// Files of the format that data sets of digits come in.
final class IDXTests: XCTestCase {
    private func file(_ type: UInt8, _ lengths: [UInt32], _ bytes: [UInt8]) -> Data {
        Data([0, 0, type, UInt8(lengths.count)])
            + Data(
                lengths.flatMap { length in (0..<4).map { UInt8(length >> (24 - 8 * $0) & 255) } })
            + Data(bytes)
    }

    func testAllTypes() throws {
        let files: [(UInt8, [UInt8], [Double])] = [
            (0x08, [0, 255], [0, 255]), (0x09, [1, 255], [1, -1]),
            (0x0b, [1, 0, 255, 254], [256, -2]),
            (0x0c, [0, 0, 1, 0, 255, 255, 255, 255], [256, -1]),
            (0x0d, [0x3f, 0xc0, 0, 0, 0xc0, 0, 0, 0], [1.5, -2]),
            (0x0e, [0x3f, 0xf8] + [UInt8](repeating: 0, count: 14), [1.5, 0]),
        ]
        for (type, bytes, expected) in files {
            let tensor = try Tensor<Double>(idx: file(type, [2, 1], bytes))
            XCTAssertEqual(tensor, Tensor(expected, shape: [2, 1]), "type \(type)")
        }
        XCTAssertEqual(try Tensor<Float>(idx: file(8, [], [3])), Tensor([3], shape: []))
        XCTAssertEqual(try Tensor<Float>(idx: file(8, [0, 28], [])).shape, [0, 28])
        // A slice of data is counted from its own beginning.
        let inside = (Data([9]) + file(8, [1], [4])).dropFirst()
        XCTAssertEqual(try Tensor<Float>(idx: inside).elements, [4])
    }

    func testWhatIsWrongIsSaid() {
        func expect(_ error: TensorFileError, _ data: Data, line: UInt = #line) {
            assertThrows(error, line: line) { try Tensor<Float>(idx: data) }
        }
        expect(.notIDX(isCompressed: false), Data())
        expect(.notIDX(isCompressed: false), Data([0, 1, 8, 1]))
        expect(.notIDX(isCompressed: true), Data([0x1f, 0x8b, 8, 0]))
        expect(
            .wrongType("number 10, which the format does not have"), file(0x0a, [1], [0]))
        expect(.malformedHeader(reason: "it is longer than the file"), Data([0, 0, 8, 2, 0, 0]))
        expect(.malformedHeader(reason: "a tensor of 65 axes is none"), Data([0, 0, 8, 65]))
        expect(.wrongLength(expectedBytes: 2, foundBytes: 1), file(8, [2], [0]))
        expect(.wrongLength(expectedBytes: 1, foundBytes: 2), file(8, [1], [0, 0]))
        let most = UInt32.max
        expect(
            .wrongLength(expectedBytes: Int(most), foundBytes: 0), file(8, [most], []))
        let huge = [Int](repeating: Int(most), count: 3)
        expect(
            .malformedHeader(reason: "no machine holds the shape \(huge)"),
            file(8, [most, most, most], []))
        expect(
            .beyondRange(index: 0, value: 1e300),
            file(0x0e, [1], [0x7e, 0x37, 0xe4, 0x3c, 0x88, 0x00, 0x75, 0x9c]))
        let gone = URL(fileURLWithPath: "/nowhere/t10k")
        assertThrows(TensorFileError.unreadable(path: gone.path)) { try Tensor<Float>(idx: gone) }
        XCTAssertTrue("\(TensorFileError.notIDX(isCompressed: true))".contains("gunzip"))
    }
}
