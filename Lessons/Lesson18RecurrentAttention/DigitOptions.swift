import ArgumentParser
import DeepTeaching
import Foundation

/// Which pictures the lesson takes, on its command line.
struct DigitOptions: ParsableArguments, Sendable {
    @Option(help: "The size of the lesson: nano (for a look) or small (default).")
    var profile: String?

    @Option(help: "A folder with the IDX files of MNIST, or of another data set of its form.")
    var data: String?

    func validate() throws {
        if let profile, !["nano", "small"].contains(profile) {
            throw ValidationError("--profile is nano or small, not \(profile)")
        }
        if data == "" { throw ValidationError("--data needs a name, but it is empty") }
    }

    /// Whether the lesson is only to be looked at.
    var isSmall: Bool { profile == "nano" }

    /// Pictures to train on and others to test on.
    ///
    /// - Throws: `TensorFileError` or `AttentionError` if the files of a folder are no digits.
    func parts(
        _ scene: DigitScene, training: Int, test: Int, seed: UInt64
    ) throws -> (training: DigitPictures, test: DigitPictures) {
        guard let data else {
            return (
                .drawn(training, scene: scene, seed: seed &* 2),
                .drawn(test, scene: scene, seed: seed &* 2 &+ 1)
            )
        }
        return (
            try placed("train", in: data, scene, seed: seed &* 2),
            try placed("t10k", in: data, scene, seed: seed &* 2 &+ 1)
        )
    }

    private func placed(
        _ part: String, in folder: String, _ scene: DigitScene, seed: UInt64
    ) throws -> DigitPictures {
        let folder = URL(fileURLWithPath: folder, isDirectory: true)
        return try DigitPictures(
            placing: Tensor(idx: folder.appending(path: "\(part)-images-idx3-ubyte")),
            labels: Tensor(idx: folder.appending(path: "\(part)-labels-idx1-ubyte")),
            scene: scene, seed: seed)
    }
}
