import Foundation

extension ExerciseFile {
    /// After so many tries something else than a person saves the file.
    static let tries = 5

    /// Works on what lies in the file, and no other text: if the file is saved before the work is
    /// done, the result is about a text that is gone, so the work is done again.
    ///
    /// - Parameters:
    ///   - note: says that it is done again.
    ///   - work: its result, or nil if it must be done again for its own reasons.
    /// - Returns: the result, and what it is about.
    /// - Throws: `StudentFileError`, and what the work throws.
    public func whileSteady<Result>(
        note: (String) -> Void, _ work: (Saved) throws -> Result?
    ) throws -> (result: Result, saved: Saved) {
        for number in 1...Self.tries {
            let saved = try patientlySaved()
            let result = try work(saved)
            let after = try patientlySaved()
            // Whatever only touches the file again and again must not keep us here.
            let isSteady = after == saved || number == Self.tries && after.bytes == saved.bytes
            if let result, isSteady { return (result, saved) }
            if after != saved { note("\(path) was saved meanwhile: taking what is there now") }
        }
        throw StudentFileError.changedMeanwhile(path: path)
    }

    /// What lies there. Some editors remove a file and write it anew; that moment is waited for.
    private func patientlySaved() throws -> Saved {
        do {
            return try saved()
        } catch StudentFileError.missing {
            usleep(200_000)
            return try saved()
        }
    }
}
