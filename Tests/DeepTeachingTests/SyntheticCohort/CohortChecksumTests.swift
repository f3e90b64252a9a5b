import DeepTeaching
import Foundation
import XCTest

@testable import SyntheticCohort

/// The cohort is frozen: results shall improve by better methods, not by easier slides. Whoever
/// changes a pixel or a label raises `CohortIdentity.currentVersion`, measures the cohort anew, and
/// writes the new checksums down here.
final class CohortChecksumTests: XCTestCase {
    private let version = 5

    func testThePixelsOfAllCentersAreThoseOfThisVersion() throws {
        XCTAssertEqual(CohortIdentity.currentVersion, version)
        let expected: [UInt64] = [
            0x137e_7189_78c6_5e5e, 0x6a2d_eb6e_43a2_e301, 0x4e5d_f863_cb57_ad69,
            0x4933_2f51_b2a9_3ea7, 0xfb48_f7dd_d772_c514,
        ]
        let plan = CohortPlan(profile: .small, seed: 17)
        let found = try parallelMap(5) { try Self.pixelChecksum(of: plan, center: $0) }
        for (center, value) in found.enumerated() {
            XCTAssertEqual(
                value, expected[center], "centre \(center): 0x\(String(value, radix: 16))")
        }
    }

    /// The checksum of three places of a slide with tumour.
    private static func pixelChecksum(of plan: CohortPlan, center: Int) throws -> UInt64 {
        let slide = try XCTUnwrap(
            plan.slides.first { $0.center == center && $0.type != .negative })
        let slidePlan = plan.slidePlan(slide)
        let node = slidePlan.nodes[0]
        let places = [
            try XCTUnwrap(slidePlan.lesions.first).center,
            SIMD2(Double(node.centerX), Double(node.centerY)),
            SIMD2(Double(node.centerX), Double(node.centerY - node.semiMinor)),
        ]
        var checksum = Checksum()
        // Coarse, as the slides are written, and fine enough to show what is in a nucleus.
        for micronsPerPixel in [plan.profile.micronsPerPixel, 0.5] {
            let renderer = SlideRenderer(plan: slidePlan, micronsPerPixel: micronsPerPixel)
            for place in places {
                checksum.add(
                    renderer.image(
                        x: Int(place.x / micronsPerPixel) - 100,
                        y: Int(place.y / micronsPerPixel) - 60,
                        size: PixelSize(width: 320, height: 200)
                    ).pixels)
            }
        }
        return checksum.value
    }

    func testTheLabelsAreThoseOfThisVersion() throws {
        var checksum = Checksum()
        for profile in [CohortProfile.nano, .small] {
            let plan = CohortPlan(profile: profile, seed: 17)
            for slide in plan.slides {
                checksum.add(Array("\(slide.name) \(slide.type)".utf8))
                for lesion in plan.slidePlan(slide).lesions {
                    checksum.add(
                        Array("\(lesion.center) \(lesion.longestDiameter) \(lesion.cellCount)".utf8)
                    )
                }
            }
        }
        XCTAssertEqual(
            checksum.value, 0x8e1b_56bd_0511_2749, "0x\(String(checksum.value, radix: 16))")
    }
}

/// Sixty-four bits that change with any byte.
///
/// Source: Fowler, Noll and Vo, FNV-1a, 1991.
private struct Checksum {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: [UInt8]) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }
}
