import XCTest

@testable import DeepTeaching

/// REINFORCE follows the gradient of what is to be expected, on a case that can be summed by hand.
final class PolicyGradientTests: XCTestCase {
    /// A picture of 2 rows and 4 columns; the reward is the pixel that a glimpse of 1 x 1 sees.
    private static let picture: [Double] = [0, 3, 1, 0, 2, 0, 0, 5]
    private static let mean = (x: 0.2, y: -0.3)
    private static let deviation = 0.4
    private static let draws = 200_000

    /// P(start of the cell < draw < its end): the density of the normal distribution, summed up.
    private func below(_ edge: Double, _ mean: Double) -> Double {
        0.5 * erfc(-(edge - mean) / Self.deviation / 2.0.squareRoot())
    }

    /// The middle of a pixel, from -1 to 1.
    private func middle(_ pixel: Int, _ count: Int) -> Double {
        Double(2 * pixel + 1) / Double(count) - 1
    }

    /// The chance of each column, or row, of `count`: a glimpse of 1 x 1 begins at the corner of pixels
    /// nearest to the place, and beyond both edges it is moved to them.
    private func chances(_ count: Int, _ mean: Double) -> [Double] {
        var chances: [Double] = []
        var under = 0.0
        for corner in 0..<count {
            let above = below(middle(corner, count), mean)
            chances.append(above - under)
            under = above
        }
        return chances + [1 - under]
    }

    /// The sum over all corners of P(corner) times the pixel right and below it, 0 outside.
    private func expectedReward(x: Double, y: Double) -> Double {
        let (columns, rows) = (chances(4, x), chances(2, y))
        var sum = 0.0
        for (index, pixel) in Self.picture.enumerated() {
            let chance: Double = columns[index % 4] * rows[index / 4]
            sum += chance * pixel
        }
        return sum
    }

    private struct Policy: Parameterized {
        var mean: Variable<Double>
        mutating func visit(with visitor: ModelVisitor<Double>) { visitor("mean", &mean) }
    }

    /// The mean of the gradient over many draws, and its standard error.
    private func estimate(baseline: Double, seed: UInt64) -> (mean: [Double], error: [Double]) {
        var generator = SeededGenerator(seed: seed)
        let start = Tensor([Self.mean.x, Self.mean.y], shape: [1, 2])
        let noise = Tensor<Double>.normal([Self.draws, 2], using: &generator)
        let places = start + noise * Self.deviation
        let pictures = GlimpsePictures(
            Tensor(Self.picture, shape: [1, 2, 4]), sensor: GlimpseSensor(size: 1, scales: 1),
            samples: Self.draws)
        let rewards = pictures.glimpses(at: places).reshaped([Self.draws])
        // One row of the policy for each draw: its gradient is that draw's share.
        let policy = Policy(mean: Variable(start.broadcast(to: [Self.draws, 2])))
        let all =
            gradients(of: policy) { policy in
                reinforceLoss(
                    logProbabilities: [
                        gaussianLogProbability(
                            of: places, mean: policy.mean, deviation: Self.deviation)
                    ], advantages: [rewards - baseline])
            }.gradients.values[0] * -Double(Self.draws)
        let error = (all.variance(axes: [0]) / Double(Self.draws)).squareRoot()
        return (all.mean(axes: [0]).elements, error.elements)
    }

    func testItsMeanIsTheExactGradient() {
        let step = 1e-5
        let (x, y) = Self.mean
        let exact = [
            (expectedReward(x: x + step, y: y) - expectedReward(x: x - step, y: y)) / (2 * step),
            (expectedReward(x: x, y: y + step) - expectedReward(x: x, y: y - step)) / (2 * step),
        ]
        let plain = estimate(baseline: 0, seed: 1)
        let better = estimate(baseline: expectedReward(x: x, y: y), seed: 2)
        for (found, error) in [plain, better] {
            for axis in 0..<2 {
                // A true estimate lies further away in less than one of ten million seeds.
                XCTAssertLessThan(abs(found[axis] - exact[axis]), 5.4 * error[axis])
                XCTAssertGreaterThan(abs(exact[axis]), 20 * error[axis], "or nothing was shown")
            }
        }
        XCTAssertLessThan(better.error[0], plain.error[0], "a baseline calms the estimate")
    }

    func testTheLogProbabilityIsThatOfTheNormalDistribution() {
        let places = Tensor<Double>([0.3, -0.1, 2, 0], shape: [2, 2])
        let mean = Variable(Tensor<Double>([0.1, 0.1, -1, 0.5], shape: [2, 2]))
        let found = gaussianLogProbability(of: places, mean: mean, deviation: 0.2).value.elements
        let constant = -log(2 * Double.pi * 0.04)
        assertEqual(
            found, [constant - 0.08 / 0.08, constant - (9 + 0.25) / 0.08], accuracy: 1e-12)
    }
}
