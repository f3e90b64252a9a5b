import Foundation
import XCTest

@testable import GraderKit

final class AnswerParserTests: XCTestCase {
    private let ready = AnswerFrame(index: -1, kind: .ready, payload: Data())
    private let value = AnswerFrame(index: 0, kind: .value, payload: Data("[1,\n2]".utf8))

    func testFramesAreReadHoweverTheyAreCut() {
        let bytes = ready.bytes(nonce: "n") + value.bytes(nonce: "n")
        for size in [1, 3, bytes.count] {
            var parser = AnswerParser(nonce: "n")
            for start in stride(from: 0, to: bytes.count, by: size) {
                parser.append(Data(bytes.dropFirst(start).prefix(size)))
            }
            XCTAssertTrue(parser.isReady)
            XCTAssertEqual(parser.answers, [0: value])
            XCTAssertFalse(parser.isSpoiled)
        }
    }

    func testNothingCountsAfterWhatIsNoFrame() {
        let foreign = [
            AnswerFrame(index: 1, kind: .value, payload: Data()).bytes(nonce: "other"),
            Data("hello\n".utf8), Data(repeating: 65, count: 500),
            Data("answer n 0 value -1\n".utf8), Data("answer n 0 value 99999999999\n".utf8),
            Data("answer n 0 praise 0\n".utf8),
        ]
        for bytes in foreign {
            var parser = AnswerParser(nonce: "n")
            parser.append(value.bytes(nonce: "n"))
            XCTAssertEqual(parser.answers.count, 1)
            parser.append(bytes)
            parser.append(value.bytes(nonce: "n"))
            XCTAssertTrue(parser.isSpoiled)
            XCTAssertEqual(parser.answers, [:], String(decoding: bytes, as: UTF8.self))
        }
    }

    func testASecondAnswerToOneQuestionSpoilsAll() {
        var parser = AnswerParser(nonce: "n")
        parser.append(value.bytes(nonce: "n") + value.bytes(nonce: "n"))
        XCTAssertTrue(parser.isSpoiled)
        XCTAssertEqual(parser.answers, [:])
    }

    func testAnUnfinishedFrameIsNoAnswer() {
        var parser = AnswerParser(nonce: "n")
        parser.append(Data(value.bytes(nonce: "n").dropLast()))
        XCTAssertEqual(parser.answers, [:])
        XCTAssertFalse(parser.isSpoiled)
    }
}
