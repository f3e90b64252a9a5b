import DeepTeaching
import XCTest

/// A summary tells each parameter's name, shape and count.
final class NetworkSummaryTests: XCTestCase {
    func testParametersStatisticsAndSums() {
        var generator = SeededGenerator(seed: 1)
        let network = Sequential<Float>([
            Dense<Float>(inputs: 40, outputs: 30, activation: .relu, using: &generator),
            BatchNormalization<Float>(features: 30),
            Flatten<Float>(),
        ])
        XCTAssertEqual(
            network.summary,
            """
            parameter          shape     numbers
            0.weights          [40, 30]    1,200
            0.bias             [30]           30
            1.scale            [30]           30
            1.shift            [30]           30
            statistic
            1.runningMean      [30]           30
            1.runningVariance  [30]           30
            parameters                     1,290
            statistics                        60
            """)
    }

    func testALayerWithoutParameters() {
        XCTAssertEqual(
            Flatten<Float>().summary,
            """
            parameter   shape  numbers
            parameters               0
            """)
    }
}
