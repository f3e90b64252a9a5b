import Graders
import XCTest

final class Lesson10ConvolutionalNetworkTests: XCTestCase {
    func testConvolution2D() throws { try grade("convolution2D", in: .convolutionalNetwork) }
    func testIm2col() throws { try grade("im2col", in: .convolutionalNetwork) }
    func testMaxPooling() throws { try grade("maxPooling", in: .convolutionalNetwork) }
    func testConvolution2DGradients() throws {
        try grade("convolution2DGradients", in: .convolutionalNetwork)
    }
    func testMaxPoolingGradient() throws {
        try grade("maxPoolingGradient", in: .convolutionalNetwork)
    }
    func testBatchNormalization() throws {
        try grade("batchNormalization", in: .convolutionalNetwork)
    }
    func testFullyConvolutional() throws {
        try grade("fullyConvolutional", in: .convolutionalNetwork)
    }
}
