import CourseKit
import DeepTeaching

/// Files that keep a lesson from beginning, all of them.
public struct FaultySlides: DetailedError, Sendable, Equatable, CustomStringConvertible {
    /// The folder.
    public let folder: String

    /// What is wrong; at least one.
    public let faults: [InspectionFinding]

    /// What can be done instead of mending them; may be empty.
    public let otherWay: String

    /// Faults of the files in a folder, or of a single one.
    public init(folder: String, faults: [InspectionFinding], otherWay: String = "") {
        self.folder = folder
        self.faults = faults
        self.otherWay = otherWay
    }

    /// What is wrong with the one file, or how many there are; and what to do.
    public var description: String {
        let words =
            faults.count == 1
            ? sentence(of: faults[0])
            : "\(faults.count) faults were found in \(folder). Mend them all."
        return otherWay.isEmpty ? words : "\(words) \(otherWay)"
    }

    /// One line a fault, if there are several.
    public var details: [String] { faults.count == 1 ? [] : faults.map(sentence) }

    private func sentence(of fault: InspectionFinding) -> String {
        // The library cannot know what its caller's option is called.
        guard fault.problem == .unknownResolution else { return fault.description }
        return "\(fault.path) does not say how many micrometres a pixel covers, or nothing "
            + "credible. If you know, say it with --microns-per-pixel."
    }
}
