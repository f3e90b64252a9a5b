import Foundation

/// An error in one sentence.
enum ErrorSentence {
    /// What is wrong: the error's own words; for errors of Foundation the file and the reason that
    /// the system gives. Line breaks would hide that it is one sentence.
    static func text(_ error: any Error) -> String {
        oneLine(ownWords(error) ?? systemWords(error as NSError))
    }

    /// The sentence, and one line for each detail.
    static func lines(_ error: any Error) -> [String] {
        let details = (error as? any DetailedError)?.details ?? []
        return [text(error)] + details.map { "  - \(oneLine($0))" }
    }

    private static func oneLine(_ words: String) -> String {
        words.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    private static func ownWords(_ error: any Error) -> String? {
        // Errors of Foundation describe themselves with their class, domain and code.
        if error is CocoaError || error is POSIXError || type(of: error) is NSError.Type {
            return nil
        }
        if let localized = error as? any LocalizedError, let words = localized.errorDescription {
            return words
        }
        return String(describing: error)
    }

    private static func systemWords(_ error: NSError) -> String {
        let path = error.userInfo[NSFilePathErrorKey] as? String
        return (path.map { $0 + ": " } ?? "") + reason(error)
    }

    /// The reason without the file: "Permission denied".
    static func reason(_ error: any Error) -> String {
        if let words = ownWords(error) { return words }
        let error = error as NSError
        if error.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(error.code)))
        }
        if let inner = error.userInfo[NSUnderlyingErrorKey] as? any Error { return reason(inner) }
        return error.localizedDescription
    }
}
