import DeepTeaching
import XCTest

@testable import SyntheticCohort

final class PaintedCellTests: XCTestCase {
    private func plan(_ type: MetastasisType, seed: UInt64 = 5) throws -> SlidePlan {
        let plan = CohortPlan(profile: .small, seed: seed)
        return plan.slidePlan(try XCTUnwrap(plan.slides.first { $0.type == type }))
    }

    func testEveryTumorCellOfThePlanIsPaintedOnce() throws {
        let plan = try plan(.micro)
        let lesion = plan.lesions[0]
        let side = Int(2 * lesion.reach / 1.94) + 40
        let x = Int(lesion.center.x / 1.94) - side / 2
        let y = Int(lesion.center.y / 1.94) - side / 2
        let cells = SlideRenderer(plan: plan).cells(x: x, y: y, size: PixelSize(side: side))
        XCTAssertEqual(cells.filter { $0.kind == .tumor }.count, lesion.cellCount)
    }

    func testCellsAreTheSameWhateverRectangleIsAsked() throws {
        let renderer = SlideRenderer(plan: try plan(.macro))
        let node = renderer.plan.nodes[0]
        let x = Int(node.centerX / 1.94)
        let y = Int(node.centerY / 1.94)
        let whole = renderer.cells(x: x, y: y, size: PixelSize(side: 120))
        var parts: [PaintedCell] = []
        for (column, row) in [(0, 0), (60, 0), (0, 60), (60, 60)] {
            parts += renderer.cells(x: x + column, y: y + row, size: PixelSize(side: 60))
        }
        func sorted(_ cells: [PaintedCell]) -> [PaintedCell] {
            cells.sorted { ($0.y, $0.x, $0.semiMajor) < ($1.y, $1.x, $1.semiMajor) }
        }
        XCTAssertGreaterThan(whole.count, 100)
        XCTAssertEqual(sorted(whole), sorted(parts))
    }

    func testPlacesAreMultiplesOfA64thMicrometre() throws {
        let renderer = SlideRenderer(plan: try plan(.macro))
        let node = renderer.plan.nodes[0]
        let cells = renderer.cells(
            x: Int(node.centerX / 1.94), y: Int(node.centerY / 1.94), size: PixelSize(side: 100))
        XCTAssertFalse(cells.isEmpty)
        for cell in cells {
            XCTAssertEqual(cell.x * 64, (cell.x * 64).rounded(), cell.kind.rawValue)
            XCTAssertEqual(cell.y * 64, (cell.y * 64).rounded(), cell.kind.rawValue)
        }
    }

    func testLymphocytesMeasureSixMicrometresAndKeepOffLargeNuclei() throws {
        let renderer = SlideRenderer(plan: try plan(.negative))
        let follicle = try XCTUnwrap(renderer.plan.follicles.first)
        let cells = renderer.cells(
            x: Int(follicle.x / 1.94) - 100, y: Int(follicle.y / 1.94) - 100,
            size: PixelSize(side: 200))
        let small = cells.filter { $0.kind == .lymphocyte }
        let large = cells.filter { $0.kind == .centroblast }
        XCTAssertGreaterThan(small.count, 300)
        XCTAssertGreaterThan(large.count, 100)
        let diameters = small.map { Double($0.semiMajor + $0.semiMinor) }
        let mean = diameters.reduce(0, +) / Double(diameters.count)
        let variance = diameters.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
        XCTAssertEqual(mean, 6.0, accuracy: 0.15)
        XCTAssertEqual((variance / Double(diameters.count)).squareRoot(), 0.8, accuracy: 0.12)
        for cell in small {
            for other in large {
                let distance = hypot(cell.x - other.x, cell.y - other.y)
                XCTAssertGreaterThan(distance, 0.99 * (other.semiMajor + other.semiMinor) / 2)
            }
        }
    }

    func testTheSamePlaceShowsTheSameCellsAtAnyResolution() throws {
        let plan = try plan(.macro)
        let coarse = SlideRenderer(plan: plan).cells(x: 1000, y: 800, size: PixelSize(side: 100))
        let fine = SlideRenderer(plan: plan, micronsPerPixel: 0.485).cells(
            x: 4000, y: 3200, size: PixelSize(side: 400))
        XCTAssertEqual(coarse, fine)
    }

    func testOnlyGlassIsGlass() throws {
        let renderer = SlideRenderer(plan: try plan(.macro))
        let node = renderer.plan.nodes[0]
        let size = PixelSize(side: 64)
        XCTAssertFalse(
            renderer.isGlass(
                x: Int(node.centerX / 1.94), y: Int(node.centerY / 1.94), size: size))
        var glass = 0
        for y in stride(from: 0, to: 3104, by: 388) {
            for x in stride(from: 0, to: 4128, by: 516)
            where renderer.isGlass(x: x, y: y, size: size) {
                glass += 1
                let planes = renderer.concentrations(x: x, y: y, size: size)
                XCTAssertEqual(planes.hematoxylin.values.max(), 0)
                XCTAssertEqual(planes.eosin.values.max(), 0)
            }
        }
        XCTAssertGreaterThan(glass, 5)
    }
}
