import Graders
import XCTest

final class Lesson04EvaluationTests: XCTestCase {
    func testConfusionMatrix() throws { try grade("confusionMatrix", in: .evaluation) }
    func testROCCurve() throws { try grade("rocCurve", in: .evaluation) }
    func testAreaUnderCurve() throws { try grade("areaUnderCurve", in: .evaluation) }
    func testCohensKappa() throws { try grade("cohensKappa", in: .evaluation) }
    func testBootstrapInterval() throws { try grade("bootstrapInterval", in: .evaluation) }
    func testFROCCurve() throws { try grade("frocCurve", in: .evaluation) }
    func testFROCScore() throws { try grade("frocScore", in: .evaluation) }
}
