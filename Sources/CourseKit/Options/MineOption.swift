import ArgumentParser
import Curriculum
import GraderKit

/// Whether a lesson shows what the student's functions give; declare it with `@OptionGroup`.
public struct MineOption: ParsableArguments, Sendable {
    /// Whether to run the student's functions.
    @Flag(
        name: .customLong("mine"),
        help: "Show what your own functions give beside what the library gives.")
    public var isAsked = false

    /// For the argument parser, which fills the option in.
    public init() {}

    /// The student's functions, or nil if nobody asked for them.
    public func functions(of lesson: LessonOutline) -> StudentFunctions? {
        isAsked ? StudentFunctions(of: lesson) : nil
    }
}
