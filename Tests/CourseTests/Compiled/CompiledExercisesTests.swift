import Curriculum
import XCTest

@testable import GraderKit

/// Calls of the library are told by what the compiler made of a file: here of `OwnNames.swift`.
final class CompiledExercisesTests: XCTestCase {
    private static let functions = [
        "localNames", "ownHelper", "ownLabel", "ownProperty", "recursion", "matrixProduct",
        "mentionedType", "directCall", "callInClosure", "callOfHelper", "freeFunction",
        "freeFunctionAsValue", "labelOfTheLibrary", "callOfAnother",
    ]

    /// All names that any answer there uses, its own or the library's.
    private static let names = [
        "scores", "images", "softplus", "meanSquaredError", "filling", ".variance",
        ".matrixProduct", "Histogram", "otsuBin", ".softmax", ".logSoftmax", ".broadcastShape",
    ]

    private func calls() throws -> [String: [String]] {
        let products = CourseFolder.ofTests(file: #filePath).products
        let data = try Data(
            contentsOf: products.appending(path: "CourseTests.build/OwnNames.swift.o"))
        let file = try XCTUnwrap(ObjectFile(data))
        let compiled = try XCTUnwrap(CompiledExercises(file, functions: Self.functions))
        return Dictionary(
            uniqueKeysWithValues: Self.functions.map { function in
                let exercise = Exercise(
                    function, title: "", checks: [:], step: "", documentation: "",
                    librarysOwn: Self.names)
                return (function, compiled.calls(of: exercise))
            })
    }

    func testOwnNamesAreNoCalls() throws {
        #if os(Linux)
            let calls = try calls()
            for function in Self.functions.prefix(7) {
                XCTAssertEqual(calls[function], [], function)
            }
            XCTAssertEqual(calls["callOfAnother"], [], "another exercise's call is its own affair")
        #endif
    }

    func testCallsAreFoundWhereverTheyStand() throws {
        #if os(Linux)
            let calls = try calls()
            XCTAssertEqual(calls["directCall"], [".logSoftmax"])
            XCTAssertEqual(calls["callInClosure"], [".softmax"])
            XCTAssertEqual(calls["callOfHelper"], ["Histogram", "otsuBin"])
            XCTAssertEqual(calls["freeFunction"], [".broadcastShape"])
            XCTAssertEqual(calls["freeFunctionAsValue"], [".broadcastShape"])
            XCTAssertEqual(calls["labelOfTheLibrary"], ["filling"])
        #endif
    }

    func testAnythingElseIsNoObjectFile() {
        XCTAssertNil(ObjectFile(Data()))
        XCTAssertNil(ObjectFile(Data("\u{7F}ELF\u{2}\u{1} and no more".utf8)))
        XCTAssertNil(ObjectFile(Data(repeating: 0xFF, count: 4096)))
        // A header whose table lies beyond the end.
        var header = [UInt8](repeating: 0, count: 64)
        header.replaceSubrange(0..<6, with: [0x7F, 0x45, 0x4C, 0x46, 2, 1])
        header.replaceSubrange(0x28..<0x30, with: [UInt8](repeating: 0x7F, count: 8))
        header[0x3C] = 9
        XCTAssertNil(ObjectFile(Data(header)))
    }

    func testNamesAreTakenApart() throws {
        let words = { (symbol: String) in SymbolName(symbol: symbol)?.words ?? [] }
        XCTAssertEqual(words("$s12DeepTeaching6TensorVMn").suffix(2), ["DeepTeaching", "Tensor"])
        XCTAssertEqual(words("printf"), [])
        let todo = try XCTUnwrap(SymbolName(symbol: "$s10Curriculum4todo4file4linexSS_SitKlF"))
        XCTAssertEqual(todo.words, ["Curriculum", "todo"])
    }
}
