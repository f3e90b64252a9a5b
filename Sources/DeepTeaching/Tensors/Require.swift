/// Stops the program with a sentence if a programmer's mistake is found.
///
/// Unlike `precondition`, it keeps its message in optimised builds. It is for mistakes in code that
/// calls the library; whatever comes from a file, a user or a student throws an error instead.
@inline(__always)
func require(
    _ condition: Bool, _ message: @autoclosure () -> String,
    file: StaticString = #fileID, line: UInt = #line
) {
    if !condition { fatalError(message(), file: file, line: line) }
}
