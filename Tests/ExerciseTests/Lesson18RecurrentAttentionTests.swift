import Graders
import XCTest

final class Lesson18RecurrentAttentionTests: XCTestCase {
    func testGlimpse() throws { try grade("glimpse", in: .recurrentAttention) }
    func testGlimpseFeatures() throws { try grade("glimpseFeatures", in: .recurrentAttention) }
    func testCoreStep() throws { try grade("coreStep", in: .recurrentAttention) }
    func testNextPlace() throws { try grade("nextPlace", in: .recurrentAttention) }
    func testGaussianLogProbability() throws {
        try grade("gaussianLogProbability", in: .recurrentAttention)
    }
    func testReinforceLoss() throws { try grade("reinforceLoss", in: .recurrentAttention) }
    func testHybridLoss() throws { try grade("hybridLoss", in: .recurrentAttention) }
}
