import ArgumentParser
import DeepTeaching
import Foundation

/// Which pictures the lesson takes, on its command line.
struct DigitOptions: ParsableArguments, Sendable {
    @Option(help: "The size of the lesson: nano (for a look) or small (default).")
    var profile: String?

    @Option(
        help: "A folder with the IDX files of MNIST, or of a data set of its form, packed or not.")
    var data: String?

    func validate() throws {
        if let profile, !["nano", "small"].contains(profile) {
            throw ValidationError("--profile is nano or small, not \(profile)")
        }
        if data == "" { throw ValidationError("--data needs a name, but it is empty") }
    }

    /// Whether the lesson is only to be looked at.
    var isSmall: Bool { profile == "nano" }

    /// Pictures to train on and others to test on; of a folder's at most so many, chosen by the seed.
    ///
    /// - Throws: `MissingDigits`, `TensorFileError` or `AttentionError` if a folder holds no digits.
    func parts(
        _ scene: DigitScene, training: Int, test: Int, seed: UInt64
    ) throws -> (training: DigitPictures, test: DigitPictures) {
        guard let data else {
            return (
                .drawn(training, scene: scene, seed: seed &* 2),
                .drawn(test, scene: scene, seed: seed &* 2 &+ 1)
            )
        }
        let files = DigitFiles(folder: URL(fileURLWithPath: data, isDirectory: true))
        return (
            try placed(files.part("train"), training, scene, seed: seed &* 2),
            try placed(files.part("t10k"), test, scene, seed: seed &* 2 &+ 1)
        )
    }

    /// Some of a data set's digits, each on a picture.
    private func placed(
        _ digits: (pictures: Tensor<Float>, labels: Tensor<Float>), _ count: Int,
        _ scene: DigitScene, seed: UInt64
    ) throws -> DigitPictures {
        var digits = digits
        let all = digits.pictures.shape.first ?? 0
        if all > count, digits.labels.shape == [all] {
            var generator = SeededGenerator(seed: seed, stream: "digits of a folder")
            let chosen = Array(generator.shuffled(Array(0..<all)).prefix(count))
            digits.pictures = digits.pictures.gathered(chosen)
            digits.labels = digits.labels.gathered(chosen)
        }
        return try DigitPictures(
            placing: digits.pictures, labels: digits.labels, scene: scene, seed: seed)
    }
}
