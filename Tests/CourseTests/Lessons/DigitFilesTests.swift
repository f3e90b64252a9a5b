import DeepTeaching
import XCTest

@testable import Lesson18RecurrentAttention

/// The folder of `--data`, as data sets of the form of MNIST come: packed or not, and with two ways to
/// write their names.
final class DigitFilesTests: XCTestCase {
    func testPackedAndPlainFilesAreRead() throws {
        let folder = try IDXFolder(training: 3, test: 2)
        let files = DigitFiles(folder: folder.url)
        for (part, count) in [("train", 3), ("t10k", 2)] {
            let (pictures, labels) = try files.part(part)
            XCTAssertEqual(pictures.shape, [count, 28, 28])
            XCTAssertEqual(pictures.elements, (0..<count * 784).map { Float($0 % 256) })
            XCTAssertEqual(labels.elements, (0..<count).map { Float($0 % 10) })
        }
    }

    func testAMissingFileIsNamed() throws {
        let folder = try IDXFolder(training: 1, test: 1)
        try FileManager.default.removeItem(
            at: folder.url.appending(path: "train-labels-idx1-ubyte.gz"))
        XCTAssertThrowsError(try DigitFiles(folder: folder.url).part("train")) { error in
            XCTAssertTrue("\(error)".contains("neither train-labels-idx1-ubyte nor"), "\(error)")
        }
    }

    func testADamagedPackedFileIsRefused() throws {
        let folder = try IDXFolder(training: 40, test: 1)
        let file = folder.url.appending(path: "train-images-idx3-ubyte.gz")
        try Data(contentsOf: file).prefix(60).write(to: file)
        XCTAssertThrowsError(try DigitFiles(folder: folder.url).part("train")) { error in
            XCTAssertTrue("\(error)".contains("cannot be unpacked"), "\(error)")
        }
    }
}

/// A folder of its own with four IDX files: those to learn from are packed, those of the test are not and
/// have a point in their names. Pixel number i is i, from 0 to 255 again and again.
final class IDXFolder {
    let url: URL

    init(training: Int, test: Int) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "idx-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try write("train-images-idx3-ubyte", [training, 28, 28], modulo: 256, isPacked: true)
        try write("train-labels-idx1-ubyte", [training], modulo: 10, isPacked: true)
        try write("t10k-images.idx3-ubyte", [test, 28, 28], modulo: 256, isPacked: false)
        try write("t10k-labels.idx1-ubyte", [test], modulo: 10, isPacked: false)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    private func write(_ name: String, _ shape: [Int], modulo: Int, isPacked: Bool) throws {
        let lengths = shape.flatMap { length in
            [24, 16, 8, 0].map { UInt8(length >> $0 & 255) }
        }
        let elements = (0..<shape.reduce(1, *)).map { UInt8($0 % modulo) }
        let file = url.appending(path: name)
        try Data([0, 0, 8, UInt8(shape.count)] + lengths + elements).write(to: file)
        guard isPacked else { return }
        let gzip = try Process.run(
            URL(filePath: "/usr/bin/env"), arguments: ["gzip", file.path])
        gzip.waitUntilExit()
        XCTAssertEqual(gzip.terminationStatus, 0)
    }
}
