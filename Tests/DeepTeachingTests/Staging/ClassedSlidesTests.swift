import DeepTeaching
import Foundation
import XCTest

/// Slides of any classes: shared out by patients, drawn by classes, called by means.
final class ClassedSlidesTests: XCTestCase {
    private static func record(_ number: Int, patient: Int, file: URL? = nil) -> SlideRecord {
        SlideRecord(
            name: "s\(number)", patient: patient, node: 0, center: 0, type: .negative,
            file: file ?? URL(filePath: "/s\(number).tif"))
    }

    /// One slide for each pair of a patient and a class.
    private func slides(_ pairs: [(patient: Int, label: Int)], classes: Int = 3) -> ClassedSlides {
        ClassedSlides(
            names: (0..<classes).map { "class \($0)" },
            slides: pairs.enumerated().map { Self.record($0, patient: $1.patient) },
            labels: pairs.map(\.label),
            patients: (0..<20).map { "patient \($0)" })
    }

    func testNoPatientIsInBothPartsAndEachClassIs() throws {
        // Patients 6 and 7 have slides of two classes.
        let slides = slides(
            [
                (0, 0), (0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (5, 2), (6, 0), (6, 1), (7, 1),
                (7, 2),
            ])
        for seed in 0..<30 as Range<UInt64> {
            let split = try slides.split(seed: seed)
            XCTAssertEqual((split.training + split.test).sorted(), Array(0..<11))
            let patients = [split.training, split.test].map { part in
                Set(part.map { slides.slides[$0].patient })
            }
            XCTAssertTrue(patients[0].isDisjoint(with: patients[1]))
            for part in [split.training, split.test] {
                XCTAssertEqual(Set(part.map { slides.labels[$0] }), [0, 1, 2], "seed \(seed)")
            }
            XCTAssertEqual(split, try slides.split(seed: seed))
        }
        XCTAssertGreaterThan(Set(try (0..<30).map { try slides.split(seed: $0).test }).count, 3)
    }

    /// Both patients of class 2 also have the only other slides of class 0: half of all draws fail.
    func testPatientsWithSeveralClassesAreDrawnUntilItFits() throws {
        let slides = slides([(0, 0), (0, 2), (1, 2), (1, 1), (2, 0), (3, 1)])
        for seed in 0..<20 as Range<UInt64> {
            let split = try slides.split(seed: seed)
            for part in [split.training, split.test] {
                XCTAssertEqual(Set(part.map { slides.labels[$0] }), [0, 1, 2], "seed \(seed)")
            }
        }
    }

    func testWhatCannotBeSplitIsSaid() throws {
        XCTAssertThrowsError(
            try slides([(0, 0), (1, 0), (0, 1), (1, 1), (2, 2), (2, 2)]).split(seed: 1)
        ) {
            XCTAssertEqual(
                $0 as? StagingError, .classOfOnePatient(name: "class 2", patient: "patient 2"))
        }
        XCTAssertThrowsError(try slides([(0, 0), (1, 0), (0, 1), (1, 1)]).split(seed: 1)) {
            XCTAssertEqual($0 as? StagingError, .classOfOnePatient(name: "class 2", patient: nil))
            XCTAssertTrue("\($0)".contains("slides of no patient"), "\($0)")
        }
        // Whoever is left out, the other patients of one class are too few: 0-1, 1-2 and 2-0.
        let chained = slides([(0, 0), (0, 1), (1, 1), (1, 2), (2, 2), (2, 0)])
        XCTAssertThrowsError(try chained.split(seed: 1)) {
            XCTAssertEqual(
                $0 as? StagingError, .noSplit(classes: ["class 0", "class 1", "class 2"]))
        }
    }

    /// Class 0 has one slide and class 1 three, yet both give as many patches, and all slides some.
    func testEachClassGivesAsManyPatches() throws {
        let folder = try SlideFixtures.folder(for: self)
        let files = try (0..<4).map { number in
            let file = folder.appending(path: "\(number).tif")
            var image = Image(size: PixelSize(side: 300))
            for y in 40..<260 {
                for x in 40..<260 {
                    image[x: x, y: y] =
                        (x / 5 + y / 7 + number) % 3 == 0
                        ? RGB(95, 60, 140) : RGB(225, 140, 185)
                }
            }
            try MemorySlide(image: image, micronsPerPixel: MicronsPerPixel(4)).writePyramid(
                to: file)
            return file
        }
        let slides = ClassedSlides(
            names: ["a", "b"],
            slides: files.enumerated().map {
                Self.record($0, patient: $0, file: $1)
            }, labels: [0, 1, 1, 1], patients: ["0", "1", "2", "3"])
        let grid = PatchGrid(side: 32, micronsPerPixel: 4, stride: 4)
        let patches = try slides.patches(200, of: Array(0..<4), grid: grid, seed: 1)
        XCTAssertEqual(patches.labels, patches.patches.slides.map { slides.labels[$0] })
        XCTAssertEqual(Set(patches.patches.slides), [0, 1, 2, 3])
        // A patch that is drawn twice is kept once, so a few of the hundred are missing.
        for label in [0, 1] {
            XCTAssertTrue((85...100).contains(patches.images(ofClass: label).count))
        }
        let tooFew = try slides.patches(8, of: Array(0..<4), grid: grid, seed: 1)
        XCTAssertThrowsError(try TissueClassifier(grid: grid).fit(tooFew, seed: 1)) {
            XCTAssertEqual($0 as? StagingError, .tooFewPatches(found: 8, needed: 16))
        }

        var classifier = TissueClassifier(grid: grid)
        classifier.training.epochs = 1
        let fitted = try classifier.fit(patches, seed: 1)
        let slide = try slides.slides[0].open()
        let maps = try fitted.maps(of: slide, tissue: try TissueMask(of: slide))
        XCTAssertEqual(maps.names, ["a", "b"])
        XCTAssertGreaterThan(maps.maps[0].covered.foregroundCount, 20)
        for index in maps.maps[0].covered.pixels.indices where maps.maps[0].covered.pixels[index] {
            let sum = maps.maps.reduce(0) { $0 + $1.probabilities.values[index] }
            XCTAssertEqual(sum, 1, accuracy: 1e-5)
        }
        XCTAssertEqual(try XCTUnwrap(maps.means).reduce(0, +), 1, accuracy: 1e-5)
    }

    func testASlideIsCalledByTheLargestMean() {
        func maps(_ values: [[Float]], covered: [Bool]) -> ClassMaps {
            let size = PixelSize(width: 3, height: 1)
            return ClassMaps(
                names: values.indices.map { "\($0)" },
                maps: values.map {
                    ConfidenceMap(
                        probabilities: Plane(size: size, values: $0),
                        covered: Mask(size: size, pixels: covered),
                        frame: RasterFrame(downsample: 8),
                        baselineMicronsPerPixel: MicronsPerPixel(1))
                })
        }
        // Glass does not count, whatever stands there.
        let two = maps([[0.75, 0.25, 1], [0.25, 0.75, 0]], covered: [true, true, false])
        XCTAssertEqual(two.means, [0.5, 0.5])
        XCTAssertEqual(two.label, 0, "of equal ones the first")
        let three = maps(
            [[0.5, 0, 0], [0.25, 0.5, 0.75], [0.25, 0.5, 0.25]], covered: [true, true, true])
        XCTAssertEqual(three.means, [0.5 / 3, 0.5, 1.0 / 3])
        XCTAssertEqual(three.label, 1)
        let none = maps([[0.5, 0, 0], [0.5, 1, 1]], covered: [false, false, false])
        XCTAssertNil(none.means)
        XCTAssertNil(none.label)
    }
}
