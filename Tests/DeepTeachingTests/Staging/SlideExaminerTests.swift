import DeepTeaching
import XCTest

/// An examiner looks at all tissue, whatever the side of its detector's patches.
final class SlideExaminerTests: XCTestCase {
    /// A network that calls a patch tumour if one pixel of it is dark: all weights are nothing except
    /// those of one channel, which carries "1 - red" to the end.
    private func darknessDetector(side: Int, micronsPerPixel: Double) -> TumorDetector.Fitted {
        var generator = SeededGenerator(seed: 1)
        var network = PatchClassifier<Float>(side: side, hidden: 2, using: &generator)
        network.forEachParameter { name, parameter in
            var values = [Float](repeating: 0, count: parameter.value.elements.count)
            let shape = parameter.value.shape
            switch name {
            case "first.weights":  // [5, 5, 3, 16]: the middle of the kernel, red
                values[(2 * 5 + 2) * 3 * 16] = -1
            case "first.bias": values[0] = 1
            case "second.weights", "third.weights":  // [3, 3, inputs, outputs]
                values[(1 * 3 + 1) * shape[2] * shape[3]] = 1
            case "hidden.weights":  // [places * 32, hidden]: channel 0 of each place
                for row in Swift.stride(from: 0, to: shape[0], by: 32) {
                    values[row * shape[1]] = 1
                }
            case "output.weights": values[1] = 40  // hidden 0 speaks for class 1
            case "output.bias": values = [0, -20]
            default: if name.hasSuffix("scale") { values = values.map { _ in 1 } }
            }
            parameter.value = Tensor(values, shape: shape)
        }
        return TumorDetector.Fitted(networks: [network], micronsPerPixel: micronsPerPixel)
    }

    /// Pale tissue of 256 x 256 pixels on glass, with a dark lesion of 8 x 8 pixels.
    private func slide(lesionX x: Int, y: Int, micronsPerPixel: Double) -> MemorySlide {
        var image = Image(size: PixelSize(side: 320), color: RGB(245, 245, 246))
        for row in 32..<288 {
            for column in 32..<288 {
                let isLesion = (x..<x + 8).contains(column) && (y..<y + 8).contains(row)
                image[x: column, y: row] = isLesion ? RGB(60, 5, 110) : RGB(252, 180, 226)
            }
        }
        return MemorySlide(
            image: image, micronsPerPixel: MicronsPerPixel(micronsPerPixel), smallestSide: 320)
    }

    func testALesionIsFoundAtEachPlaceOfACoarseSlide() throws {
        let examiner = SlideExaminer(detector: darknessDetector(side: 32, micronsPerPixel: 4))
        for y in Swift.stride(from: 36, to: 288, by: 32) {
            for x in Swift.stride(from: 36, to: 288, by: 32) {
                let map = try examiner.examine(slide(lesionX: x, y: y, micronsPerPixel: 4)).map
                let found = map.probabilities.values.filter { $0 > 0.5 }.count
                XCTAssertEqual(found, 1, "a lesion at \(x), \(y)")
            }
        }
    }

    func testAStrideOfOnesOwnIsKept() throws {
        var settings = SlideExaminerSettings()
        settings.stride = 16
        let examiner = SlideExaminer(
            detector: darknessDetector(side: 32, micronsPerPixel: 4), settings: settings)
        let map = try examiner.examine(slide(lesionX: 68, y: 68, micronsPerPixel: 4)).map
        XCTAssertEqual(map.frame.downsample, 16)
    }
}
