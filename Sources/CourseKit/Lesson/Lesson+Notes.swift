/// What a lesson says beside its text, on standard error: the text stays the same for one seed.
extension Lesson {
    /// Says how the work goes, as a progress bar does; silent with `--quiet`.
    public func note(_ sentence: String) { Self.note(sentence, quiet: options.quiet) }

    /// The same from any thread.
    public static func note(_ sentence: String, quiet: Bool) {
        if !quiet { TextOutput.standardError.write(sentence + "\n") }
    }

    /// Says what is odd, but does not stop the lesson.
    public func warn(_ sentence: String) {
        TextOutput.standardError.write("warning: \(sentence)\n")
    }

    /// Remembers that a file was left out of this lesson, and why: `report.json` names it.
    public func setAside(_ file: String, because reason: String) { filesSetAside[file] = reason }

    /// Does something as soon as page, report and figures are written: until then the work may be
    /// needed again.
    public func whenWritten(_ action: @escaping () -> Void) { actionsWhenWritten.append(action) }
}
