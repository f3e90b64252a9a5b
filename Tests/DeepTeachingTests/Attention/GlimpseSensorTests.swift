import XCTest

@testable import DeepTeaching

/// What the retina sees, and where.
final class GlimpseSensorTests: XCTestCase {
    /// Crops by the words of the documentation, one pixel at a time.
    private func plain(
        _ picture: Tensor<Double>, _ sensor: GlimpseSensor, _ x: Double, _ y: Double
    ) -> [Double] {
        let (height, width) = (picture.shape[0], picture.shape[1])
        func pixel(_ row: Int, _ column: Int) -> Double {
            0..<height ~= row && 0..<width ~= column ? picture[row, column] : 0
        }
        return (0..<sensor.scales).flatMap { scale in
            let (step, half) = (1 << scale, (sensor.size << scale) / 2)
            let left = Int(((min(1, max(-1, x)) + 1) * Double(width) / 2).rounded()) - half
            let top = Int(((min(1, max(-1, y)) + 1) * Double(height) / 2).rounded()) - half
            return (0..<sensor.size * sensor.size).map { index in
                let (i, j) = (index / sensor.size * step, index % sensor.size * step)
                var sum = 0.0
                for a in 0..<step {
                    for b in 0..<step { sum += pixel(top + i + a, left + j + b) }
                }
                return sum / Double(step * step)
            }
        }
    }

    func testEveryScaleEverywhere() {
        var generator = SeededGenerator(seed: 3)
        for (size, scales) in [(1, 1), (2, 3), (3, 2), (4, 4), (5, 1)] {
            let sensor = GlimpseSensor(size: size, scales: scales)
            let pictures = Tensor<Double>.normal([3, 7, 11], using: &generator)
            let places = Tensor<Double>.uniform([12, 2], from: -1.4, to: 1.4, using: &generator)
            let found = GlimpsePictures(pictures, sensor: sensor, samples: 4).glimpses(at: places)
            XCTAssertEqual(found.shape, [12, sensor.featureCount])
            for row in 0..<12 {
                let picture = pictures.slice(row / 4..<row / 4 + 1).removingAxis(0)
                let expected = plain(picture, sensor, places[row, 0], places[row, 1])
                let own = Array(
                    found.elements[row * expected.count..<(row + 1) * expected.count])
                assertEqual(own, expected, accuracy: 1e-12, "\(size) x \(scales), row \(row)")
            }
        }
    }

    /// (-1, -1) is the top left corner, x comes first, and only the wide crops see what lies aside.
    func testThePlaceIsXThenY() {
        var picture = [Double](repeating: 0, count: 8 * 16)
        picture[1 * 16 + 13] = 1  // row 1, column 13
        let pictures = Tensor(picture, shape: [1, 8, 16])
        let sensor = GlimpseSensor(size: 2, scales: 1)
        // The corner of pixels at column 14, row 2: the crop spans columns 13, 14 and rows 1, 2.
        let right = sensor(pictures, at: Tensor([14.0 / 8 - 1, 2.0 / 4 - 1], shape: [1, 2]))
        XCTAssertEqual(right.elements, [1, 0, 0, 0])
        let exchanged = sensor(pictures, at: Tensor([2.0 / 4 - 1, 14.0 / 8 - 1], shape: [1, 2]))
        XCTAssertEqual(exchanged.elements, [0, 0, 0, 0])
        let corner = sensor(.ones([1, 8, 16]), at: Tensor([-1, -1], shape: [1, 2]))
        XCTAssertEqual(corner.elements, [0, 0, 0, 1], "three quarters lie outside")
        let beyond = sensor(.ones([1, 8, 16]), at: Tensor([-7, 1.0], shape: [1, 2]))
        XCTAssertEqual(beyond.elements, [0, 1, 0, 0])
    }

    func testAPlaceThatIsNoNumberShows() {
        let sensor = GlimpseSensor(size: 1, scales: 2)
        let places = Tensor<Float>([.nan, 0, 0, .infinity], shape: [2, 2])
        let found = sensor(.ones([2, 4, 4]), at: places).elements
        XCTAssertTrue(found[0].isNaN && found[1].isNaN)
        XCTAssertTrue(found[2].isFinite && found[3].isFinite, "infinity is the edge")
    }

    func testNoPictures() {
        let sensor = GlimpseSensor(size: 2, scales: 2)
        XCTAssertEqual(
            sensor(Tensor<Float>.zeros([0, 4, 4]), at: .zeros([0, 2])).shape, [0, 8])
    }

    func testTheNumberOfThreadsChangesNothing() {
        var generator = SeededGenerator(seed: 4)
        let pictures = Tensor<Float>.normal([20, 30, 30], using: &generator)
        let places = Tensor<Float>.uniform([20, 2], from: -1, to: 1, using: &generator)
        let sensor = GlimpseSensor(size: 6, scales: 3)
        let one = withThreads(1) { sensor(pictures, at: places) }
        XCTAssertEqual(withThreads(3) { sensor(pictures, at: places) }, one)
    }
}
