import DeepTeaching
import XCTest

@testable import SyntheticCohort

final class SlidePlanTests: XCTestCase {
    private func plans(_ profile: CohortProfile, seeds: Range<UInt64>) -> [SlidePlan] {
        seeds.flatMap { seed in
            let plan = CohortPlan(profile: profile, seed: seed)
            let slides = plan.slides.filter { $0.type != .negative }
            return parallelMap(slides.count) { plan.slidePlan(slides[$0]) }
        }
    }

    func testIsolatedCellsDoNotFloatInTheFatOfTheHilum() throws {
        var seen = 0
        for seed in 31...33 as ClosedRange<UInt64> {
            let plan = CohortPlan(profile: .small, seed: seed)
            for slide in plan.slides where slide.type == .itc {
                let slidePlan = plan.slidePlan(slide)
                for lesion in slidePlan.lesions {
                    let (x, y) = (Float(lesion.center.x), Float(lesion.center.y))
                    let source = FieldSource(
                        plan: slidePlan, left: x - 32, top: y - 32, right: x + 32, bottom: y + 32)
                    // Half a fat cell at most: the border of the fat wanders.
                    XCTAssertLessThan(
                        source.field(x: x, y: y)[FieldIndex.fat], 34, "\(slide.name), seed \(seed)")
                    seen += 1
                }
            }
        }
        XCTAssertGreaterThan(seen, 10)
    }

    func testTheLargestLesionDecidesTheLabel() {
        for plan in plans(.small, seeds: 0..<2) + plans(.nano, seeds: 0..<8) {
            let name = plan.slide.name
            XCTAssertFalse(plan.lesions.isEmpty, name)
            XCTAssertEqual(plan.lesions.first?.type, plan.slide.type, name)
            for lesion in plan.lesions {
                XCTAssertGreaterThan(lesion.cellCount, 0, name)
                switch lesion.type {
                case .macro: XCTAssertGreaterThan(lesion.longestDiameter, 2000)
                case .micro:
                    XCTAssertLessThanOrEqual(lesion.longestDiameter, 2000)
                    XCTAssertTrue(lesion.longestDiameter > 200 || lesion.cellCount > 200)
                default:
                    XCTAssertLessThan(lesion.longestDiameter, 200)
                    XCTAssertLessThanOrEqual(lesion.cellCount, 200)
                }
            }
            XCTAssertEqual(
                plan.tumorCells.cells.count, plan.lesions.reduce(0) { $0 + $1.cellCount })
        }
        let plan = CohortPlan(profile: .small, seed: 1)
        for slide in plan.slides where slide.type == .negative {
            XCTAssertTrue(plan.slidePlan(slide).lesions.isEmpty)
        }
    }

    func testLesionsLieInsideANodeAndTheSection() {
        for plan in plans(.small, seeds: 3..<5) + plans(.nano, seeds: 0..<8) {
            let geometry = NodeGeometry(nodes: plan.nodes, noise: plan.noise)
            for vertex in plan.lesions.flatMap(\.outline.vertices) {
                XCTAssertGreaterThan(
                    geometry.depth(x: Float(vertex.x), y: Float(vertex.y)), 0, plan.slide.name)
                XCTAssertTrue((0...plan.profile.sectionWidth).contains(vertex.x))
                XCTAssertTrue((0...plan.profile.sectionHeight).contains(vertex.y))
            }
            for lesion in plan.lesions {
                XCTAssertLessThanOrEqual(
                    lesion.longestDiameter, 0.7 * plan.profile.sectionWidth + 1)
            }
        }
    }

    func testTheRasterizedOutlineHasTheStatedDiameterAndArea() {
        for plan in plans(.small, seeds: 7..<8).prefix(8) {
            for lesion in plan.lesions {
                let measured = rasterized(lesion)
                XCTAssertEqual(
                    measured.diameter / lesion.longestDiameter, 1, accuracy: 0.02,
                    plan.slide.name)
                XCTAssertEqual(measured.area / lesion.area, 1, accuracy: 0.02, plan.slide.name)
            }
        }
    }

    func testTumorCellsLieInsideTheirOutline() {
        for plan in plans(.small, seeds: 8..<9).prefix(12) {
            for cell in plan.tumorCells.cells.enumerated().filter({ $0.offset % 41 == 0 }).map(
                \.element)
            {
                let isInside = plan.lesions.contains { lesion in
                    lesion.contains(x: Double(cell.x), y: Double(cell.y))
                }
                XCTAssertTrue(isInside, plan.slide.name)
            }
        }
    }

    func testIslandsLieInTheTumorAndAreExcluded() throws {
        var islands = 0
        for plan in plans(.small, seeds: 0..<2) {
            for lesion in plan.lesions {
                for hole in lesion.holes {
                    islands += 1
                    for vertex in hole.vertices {
                        XCTAssertTrue(
                            lesion.outline.contains(x: vertex.x, y: vertex.y), plan.slide.name)
                    }
                }
            }
            XCTAssertEqual(
                plan.annotations.filter { $0.kind == .exclusion }.count,
                plan.lesions.reduce(0) { $0 + $1.holes.count })
        }
        XCTAssertGreaterThan(islands, 0, "without an island nothing was tested")
    }

    func testAPatientHasOneTumor() throws {
        let plan = CohortPlan(profile: .small, seed: 3)
        let patient = try XCTUnwrap(plan.patients.first { $0.stage == .pN2 })
        let styles = patient.slides.map { plan.slidePlan($0).style.tumor }
        XCTAssertEqual(Set(styles.map(\.diameter)).count, 1)
        XCTAssertEqual(Set(styles.map(\.hematoxylin)).count, styles.count, "stained apart")
        let other = try XCTUnwrap(plan.patients.first { $0.number != patient.number })
        XCTAssertNotEqual(plan.slidePlan(other.slides[0]).style.tumor.diameter, styles[0].diameter)
    }

    /// The largest extent over 90 directions, and the area, of the outline on a grid of 200 steps.
    private func rasterized(_ lesion: Lesion) -> (diameter: Double, area: Double) {
        let step = lesion.longestDiameter / 200
        let reach = Int(lesion.reach / step) + 1
        var ends: [SIMD2<Double>] = []
        var count = 0
        for row in -reach...reach {
            func place(_ column: Int) -> SIMD2<Double> {
                lesion.center + step * SIMD2(Double(column - reach), Double(row))
            }
            var line = [Bool](repeating: false, count: 2 * reach + 1)
            func mark(_ polygon: StarPolygon, _ value: Bool) {
                for part in polygon.sections(y: place(0).y) {
                    // The columns whose places lie from the lower to before the upper bound.
                    let columns = [part.lowerBound, part.upperBound]
                        .map { Int((($0 - place(0).x) / step).rounded(.up)) }
                    for column in columns[0]..<columns[1] { line[column] = value }
                }
            }
            mark(lesion.outline, true)
            // No place of a row reaches further in any direction than the first or the last.
            if let first = line.firstIndex(of: true), let last = line.lastIndex(of: true) {
                ends += [place(first), place(last)]
            }
            for hole in lesion.holes { mark(hole, false) }
            count += line.count { $0 }
        }
        var diameter = 0.0
        for angle in 0..<90 {
            let direction = StarPolygon.direction(angle, of: 180)
            let extents = ends.map { $0.x * direction.x + $0.y * direction.y }
            diameter = max(diameter, (extents.max() ?? 0) - (extents.min() ?? 0))
        }
        return (diameter, Double(count) * step * step)
    }
}

extension StarPolygon {
    /// The parts of the line at height y that lie inside: between its crossings with the outline,
    /// the first and the second, the third and the fourth, and so on.
    fileprivate func sections(y: Double) -> [Range<Double>] {
        let polygon = vertices
        var crossings: [Double] = []
        var previous = polygon[polygon.count - 1]
        for corner in polygon {
            if (corner.y > y) != (previous.y > y) {
                let share = (y - corner.y) / (previous.y - corner.y)
                crossings.append(corner.x + share * (previous.x - corner.x))
            }
            previous = corner
        }
        crossings.sort()
        return stride(from: 0, to: crossings.count - 1, by: 2).map {
            crossings[$0]..<crossings[$0 + 1]
        }
    }

    /// Whether the outline holds a point: a ray to the right crosses it an odd number of times.
    fileprivate func contains(x: Double, y: Double) -> Bool {
        let polygon = vertices
        var isInside = false
        var previous = polygon[polygon.count - 1]
        for corner in polygon {
            if (corner.y > y) != (previous.y > y) {
                let share = (y - corner.y) / (previous.y - corner.y)
                if x < corner.x + share * (previous.x - corner.x) { isInside.toggle() }
            }
            previous = corner
        }
        return isInside
    }
}

extension Lesion {
    /// Whether a point lies in the tumour: inside the outline, and in no island.
    fileprivate func contains(x: Double, y: Double) -> Bool {
        outline.contains(x: x, y: y) && !holes.contains { $0.contains(x: x, y: y) }
    }
}
