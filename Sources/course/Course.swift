import ArgumentParser
import Curriculum
import Foundation
import GraderKit
import Graders

@main
struct Course: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Your way through the lessons.", subcommands: [Check.self])
}
struct Check: ParsableCommand {
    @Argument var lesson: String
    func run() throws {
        for grader in LessonGrader.all where grader.lesson.name.hasPrefix(lesson) {
            let worker = WorkerExaminee(
                executable: URL(filePath: ".build/debug/\(grader.lesson.name)"),
                file: grader.lesson.name + ".swift")
            let report = grader.grade(of: worker)
            let encoder = JSONEncoder(); encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            print(String(decoding: try encoder.encode(report), as: UTF8.self))
        }
    }
}
