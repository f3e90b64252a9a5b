import Curriculum
import DeepTeaching
import Foundation
import XCTest

final class ValueCodingTests: XCTestCase {
    private func travelled<Value: Codable>(_ value: Value) throws -> Value {
        try ValueCoding.decode(Value.self, from: ValueCoding.encode(value))
    }

    func testNumbersArriveBitByBit() throws {
        let values = [0.1, -0.0, 1e-308, Double.pi, .infinity, -.infinity, .leastNonzeroMagnitude]
        XCTAssertEqual(try travelled(values).map(\.bitPattern), values.map(\.bitPattern))
        XCTAssertTrue(try travelled([Double.nan])[0].isNaN)
    }

    func testPicturesAndTensorsArrive() throws {
        let image = Image(size: PixelSize(width: 2, height: 1), pixels: [1, 2, 3, 4, 5, 6])
        XCTAssertEqual(try travelled(image), image)
        let mask = Mask(size: PixelSize(width: 2, height: 1), pixels: [true, false])
        XCTAssertEqual(try travelled(mask), mask)
        let plane = Plane(size: PixelSize(width: 1, height: 2), values: [0.5, -1])
        XCTAssertEqual(try travelled(plane), plane)
        let tensor = Tensor<Float>([1, 2, 3, 4, 5, 6], shape: [3, 2])
        XCTAssertEqual(try travelled(tensor).shape, [3, 2])
        XCTAssertEqual(try travelled(tensor).elements, tensor.elements)
        XCTAssertEqual(try travelled(Tensor<Double>([], shape: [0, 3])).shape, [0, 3])
    }

    /// What comes from a student's process may contradict itself: an error, never a trap.
    func testValuesThatContradictThemselvesAreRefused() {
        func refused<Value: Codable>(_ type: Value.Type, _ json: String) {
            XCTAssertThrowsError(
                try ValueCoding.decode(type, from: Data(json.utf8)), json)
        }
        refused(Image.self, #"{"size":{"width":2,"height":2},"pixels":"AAAA"}"#)
        refused(Image.self, #"{"size":{"width":-1,"height":-1},"pixels":"AAAA"}"#)
        refused(Image.self, #"{"size":{"width":4611686018427387904,"height":4},"pixels":""}"#)
        refused(Mask.self, #"{"size":{"width":2,"height":2},"pixels":[true]}"#)
        refused(Mask.self, #"{"size":{"width":-1,"height":-1},"pixels":[true]}"#)
        refused(Mask.self, #"{"size":{"width":4611686018427387904,"height":4},"pixels":[]}"#)
        refused(Plane.self, #"{"size":{"width":2,"height":2},"values":[1]}"#)
        refused(Plane.self, #"{"size":{"width":-2,"height":-2},"values":[1,2,3,4]}"#)
        refused(Tensor<Float>.self, #"{"shape":[2,2],"elements":[1]}"#)
        refused(Tensor<Float>.self, #"{"shape":[-1],"elements":[1]}"#)
        refused(Tensor<Float>.self, #"{"shape":[0],"elements":[1]}"#)
        refused(Tensor<Float>.self, #"{"shape":[4611686018427387904,8,0],"elements":[]}"#)
        refused(Tensor<Float>.self, #"{"shape":[4611686018427387904,8],"elements":[1,2]}"#)
    }
}
