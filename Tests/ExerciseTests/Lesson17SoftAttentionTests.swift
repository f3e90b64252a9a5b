import Graders
import XCTest

final class Lesson17SoftAttentionTests: XCTestCase {
    func testAdditiveScores() throws { try grade("additiveScores", in: .softAttention) }
    func testMaskedSoftmax() throws { try grade("maskedSoftmax", in: .softAttention) }
    func testContext() throws { try grade("context", in: .softAttention) }
    func testScoreGradient() throws { try grade("scoreGradient", in: .softAttention) }
    func testGate() throws { try grade("gate", in: .softAttention) }
    func testDoublyStochasticPenalty() throws {
        try grade("doublyStochasticPenalty", in: .softAttention)
    }
}
