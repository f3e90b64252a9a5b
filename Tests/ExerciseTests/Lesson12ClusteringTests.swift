import Graders
import XCTest

final class Lesson12ClusteringTests: XCTestCase {
    func testAssign() throws { try grade("assign", in: .clustering) }
    func testUpdateCentroids() throws { try grade("updateCentroids", in: .clustering) }
    func testKMeansPlusPlus() throws { try grade("kMeansPlusPlus", in: .clustering) }
    func testGaussianLogDensity() throws { try grade("gaussianLogDensity", in: .clustering) }
    func testExpectationStep() throws { try grade("expectationStep", in: .clustering) }
    func testMaximizationStep() throws { try grade("maximizationStep", in: .clustering) }
    func testBayesianInformationCriterion() throws {
        try grade("bayesianInformationCriterion", in: .clustering)
    }
}
