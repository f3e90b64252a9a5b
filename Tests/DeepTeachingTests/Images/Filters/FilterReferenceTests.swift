import DeepTeaching
import XCTest

/// Filters and warps give the numbers of SciPy, scikit-image and OpenCV.
final class FilterReferenceTests: XCTestCase {
    private static let accuracy = 1e-5

    func testBlursEqualSciPyScikitImageAndOpenCV() throws {
        let reference = try FilterReference.load()
        XCTAssertEqual(Set(reference.blurs.map(\.by)).count, 3)
        for blur in reference.blurs {
            let found = try reference.source.blurred(
                sigma: blur.sigma, border: reference.border(blur.border))
            assertEqual(
                found.values.map { Double($0) }, blur.values, accuracy: Self.accuracy,
                "\(blur.by), \(blur.border), sigma \(blur.sigma)")
        }
    }

    func testResamplingEqualsScikitImage() throws {
        let reference = try FilterReference.load()
        XCTAssertEqual(reference.resizes.count, 6)
        for resize in reference.resizes {
            let found = try reference.source.resampled(
                to: PixelSize(width: resize.width, height: resize.height),
                antialiased: resize.antialiased)
            assertEqual(
                found.values.map { Double($0) }, resize.values, accuracy: Self.accuracy,
                "\(resize.width) x \(resize.height)")
        }
    }

    func testAffineWarpsEqualSciPy() throws {
        let reference = try FilterReference.load()
        XCTAssertEqual(reference.warps.count, 10)
        for warp in reference.warps {
            let m = try XCTUnwrap(warp.map)
            let map = AffineWarp(xx: m[0], xy: m[1], yx: m[2], yy: m[3], dx: m[4], dy: m[5])
            try check(warp, "\(m[0])", in: reference) { plane, interpolation, border in
                try plane.warped(by: map, interpolation: interpolation, border: border)
            }
        }
    }

    func testBendingEqualsSciPy() throws {
        let reference = try FilterReference.load()
        XCTAssertEqual(reference.fields.count, 5)
        func plane(_ values: [Double]) -> Plane {
            Plane(size: reference.size, values: values.map { Float($0) })
        }
        let field = try DisplacementField(x: plane(reference.dx), y: plane(reference.dy))
        for warp in reference.fields {
            try check(warp, "field", in: reference) { plane, interpolation, border in
                try plane.warped(by: field, interpolation: interpolation, border: border)
            }
        }
    }

    private func check(
        _ warp: FilterReference.Warp, _ name: String, in reference: FilterReference,
        _ made: (Plane, Interpolation, BorderPolicy) throws -> Plane
    ) throws {
        let border = reference.border(warp.border)
        for (interpolation, values) in [
            (Interpolation.bilinear, warp.bilinear), (.nearest, warp.nearest),
        ] {
            let found = try made(reference.source, interpolation, border)
            assertEqual(
                found.values.map { Double($0) }, values, accuracy: Self.accuracy,
                "\(name), \(warp.border), \(interpolation)")
        }
    }
}
