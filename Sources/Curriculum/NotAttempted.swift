/// What an exercise throws that nobody has worked on yet.
public struct NotAttempted: Error, Sendable, Equatable, Codable, CustomStringConvertible {
    /// The path of the file that holds the exercise.
    public let file: String

    /// The line of the `todo()`, counted from 1.
    public let line: Int

    /// A place that is still to do.
    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    /// For example "not attempted yet: Exercises/Lesson12Clustering.swift, line 34".
    public var description: String { "not attempted yet: \(file), line \(line)" }
}

/// Stands where your code will stand: replace the whole line `return try todo()`.
///
/// - Returns: nothing, ever; it takes the type of whatever the function returns.
/// - Throws: always `NotAttempted`, with the place of the call.
public func todo<Value>(file: String = #filePath, line: Int = #line) throws -> Value {
    throw NotAttempted(file: file, line: line)
}
