import DeepTeaching
import Foundation
import XCTest

/// Any network becomes a safetensors file and comes back.
final class NetworkFileTests: XCTestCase {
    private var file = URL(filePath: "/")

    override func setUp() {
        file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors")
    }

    override func tearDown() { try? FileManager.default.removeItem(at: file) }

    private func network(seed: UInt64, hidden: Int = 4) -> Sequential<Float> {
        var generator = SeededGenerator(seed: seed)
        return Sequential([
            Dense<Float>(inputs: 3, outputs: hidden, activation: .relu, using: &generator),
            BatchNormalization<Float>(features: hidden),
            Dense<Float>(inputs: hidden, outputs: 2, using: &generator),
        ])
    }

    /// A network whose running statistics are not those of a new one.
    private func learntNetwork() -> Sequential<Float> {
        var network = network(seed: 1)
        var generator = SeededGenerator(seed: 9)
        let pass = Pass.training(seed: 0)
        network.nameParts()
        _ = network(Variable(.normal([8, 3], using: &generator)), in: pass)
        network.updateStatistics(from: pass)
        return network
    }

    func testParametersAndStatisticsComeBack() throws {
        let saved = learntNetwork()
        try saved.save(to: file, metadata: ["classes": "a b"])
        var other = network(seed: 2)
        XCTAssertEqual(try other.load(from: file), ["classes": "a b"])
        XCTAssertEqual(other.parameters.map(\.value), saved.parameters.map(\.value))
        XCTAssertEqual(other.statistics.map(\.value), saved.statistics.map(\.value))
        var generator = SeededGenerator(seed: 3)
        let input = Tensor<Float>.normal([5, 3], using: &generator)
        XCTAssertEqual(other(input), saved(input))
    }

    func testAFailedLoadLeavesTheNetworkAsItWas() throws {
        try learntNetwork().save(to: file)
        var other = network(seed: 2, hidden: 5)
        let before = other.parameters.map(\.value)
        assertThrows(
            CheckpointError.wrongShape(name: "0.weights", expected: [3, 5], found: [3, 4])
        ) { try other.load(from: self.file) }
        XCTAssertEqual(other.parameters.map(\.value), before)

        try Data(try Data(contentsOf: file).dropLast(3)).write(to: file)
        var same = network(seed: 2)
        XCTAssertThrowsError(try same.load(from: file)) { XCTAssertTrue($0 is CheckpointError) }
        assertThrows(CheckpointError.unreadable(path: file.path + ".none")) {
            try same.load(from: URL(filePath: self.file.path + ".none"))
        }
    }

    func testNotANumberIsNeitherSavedNorLoaded() throws {
        try learntNetwork().save(to: file)
        let good = try Data(contentsOf: file)
        var bad = learntNetwork()
        bad.forEachParameter { name, parameter in
            if name == "2.bias" { parameter.value = Tensor([0, .nan], shape: [2]) }
        }
        assertThrows(CheckpointError.unusableNumber(name: "2.bias", value: "nan")) {
            try bad.save(to: self.file)
        }
        XCTAssertEqual(try Data(contentsOf: file), good, "the good file stays")
        try Checkpoint(of: bad).write(to: file)
        var other = network(seed: 2)
        let before = other.parameters.map(\.value)
        assertThrows(CheckpointError.unusableNumber(name: "2.bias", value: "nan")) {
            try other.load(from: self.file)
        }
        XCTAssertEqual(other.parameters.map(\.value), before)
    }
}
