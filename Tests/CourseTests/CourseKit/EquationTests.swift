import XCTest

@testable import CourseKit

/// One notation, three views.
final class EquationTests: XCTestCase {
    func testFractionsStandOnLines() {
        XCTAssertEqual(
            layout("σ(z) = 1/(1 + e^(-z))"),
            ["           1", "σ(z) = ─────────", "        1 + e⁻ᶻ"])
    }

    func testLimitsStandAboveAndBelow() {
        XCTAssertEqual(layout("sum_(i=1)^n x_i"), ["  n", "  ∑   xᵢ", "i = 1"])
    }

    func testLettersThatCannotBeRaisedStandHigher() {
        XCTAssertEqual(layout("e^(x_i)"), [" xᵢ", "e"])
    }

    func testFunctionCallIsOneNumerator() {
        XCTAssertEqual(line("max(a, b)/2"), "max(a, b) / 2")
        XCTAssertEqual(layout("max(a, b)/2")[2], "     2")
    }

    func testLines() {
        XCTAssertEqual(line("1/(1 + e^(-z))"), "1 / (1 + e⁻ᶻ)")
        XCTAssertEqual(line("x <= 2, y != -3"), "x ≤ 2, y ≠ −3")
        XCTAssertEqual(line("p(c | x) = |y|"), "p(c ∣ x) = |y|")
        XCTAssertEqual(line("θ <- θ - alpha nabla L(θ)"), "θ ← θ − α ∇L(θ)")
        XCTAssertEqual(line("w_(i j)^2 sqrt(x) hat(y)"), "wᵢⱼ² √(x) y\u{0302}")
        XCTAssertEqual(line("\"tissue\" = 1, ..., n"), "tissue = 1, …, n")
    }

    func testNonsenseStaysText() {
        for source in ["", "(", ")", "a)b", "/", "a /", "x_", "^", "\"open", "sqrt(", "[a)"] {
            let equation = Equation(source)
            XCTAssertFalse(MathML.block(equation).isEmpty)
            XCTAssertFalse(EquationBox(equation.expression).lines.isEmpty, source)
        }
    }

    func testMathML() {
        XCTAssertEqual(
            MathML.element(Expression(reading: "σ_i = a/b^2")),
            "<mrow><msub><mi>σ</mi><mi>i</mi></msub><mo>=</mo>"
                + "<mfrac><mi>a</mi><msup><mi>b</mi><mn>2</mn></msup></mfrac></mrow>")
        XCTAssertEqual(
            MathML.element(Expression(reading: "sum_i^n x < 1")),
            "<mrow><munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>x</mi>"
                + "<mo>&lt;</mo><mn>1</mn></mrow>")
    }

    private func layout(_ source: String) -> [String] {
        EquationBox(Expression(reading: source)).lines.map(\.trimmingTrailingSpaces)
    }

    private func line(_ source: String) -> String {
        EquationLine.text(Expression(reading: source))
    }
}
