import XCTest

@testable import DeepTeaching

final class NPYTests: XCTestCase {
    private struct Cases: Decodable {
        struct Case: Decodable {
            let name: String
            let bytes: Data
            let shape: [Int]
            let elements: [Double]
        }

        let cases: [Case]
    }

    func testFilesOfNumPyAreRead() throws {
        let cases = try reference("files", as: Cases.self).cases
        XCTAssertGreaterThan(cases.count, 20)
        for file in cases {
            let tensor = try Tensor<Double>(npy: file.bytes)
            XCTAssertEqual(tensor.shape, file.shape, file.name)
            XCTAssertEqual(tensor.elements, file.elements, file.name)
            let float = try Tensor<Float>(npy: file.bytes)
            XCTAssertEqual(float.elements, file.elements.map { Float($0) }, file.name)
        }
    }

    private func check<Scalar: TensorScalar>(_: Scalar.Type, line: UInt = #line) throws {
        var generator = SeededGenerator(seed: 1)
        let special = Tensor<Scalar>([.infinity, -0.0, .leastNonzeroMagnitude], shape: [3])
        for tensor in [
            Tensor.normal([2, 3, 4], using: &generator), .normal([100, 7], using: &generator),
            Tensor(1.5), .zeros([0, 3]), special,
        ] {
            let data = tensor.npyData
            let read = try Tensor<Scalar>(npy: data)
            XCTAssertEqual(read, tensor, line: line)
            // The elements are aligned.
            XCTAssertEqual(
                (data.count - tensor.count * MemoryLayout<Scalar>.size) % 64, 0, line: line)
        }
        XCTAssertEqual(try Tensor<Scalar>(npy: special.npyData)[1].sign, .minus)
    }

    func testWhatIsWrittenIsRead() throws {
        try check(Float.self)
        try check(Double.self)
        try inTemporaryFolder { folder in
            let file = folder.appendingPathComponent("a.npy")
            let tensor = Tensor<Float>.counting(6).reshaped([2, 3])
            try tensor.write(npy: file)
            XCTAssertEqual(try Tensor(npy: file), tensor)
            XCTAssertEqual(
                try FileManager.default.contentsOfDirectory(atPath: folder.path), ["a.npy"])
        }
    }

    func testNumPyReadsWhatIsWritten() throws {
        struct Array: Decodable {
            let type: String
            let shape: [Int]
            let elements: [Double]
        }
        try inTemporaryFolder { folder in
            var generator = SeededGenerator(seed: 2)
            let double = Tensor<Double>.normal([2, 3, 4], using: &generator)
            let tensors: [Tensor<Float>] = [
                .normal([5], using: &generator), .normal([3, 0], using: &generator), Tensor(0.1),
            ]
            try double.write(npy: folder.appendingPathComponent("double.npy"))
            var files = [folder.appendingPathComponent("double.npy").path]
            for (number, tensor) in tensors.enumerated() {
                let file = folder.appendingPathComponent("\(number).npy")
                try tensor.write(npy: file)
                files.append(file.path)
            }
            let output = try Python.run("interchange", ["npy"] + files, packages: ["numpy"])
            let arrays = try JSONDecoder().decode([Array].self, from: output)
            XCTAssertEqual(arrays.map(\.type), ["<f8", "<f4", "<f4", "<f4"])
            XCTAssertEqual(arrays.map(\.shape), [double.shape] + tensors.map(\.shape))
            XCTAssertEqual(arrays[0].elements, double.elements)
            for (array, tensor) in zip(arrays.dropFirst(), tensors) {
                XCTAssertEqual(array.elements, tensor.elements.map(Double.init))
            }
        }
    }

    func testEachPrefixOfAFileIsRefused() {
        let data = Tensor<Float>.ones([5, 7]).npyData
        for length in 0..<data.count {
            XCTAssertThrowsError(try Tensor<Float>(npy: data.prefix(length))) {
                XCTAssertTrue($0 is TensorFileError)
            }
        }
        // A part of other data, whose indices do not begin at 0.
        let inner = (Data(count: 3) + data).dropFirst(3)
        XCTAssertEqual(try Tensor<Float>(npy: inner), .ones([5, 7]))
    }

    func testPathsThatDoNotWork() throws {
        try inTemporaryFolder { folder in
            let file = folder.appendingPathComponent("none/a.npy")
            assertThrows(TensorFileError.unreadable(path: file.path)) {
                try Tensor<Float>(npy: file)
            }
            XCTAssertThrowsError(try Tensor<Float>(1).write(npy: file)) {
                guard case .unwritable(file.path, _)? = $0 as? TensorFileError else {
                    return XCTFail("\($0)")
                }
            }
        }
    }
}
