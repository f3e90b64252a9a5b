import XCTest

@testable import DeepTeaching

/// The training that all networks of patches go through.
final class PatchTrainingTests: XCTestCase {
    /// Patches of one color: dark ones are tumor.
    private func patches(_ count: Int, swappingLabels isSwapped: Bool = false) -> PatchSet {
        var set = PatchSet()
        for index in 0..<count {
            let isDark = index.isMultiple(of: 2)
            let color: RGB = isDark ? RGB(60, 40, 90) : RGB(220, 190, 210)
            set.append(
                Image(size: PixelSize(side: 24), color: color), isTumor: isDark != isSwapped)
        }
        return set
    }

    private var training: PatchTraining {
        var training = PatchTraining()
        (training.epochs, training.batchSize, training.augmentation) = (3, 8, .turnsOnly)
        return training
    }

    private func network() -> PatchClassifier<Float> {
        var generator = SeededGenerator(seed: 1)
        return PatchClassifier(side: 24, hidden: 4, using: &generator)
    }

    private func parameters(_ network: PatchClassifier<Float>) -> [Tensor<Float>] {
        (network.parameters + network.statistics).map(\.value)
    }

    func testTheLastNetworkCountsWithoutValidation() throws {
        var (network, shorter) = (network(), network())
        let losses = try training.fit(&network, to: patches(32), seed: 1)
        XCTAssertEqual(losses.count, 12)
        XCTAssertLessThan(losses[11], losses[0])
        try training.fit(&shorter, to: patches(32), seed: 1, steps: 4)
        XCTAssertNotEqual(parameters(network), parameters(shorter))
    }

    /// Where the validation says the opposite of the training, each epoch is worse than the one
    /// before: the network of the first must come back.
    func testTheBestNetworkCountsWithValidation() throws {
        var (network, first) = (network(), network())
        try training.fit(
            &network, to: patches(32), validation: patches(10, swappingLabels: true), seed: 1)
        try training.fit(&first, to: patches(32), seed: 1, steps: 4)
        XCTAssertEqual(parameters(network), parameters(first))
    }

    func testWhatIsReportedStopsTheTraining() {
        struct Enough: Error {}
        var network = network()
        XCTAssertThrowsError(
            try training.fit(&network, to: patches(32), seed: 1) { progress, steps in
                XCTAssertEqual(steps, 12)
                if progress.step == 5 { throw Enough() }
            })
    }
}
