import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Step 3: what light loses.
extension ColorCourse {
    func showDensity() throws {
        try lesson.step("density") { step in
            let appearance = fields[0].plan.appearance
            let density = OpticalDensity()
            let amounts = stride(from: 0.0, through: 3, by: 0.1).map { $0 }
            let light = amounts.map { appearance.color(behind: $0 * appearance.hematoxylin).x }
            step.plot(
                "light",
                [
                    Plot.Curve("light", x: amounts, y: light.map { $0 / appearance.glass.x }),
                    Plot.Curve(
                        "density", x: amounts,
                        y: light.map { -log(($0 + 1) / (appearance.glass.x + 1)) }, style: .dashed),
                ], yRange: 0...2.6)
            try showByHand(appearance.glass.x, step)
            showLogarithms(density, step)
        }
    }

    /// One layer of stain, two layers: light and density.
    private func showByHand(_ glass: Double, _ step: LessonStep) throws {
        let bytes = [119, 59]
        // listing: Lesson08.density
        let density = OpticalDensity(white: 240)
        let lost = bytes.map { density.table[$0] }
        // end listing
        step.number("oneLayer", lost[0], .decimals(3))
        step.number("twoLayers", lost[1], .decimals(3))
        step.number("lightLostOnce", 1 - Double(bytes[0]) / 240, .decimals(2))
        step.number("lightLostTwice", 1 - Double(bytes[1]) / 240, .decimals(2))
        try step.compare(
            mine, ColorModelsCalls.opticalDensity, [119, 59, 0, 250], 240,
            with: [119, 59, 0, 250].map { density.table[$0] })
    }

    /// A picture whose densities are of one logarithm and whose light is of the other.
    private func showLogarithms(_ density: OpticalDensity, _ step: LessonStep) {
        let image = fields[0].normal.image
        let mixed = Image(
            size: image.size,
            pixels: image.pixels.map { byte in
                let wrong = density.table[Int(byte)] / log(10)
                return UInt8(min(255, max(0, density.light(wrong).rounded())))
            })
        step.figure("logarithms", .sideBySide([image, mixed], spacing: 6))
        let change = mixed.meanLab.lightness - image.meanLab.lightness
        step.number("wrongLightness", change, .tenths)
    }
}
