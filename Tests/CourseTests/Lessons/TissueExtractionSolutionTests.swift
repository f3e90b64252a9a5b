import Curriculum
import DeepTeaching
import Foundation
import Solutions
import SyntheticCohort
import XCTest

/// The library and the solutions of Lesson 6 give the same answers.
final class TissueExtractionSolutionTests: XCTestCase {
    private typealias Solution = TissueExtractionSolution

    private var generator = SeededGenerator(seed: 6)

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        XCTAssertEqual(try Solution.otsuThreshold(histogram: [8, 2, 0, 0, 10]), 1)
        XCTAssertNil(try Solution.otsuThreshold(histogram: [0, 7, 0]))

        var row = Image(size: PixelSize(width: 4, height: 1), color: RGB(240, 238, 242))
        row[x: 1, y: 0] = RGB(150, 80, 160)
        row[x: 2, y: 0] = RGB(30, 90, 190)
        row[x: 3, y: 0] = RGB(12, 4, 10)
        let tissue = try Solution.tissueMask(
            of: row, saturationAbove: 0.1, valueAtLeast: 0.2, penHues: 70...228)
        XCTAssertEqual(tissue.pixels, [false, true, false, false])

        let triangle = [(0.2, 0), (2.9, 0), (0.2, 2.7)].map { PixelPoint(x: $0.0, y: $0.1) }
        let mask = try Solution.rasterize(
            polygons: [triangle], holes: [], size: PixelSize(side: 3))
        XCTAssertEqual(
            mask.pixels, [true, true, false, true, false, false, false, false, false])

        let full = Mask(size: PixelSize(width: 5, height: 2), repeating: true)
        let patches = try Solution.patchGrid(
            on: full, side: 2, stride: 2, minimumTissue: 0.5)
        XCTAssertEqual(patches.map(\.description), ["2 x 2 at (0, 0)", "2 x 2 at (2, 0)"])

        let split = try Solution.split(
            patches: [0, 0, 1, 2, 1].map { PatchOrigin(patient: $0, node: 0) },
            testShare: 0.3, draws: [0.7, 0.1, 0.9, 0.4, 0.2])
        XCTAssertEqual(split, TrainingTestSplit(training: [0, 1, 3], test: [2, 4]))

        let annotated = [
            AnnotatedPatch(slide: 0, isSlidePositive: true, isOutlined: true),
            AnnotatedPatch(slide: 0, isSlidePositive: true, isOutlined: false),
            AnnotatedPatch(slide: 1, isSlidePositive: false, isOutlined: false),
        ]
        let drawn = try Solution.balancedSample(
            from: annotated, draws: [[0.2, 0.6, 0.9], [0.8, 0.1, 0.3]])
        XCTAssertEqual(drawn, [0, 2])
    }

    func testOtsuThresholdIsTheLibrarys() throws {
        for bins in [2, 16, 256] {
            for _ in 0..<20 {
                let counts = (0..<bins).map { _ in max(0, generator.index(below: 60) - 20) }
                XCTAssertEqual(
                    try Solution.otsuThreshold(histogram: counts),
                    Histogram(counts: counts).otsuBin, "\(counts)")
            }
        }
    }

    /// The library also opens, closes and fills: nearly all pixels agree, not all.
    func testTissueMaskIsTheLibrarysButForSpecksAndHoles() throws {
        let plan = CohortGenerator(profile: .nano, seed: 3).plan
        for slide in plan.slides.prefix(3) {
            let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            defer { try? FileManager.default.removeItem(at: folder) }
            try CohortGenerator(profile: .nano, seed: 3)
                .generate(into: folder, slides: [slide.name])
            let overview = try SlideFile(folder.appending(path: slide.slidePath))
                .overview(downsample: 4)
            let library = TissueMask(of: overview, micronsPerPixel: 4)
            let own = try Solution.tissueMask(
                of: overview.pixels, saturationAbove: Float(try XCTUnwrap(library.threshold)),
                valueAtLeast: 0.2, penHues: 70...228)
            let equal = zip(own.pixels, library.mask.pixels).count { $0 == $1 }
            XCTAssertGreaterThan(Double(equal) / Double(own.pixels.count), 0.95, slide.name)
            XCTAssertGreaterThan(own.foregroundCount, own.pixels.count / 20, slide.name)
        }
    }

    func testRasterizeIsTheLibrarys() throws {
        for _ in 0..<30 {
            let size = PixelSize(
                width: 5 + generator.index(below: 30), height: 5 + generator.index(below: 30))
            // Corners in the order of their directions: the rules differ where outlines cross
            // themselves.
            let outlines = (0..<4).map { _ in
                let middle = (generator.uniform(0, 34), generator.uniform(0, 34))
                let count = 3 + generator.index(below: 8)
                return (0..<count).map { corner in
                    let angle = 2 * Double.pi * (Double(corner) + generator.uniform(0, 1))
                    let (radius, turn) = (generator.uniform(2, 20), angle / Double(count))
                    return PixelPoint(
                        x: middle.0 + radius * cos(turn), y: middle.1 + radius * sin(turn))
                }
            }
            let (polygons, holes) = (Array(outlines.prefix(3)), Array(outlines.suffix(1)))
            XCTAssertEqual(
                try Solution.rasterize(polygons: polygons, holes: holes, size: size),
                Mask(size: size, filling: polygons, excluding: holes))
        }
    }

    func testPatchGridIsTheLibrarys() throws {
        for stride in [3, 8, 11] {
            let size = PixelSize(
                width: 60 + generator.index(below: 40), height: 40 + generator.index(below: 40))
            let pixels = (0..<size.area).map { index in
                (index % size.width) / 9 % 3 > 0 && generator.index(below: 4) > 0
            }
            let mask = Mask(size: size, pixels: pixels)
            let slide = MemorySlide(
                name: "made up", image: Image(size: size), micronsPerPixel: MicronsPerPixel(1))
            let patches = try PatchGrid(
                side: 8, micronsPerPixel: 1, stride: stride, minimumTissue: 0.5
            ).patches(on: slide, tissue: TissueMask(SlideRaster(mask, downsample: 1)))
            let own = try Solution.patchGrid(
                on: mask, side: 8, stride: stride, minimumTissue: 0.5)
            XCTAssertFalse(own.isEmpty)
            XCTAssertEqual(own.map(\.x), patches.map { Int($0.region.origin.x) })
            XCTAssertEqual(own.map(\.y), patches.map { Int($0.region.origin.y) })
        }
    }

    /// Both share out whole patients, and as many of them.
    func testSplitsAreByPatientAsInTheLibrary() throws {
        for patients in [3, 10, 41] {
            let patches = (0..<patients * 5).map { PatchOrigin(patient: $0 / 5, node: $0 % 5) }
            let own = try Solution.split(
                patches: patches, testShare: 0.3,
                draws: patches.map { _ in generator.uniform() })
            let test = Set(own.test.map { patches[$0].patient })
            XCTAssertTrue(test.isDisjoint(with: own.training.map { patches[$0].patient }))
            XCTAssertEqual((own.training + own.test).sorted(), Array(patches.indices))
            let library = try PatientSplit(
                of: (0..<patients).map { StratifiedPatient(patient: "\($0)") }, validation: 0,
                test: 0.3, seed: 1)
            XCTAssertTrue(Set(library.test).isDisjoint(with: library.training))
            XCTAssertEqual(library.test.count + library.training.count, patients)
            XCTAssertEqual(Double(test.count), Double(library.test.count), accuracy: 1)
        }
    }

    /// Label and slide are equally likely in both: 2000 draws, within four standard deviations.
    func testTheLotteryIsAsFairAsTheLibrarys() throws {
        let counts: [(tumor: Int, normal: Int)] = [(90, 0), (5, 0), (0, 70), (0, 2)]
        let patches = counts.enumerated().flatMap { slide, count in
            (0..<count.tumor + count.normal).map {
                AnnotatedPatch(
                    slide: slide, isSlidePositive: count.tumor > 0, isOutlined: $0 < count.tumor)
            }
        }
        let draws = (0..<2000).map { _ in (0..<3).map { _ in generator.uniform() } }
        let own = try Solution.balancedSample(from: patches, draws: draws)
            .map { patches[$0].slide }
        let region = BaselineRectangle(origin: BaselinePoint(x: 0, y: 0), side: 1)
        let labeled = counts.enumerated().map { slide, count in
            (0..<count.tumor + count.normal).map { index in
                LabeledPatch(
                    slide: slide,
                    patch: GridPatch(index: GridIndex(column: index, row: 0), region: region),
                    label: index < count.tumor ? .tumor : .normal)
            }
        }
        let library = try BalancedSampler(slides: labeled)
            .sample(2000, using: &generator).map(\.slide)
        for slide in counts.indices {
            XCTAssertEqual(own.count { $0 == slide }, 500, accuracy: 78, "slide \(slide)")
            XCTAssertEqual(library.count { $0 == slide }, 500, accuracy: 78, "slide \(slide)")
        }
    }
}
