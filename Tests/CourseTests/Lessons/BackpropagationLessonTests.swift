import Foundation
import GraderKit
import XCTest

/// The lesson as a program.
final class BackpropagationLessonTests: XCTestCase {
    /// All tests look at the same run.
    static let run = Result { try LessonRun("Lesson03Backpropagation") }

    /// With the instructions that every processor has, as the golden text.
    static let generic = Result {
        try LessonRun(
            "Lesson03Backpropagation",
            environment: LessonRun.genericOnOneThread)
    }

    /// The same, with the student's functions where they are attempted.
    static let mine = Result { try LessonRun("Lesson03Backpropagation", arguments: ["--mine"]) }

    /// L = (max(0.4 * 1.5 - 0.2, 0) - 1)^2: dL/dw = 2 e x, dL/db = 2 e with e = -0.6.
    func testWalkingBackGivesWhatPushingGives() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("slopeW"), -1.8, accuracy: 1e-9)
        XCTAssertEqual(try number("slopeB"), -1.2, accuracy: 1e-9)
        XCTAssertEqual(try number("backwardW"), -1.8, accuracy: 1e-12)
        XCTAssertLessThan(try number("backwardError"), 1e-9)
        XCTAssertEqual(try number("wrongOverwrittenW"), -0.9, accuracy: 1e-12)
        XCTAssertEqual(try number("pushes"), 2 * 32)
    }

    /// y = x + x x: written down when it is met, and turned round, x stands behind both of its uses
    /// in the product.
    func testWritingFirstIsNotAlwaysAnOrder() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("neuronBackwards"), 0)
        XCTAssertEqual(try number("wrongBackwards"), 2)
    }

    /// Sentences of the text that are chosen by what was measured.
    func testTheSentencesSayWhatWasMeasured() throws {
        let run = try Self.run.get()
        let text = run.text.replacing(/\s+/, with: " ")
        // Momentum 0.9 makes steps ten times as long: it is compared with ten times the rate.
        let (plain, fast) = (try run.number("plainLoss"), try run.number("plainFastLoss"))
        let trained = try run.number("trainedLoss")
        XCTAssertLessThan(abs(fast - trained), abs(plain - trained))
        XCTAssertTrue(text.contains("here momentum does what ten times the rate does"))
        XCTAssertLessThan(
            2 * (try run.number("valleyMomentumSteps")), try run.number("valleyPlainSteps"))
        XCTAssertTrue(text.contains("Yes, it helps."))
        // The network is no better than a line.
        let gain = try run.number("meanAccuracy") - run.number("lineAccuracy")
        XCTAssertLessThan(abs(gain), try run.number("accuracyMargin"))
        XCTAssertTrue(text.contains("So the network is no better than the straight line"))
        XCTAssertGreaterThan(try run.number("tumorDiameter"), try run.number("otherDiameter"))
        XCTAssertLessThan(try run.number("tumorNeighbors"), try run.number("otherNeighbors"))
        XCTAssertTrue(text.contains("tumour cells lie further to the right"))
        XCTAssertGreaterThan(try run.number("firstLoss"), try run.number("chanceLoss"))
        XCTAssertTrue(text.contains("The network's first loss is above it"))
        XCTAssertEqual(try run.number("openDoors"), 0.5, accuracy: 0.1)
    }

    func testTheLibrarysGradientsAreTheTapes() throws {
        let number = try Self.run.get().number
        XCTAssertLessThan(try number("lossDifference"), 1e-12)
        XCTAssertLessThan(try number("gradientDifference"), 1e-12)
        XCTAssertGreaterThan(try number("gradientDifference"), 0, "the sums have other orders")
        XCTAssertEqual(try number("graphSteps"), 8)
        XCTAssertEqual(try number("wideGraphSteps"), 8)
        XCTAssertEqual(try number("sumShare"), 0.5)
        XCTAssertLessThan(try number("biasError"), 1e-12)
        XCTAssertGreaterThan(try number("wrongBiasMeanError"), 0.1)
        // 32 parameters, a zero, 1 / N and the product with it; of each nucleus two inputs, 30
        // numbers of the hidden layer, 24 of the outputs and six of the loss.
        XCTAssertEqual(try number("tapeLength"), 35 + 160 * (2 + 30 + 24 + 6))
        // Of each nucleus six units of two products, two sums and a ReLU, two outputs of six
        // products and six sums, and two powers, a sum, its logarithm, a difference and a sum; then
        // the product with 1 / N.
        XCTAssertEqual(
            try number("tapeArrows"),
            160 * (6 * (4 + 4 + 1) + 2 * (12 + 12) + 2 + 2 + 1 + 2 + 2) + 2)
        XCTAssertEqual(
            try number("wideTapeLength"),
            Double(256 * 5 + 2 + 3 + 160 * (2 + 256 * 5 + 256 * 4 + 6)))
    }

    /// What the README quotes.
    func testTheNetworkLearnsAndTheWrongWaysDoNot() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("chanceLoss"), 0.693_147_180_559_945, accuracy: 1e-12)
        XCTAssertLessThan(try number("trainedLoss"), 0.4)
        XCTAssertLessThan(try number("trainedLoss"), try number("plainLoss"))
        XCTAssertLessThan(try number("trainedLoss"), try number("firstLoss"))
        XCTAssertGreaterThan(try number("accuracy"), 0.8)
        XCTAssertGreaterThan(try number("accuracy"), try number("accuracyBefore"))
        XCTAssertGreaterThan(try number("lineAccuracy"), 0.75)
        XCTAssertGreaterThan(
            try number("wrongOverwrittenLoss"), try number("trainedLoss") + 0.15)
        XCTAssertLessThan(
            try number("wrongOverwrittenAccuracy"), try number("accuracy") - 0.1)
        XCTAssertEqual(
            try number("wrongZeroLoss"), try number("chanceLoss"), accuracy: 1e-9)
        XCTAssertEqual(try number("wrongZeroAccuracy"), 0.5, accuracy: 1e-9)
        XCTAssertGreaterThan(try number("wrongSummedJump"), try number("firstLoss"))
        XCTAssertLessThanOrEqual(try number("wrongSummedLost"), 10)
        XCTAssertEqual(try number("largeLogits"), 0.126_928_011, accuracy: 1e-8)
        XCTAssertTrue(
            try Self.run.get().text.replacing(/\s+/, with: " ")
                .contains("from exp as it is: not a number"),
            "exp(1000) / (exp(1000) + exp(998)) is not a number")
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson03Backpropagation")
    }

    func testThePageOpensOffline() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        XCTAssertTrue(page.contains("<svg"))
        XCTAssertTrue(page.contains("data:image/png;base64,"))
        XCTAssertTrue(page.contains("softmaxCrossEntropy"))
        let drawings = page.components(separatedBy: "<svg").filter {
            $0.contains("class=\"diagram wide\"")
        }
        XCTAssertEqual(drawings.count, 3, "values, gradients, and the library's graph")
        XCTAssertTrue(drawings[1].contains(">-1.80</text>"), "the gradient of w")
        for step in 1...12 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }

    /// Times differ from run to run: a pipe gets none. One thread and the instructions that every
    /// processor has print the same digits.
    func testTheTextIsTheSameTwice() throws {
        let again = try Self.generic.get()
        XCTAssertEqual(again.text, try Self.run.get().text)
    }

    /// The unedited stubs are not attempted; the lesson says so, and shows the library's.
    func testMineRunsTheStudentsFunctions() throws {
        let text = try Self.mine.get().text
        for function in [
            "topologicalOrder", "backward", "denseGradients", "reluGradient", "sumGradient",
            "softmaxCrossEntropy", "momentumStep",
        ] {
            let words = text.replacing("\n", with: " ")
            XCTAssertTrue(
                words.contains("Yours: \(function) ") || words.contains("Yours: x"), function)
        }
    }
}
