import Foundation
import GraderKit
import Graders
import XCTest

/// What the commands say of an exercise that is missing, or no text: one sentence, and the other
/// lessons go on.
final class UnreadableExerciseTests: XCTestCase {
    private let path = "Exercises/Lesson12Clustering.swift"

    /// What a student may find in place of the file, made by a shell, and a part of the sentence.
    private let conditions = [
        "rm FILE": "reset Lesson12",
        "mv FILE Exercises/Clustering.swift": "reset Lesson12",
        "printf '// f\\374r\\n' > FILE": "save it with the encoding UTF-8",
        "printf '\\377\\376/\\000' > FILE": "UTF-16",
        "rm FILE; ln -s /nowhere FILE": "link to /nowhere",
        "rm FILE; mkdir FILE": "a folder",
        "rm FILE; mkfifo FILE": "a pipe",
        "rm FILE; ln -s /dev/zero FILE": "a device",
        "truncate -s 100M FILE": "104857600 bytes",
        "printf '\\0' >> FILE": "a byte 0",
    ]

    func testListDoctorProgressAndCheckNameTheFileAndWhatToDo() throws {
        let settings = conditions.map { ($0.key.replacing("FILE", with: path), words: $0.value) }
        let commands = [("list", 0), ("doctor", 1), ("progress", 0), ("check 12", 3)]
        let answers = sideBySide(settings.count, atMost: 4) { index in
            Result {
                let course = try ScratchCourse()
                return try ([settings[index].0] + commands.map { "$COURSE \($0.0)" })
                    .map(course.shell)
            }
        }
        for ((setting, words), answer) in zip(settings, answers) {
            let results = try answer.get()
            XCTAssertEqual(results[0].code, 0, setting)
            for ((command, code), result) in zip(commands, results.dropFirst()) {
                let place = "\(command) after \(setting): \(result.output)\(result.error)"
                XCTAssertEqual(result.code, Int32(code), place)
                let said = result.output.split(separator: "\n").filter { $0.contains(words) }
                XCTAssertEqual(said.count, 1, place)
                XCTAssertTrue(said.allSatisfy { $0.contains(path) }, place)
                // "Missing, reset" would cost an answer where the file is there.
                XCTAssertEqual(
                    said.contains { $0.contains("reset") }, words == "reset Lesson12", place)
            }
        }
    }

    func testTheListStillHoldsTheLessonAndTheNextExerciseIsItsFirst() throws {
        let course = try ScratchCourse()
        _ = try course.shell("rm Exercises/Lesson01Tensors.swift")
        let list = try course.shell("$COURSE list").output
        for grader in LessonGrader.all {
            XCTAssertTrue(
                list.contains("\n\(grader.lesson.name):") || list.hasPrefix(grader.lesson.name))
        }
        let next = try course.shell("$COURSE next")
        XCTAssertEqual(next.code, 0, next.error)
        XCTAssertTrue(next.output.hasPrefix("rowMajorStrides"), next.output)
        XCTAssertTrue(next.output.contains("reset Lesson01"), next.output)
    }

    func testADeletedExerciseComesBackAndItsNeighboursAreLeftAlone() throws {
        let course = try ScratchCourse()
        let stub = try Data(contentsOf: course.file)
        let neighbour = "Exercises/Lesson01Tensors.swift"
        let result = try course.shell("echo mine > \(neighbour); rm \(path); $COURSE reset 12")
        XCTAssertEqual(result.code, 0, result.error)
        XCTAssertEqual(try Data(contentsOf: course.file), stub)
        XCTAssertEqual(try course.shell("cat \(neighbour)").output, "mine\n")
    }

    func testResetsOfTwoProcessesLoseNoText() throws {
        let course = try ScratchCourse()
        let result = try course.shell(
            """
            for i in 1 2 3; do echo "text $i" > \(path); $COURSE reset 12 & $COURSE reset 12; wait; done
            """)
        XCTAssertEqual(result.code, 0, result.error)
        let texts = Set(try course.kept().values.map { String(decoding: $0, as: UTF8.self) })
        XCTAssertTrue(texts.isSuperset(of: ["text 1\n", "text 2\n", "text 3\n"]), "\(texts)")
    }
}
