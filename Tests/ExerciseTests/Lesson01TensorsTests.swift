import Graders
import XCTest

final class Lesson01TensorsTests: XCTestCase {
    func testRowMajorStrides() throws { try grade("rowMajorStrides", in: .tensors) }
    func testBroadcastShape() throws { try grade("broadcastShape", in: .tensors) }
    func testUnbroadcast() throws { try grade("unbroadcast", in: .tensors) }
    func testSoftmax() throws { try grade("softmax", in: .tensors) }
    func testLogSumExp() throws { try grade("logSumExp", in: .tensors) }
    func testChannelMeanAndDeviation() throws {
        try grade("channelMeanAndDeviation", in: .tensors)
    }
    func testMatrixProduct() throws { try grade("matrixProduct", in: .tensors) }
}
