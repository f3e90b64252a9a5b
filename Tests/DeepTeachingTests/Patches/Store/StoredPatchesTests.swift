import Foundation
import XCTest

@testable import DeepTeaching

/// Networks that learn from patches on the disk.
final class StoredPatchesTests: XCTestCase {
    private func inStore(_ count: Int, side: Int, _ body: (PatchStore) throws -> Void) throws {
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "some.patches")
            try body(try StoredSample.store(count, side: side, at: url))
        }
    }

    func testWhatIsWantedIsChosen() throws {
        try inStore(30, side: 2) { store in
            let all = try store.patches()
            XCTAssertEqual(all.indices, (0..<30).filter { $0 % 4 != 3 })
            XCTAssertEqual(all.isTumor, all.indices.map { $0 % 4 == 0 })
            XCTAssertEqual(all.patients, ["patient a", "patient b"])
            let some = try store.patches { $0.patient == "patient b" }
            XCTAssertEqual(some.indices, (0..<30).filter { $0 % 3 == 1 && $0 % 4 != 3 })
            XCTAssertEqual(some.patients, ["patient b"])
            XCTAssertEqual(try some.image(at: 2), StoredSample.image(some.indices[2], side: 2))
            XCTAssertEqual(try store.patches { _ in false }.count, 0)
            XCTAssertEqual(all.gathered([4, 0]).indices, [5, 0])
            XCTAssertEqual(all.gathered([0]).patients, ["patient a"])
        }
    }

    /// The same network, bit for bit, as from the same patches in memory.
    func testATrainingFromTheDiskIsTheSameAsFromMemory() throws {
        try inStore(40, side: 24) { store in
            let stored = try store.patches()
            var set = PatchSet()
            for index in stored.indices {
                set.append(StoredSample.image(index, side: 24), isTumor: index % 4 == 0)
            }
            var training = PatchTraining()
            (training.epochs, training.batchSize) = (2, 8)
            var generator = SeededGenerator(seed: 1)
            let network = PatchClassifier<Float>(side: 24, hidden: 4, using: &generator)
            var (first, second) = (network, network)
            let losses = try training.fit(&first, to: set, seed: 3)
            XCTAssertEqual(try training.fit(&second, to: stored, seed: 3), losses)
            XCTAssertEqual(losses.count, 6)
            XCTAssertEqual(first.parameters.map(\.value), second.parameters.map(\.value))
        }
    }

    /// The draws of a sampler of patches that are not read yet.
    func testTheDiskIsDrawnFromAsSlidesAre() throws {
        try inStore(60, side: 1) { store in
            let stored = try store.patches()
            let records = stored.indices.map(StoredSample.record)
            let sampler = BalancedSampler(
                slides: ["a", "b"].map { slide in
                    zip(stored.indices, records).filter { $0.1.slide == slide }.map {
                        LabeledPatch(
                            slide: slide == "a" ? 0 : 1,
                            patch: GridPatch(
                                index: GridIndex(column: $0, row: 0), region: $1.region),
                            label: $1.label)
                    }
                })
            var (a, b) = (SeededGenerator(seed: 4), SeededGenerator(seed: 4))
            let drawn = try stored.balanced(100, tumorShare: 0.3, using: &a)
            let expected = try sampler.sample(100, tumorShare: 0.3, using: &b)
            XCTAssertEqual(drawn.indices, expected.map(\.patch.index.column))
            XCTAssertEqual(drawn.isTumor, expected.map { $0.label == .tumor })
            XCTAssertEqual(drawn.tumorCount, 30)
        }
    }

    func testAPatientOnBothSidesStopsTheTraining() throws {
        try inStore(40, side: 24) { store in
            let (all, some) = (
                try store.patches(), try store.patches { $0.patient == "patient b" }
            )
            var generator = SeededGenerator(seed: 1)
            var network = PatchClassifier<Float>(side: 24, hidden: 4, using: &generator)
            assertThrows(PatchError.patientsOnBothSides(patients: ["patient b"])) {
                try PatchTraining().fit(&network, to: all, validation: some, seed: 1)
            }
            XCTAssertNoThrow(
                try some.requireOtherPatients(than: store.patches { $0.patient == "patient a" }))
        }
    }

    /// The training ends with the name of the patch that is damaged.
    func testADamagedPatchEndsTheTraining() throws {
        try inStore(40, side: 24) { store in
            var bytes = try Data(contentsOf: store.url)
            let place = try XCTUnwrap(
                bytes.firstRange(of: Data(StoredSample.image(8, side: 24).pixels)))
            bytes[place.lowerBound + 99] ^= 4
            try bytes.write(to: store.url)
            let patches = try PatchStore(contentsOf: store.url).patches()
            var generator = SeededGenerator(seed: 1)
            var network = PatchClassifier<Float>(side: 24, hidden: 4, using: &generator)
            assertThrows(PatchStoreError.damagedPatch(path: store.url.path, index: 8)) {
                try PatchTraining().fit(&network, to: patches, seed: 1)
            }
        }
    }
}
