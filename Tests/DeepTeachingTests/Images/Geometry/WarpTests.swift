import DeepTeaching
import XCTest

final class WarpTests: XCTestCase {
    private let size = PixelSize(side: 24)

    private var center: PixelPoint { PixelPoint(x: 12, y: 12) }

    /// A mask of some discs, at places that no symmetry leaves where they are.
    private var mask: Mask {
        var mask = Mask(size: size)
        for y in 0..<24 {
            for x in 0..<24 {
                let first = (x - 7) * (x - 7) + (y - 9) * (y - 9) <= 16
                let second = (x - 17) * (x - 17) + (y - 6) * (y - 6) <= 9
                mask[x: x, y: y] = first || second || (12...15 ~= x && 15...20 ~= y)
            }
        }
        return mask
    }

    func testQuarterTurnsAreThoseOfTheDihedralGroup() throws {
        let image = mask.colored()
        for (degrees, element) in [
            (90.0, Dihedral.rotated90), (180, .rotated180), (-90, .rotated270),
        ] {
            let map = AffineWarp.rotation(degrees: degrees, around: center)
            XCTAssertEqual(try image.warped(by: map), image.transformed(by: element))
            XCTAssertEqual(try mask.warped(by: map), mask.transformed(by: element))
        }
        let mirror = AffineWarp(xx: -1, dx: 24)
        XCTAssertEqual(try mask.warped(by: mirror), mask.transformed(by: .mirrored))
    }

    func testAMapAndItsInverseUndoEachOther() throws {
        let map = AffineWarp.rotation(degrees: 33, around: center)
            .followed(by: AffineWarp.scaling(by: 1.3, around: PixelPoint(x: 2, y: 5)))
            .followed(by: AffineWarp(xy: 0.2, dx: 3, dy: -1))
        let point = PixelPoint(x: 4.25, y: 19)
        let back = try map.inverse()(map(point))
        XCTAssertEqual(back.x, point.x, accuracy: 1e-12)
        XCTAssertEqual(back.y, point.y, accuracy: 1e-12)
        XCTAssertEqual(
            AffineWarp.rotation(degrees: 90, around: center)(PixelPoint(x: 20, y: 12)),
            PixelPoint(x: 12, y: 4), "what was on the right comes to the top")
    }

    /// The planes hold the column and the row of each pixel, so after a warp they say where each pixel
    /// comes from: the mask must come from there too.
    func testImageAndMaskMoveTogetherToThePixel() throws {
        let columns = Plane(size: size, values: (0..<size.area).map { Float($0 % 24) })
        let rows = Plane(size: size, values: (0..<size.area).map { Float($0 / 24) })
        let map = AffineWarp.rotation(degrees: 27, around: center)
            .followed(by: AffineWarp.scaling(by: 0.8, around: center))
        var generator = SeededGenerator(seed: 5)
        let field = try DisplacementField.elastic(
            size: size, amplitude: 2, smoothness: 4, using: &generator)
        for isField in [false, true] {
            func warped(_ plane: Plane) throws -> Plane {
                isField
                    ? try plane.warped(by: field, border: .nearest)
                    : try plane.warped(by: map, border: .nearest)
            }
            let (x, y) = (try warped(columns), try warped(rows))
            let found =
                isField
                ? try mask.warped(by: field, border: .nearest)
                : try mask.warped(by: map, border: .nearest)
            for index in 0..<size.area {
                let (column, row) = (x.values[index], y.values[index])
                let isTie = [column, row].contains { abs(abs($0 - $0.rounded()) - 0.5) < 1e-4 }
                if isTie { continue }
                XCTAssertEqual(
                    found.pixels[index], mask[x: Int(column.rounded()), y: Int(row.rounded())],
                    "pixel \(index)")
            }
        }
    }

    func testAnElasticFieldIsAsStrongAsItSays() throws {
        var generator = SeededGenerator(seed: 2)
        let field = try DisplacementField.elastic(
            size: PixelSize(side: 256), amplitude: 3, smoothness: 2, using: &generator)
        for plane in [field.x, field.y] {
            let squares = plane.values.reduce(0) { $0 + Double($1 * $1) }
            XCTAssertEqual((squares / 65536).squareRoot(), 3, accuracy: 0.2)
        }
        XCTAssertNotEqual(field.x, field.y)
    }

    func testBeyondTheBorderAConstantIsNoTumour() throws {
        let full = Mask(size: size, repeating: true)
        let far = AffineWarp(dx: 30)
        XCTAssertEqual(try full.warped(by: far, border: .constant(255)).foregroundCount, 0)
        XCTAssertEqual(try full.warped(by: far, border: .nearest).foregroundCount, size.area)
    }
}
