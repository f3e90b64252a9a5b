import Curriculum
import Foundation
import XCTest

@testable import GraderKit

/// A lesson that shows what the student's own function gives.
final class StudentFunctionsTests: XCTestCase {
    /// What a function gives whose worker behaves in this way, and what is said.
    private func answer(of kind: HostileKind) throws -> (value: [Int]?, said: [String]) {
        let folder = CourseFolder.ofTests(
            file: URL(filePath: #filePath).deletingLastPathComponent().path)
        let functions = StudentFunctions(
            of: WorkerExaminee(
                executable: folder.products.appending(path: "course"),
                arguments: ["--hostile", "Lesson12Clustering", kind.rawValue],
                file: "HostileAnswer.swift"))
        var said: [String] = []
        let value = try functions.value(
            of: ClusteringCalls.assign, [[0, 0]], [[1, 0]], say: { said.append($0) })
        return (value, said)
    }

    func testAValueComesBackAndNothingIsSaid() throws {
        let (value, said) = try answer(of: .constantOfSeedZero)
        XCTAssertNotNil(value)
        XCTAssertEqual(said, [])
    }

    func testATrapIsTold() throws {
        let (value, said) = try answer(of: .trap)
        XCTAssertNil(value)
        let sentence = try XCTUnwrap(said.first)
        XCTAssertEqual(said.count, 1)
        XCTAssertTrue(sentence.contains("`assign` crashed in line"), sentence)
        XCTAssertTrue(sentence.contains("on purpose"), sentence)
    }

    func testAnErrorIsTold() throws {
        let (value, said) = try answer(of: .throwing)
        XCTAssertNil(value)
        XCTAssertTrue(said.first?.contains("threw an error") ?? false, "\(said)")
    }
}
