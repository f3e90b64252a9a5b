import Graders
import XCTest

final class Lesson19SlideAttentionTests: XCTestCase {
    func testAttentionPool() throws { try grade("attentionPool", in: .slideAttention) }
    func testGatedAttentionPool() throws { try grade("gatedAttentionPool", in: .slideAttention) }
    func testSampleWithoutReplacement() throws {
        try grade("sampleWithoutReplacement", in: .slideAttention)
    }
    func testSamplingEstimate() throws { try grade("samplingEstimate", in: .slideAttention) }
    func testProcessedFraction() throws { try grade("processedFraction", in: .slideAttention) }
}
