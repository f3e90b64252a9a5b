import Foundation
import SyntheticCohort

/// The nano cohort of seed 1, painted once for all tests that run together. They only read it, or
/// change a copy.
public enum PaintedCohort {
    /// What paints it.
    public static let generator = CohortGenerator(profile: .nano, seed: 1)

    /// Its folder, painted when it is first asked for and removed when the tests end.
    public static func folder() throws -> URL { try painted.get() }

    private static let place = FileManager.default.temporaryDirectory
        .appending(path: "painted-cohort-\(UUID().uuidString)").resolvingSymlinksInPath()

    private static let painted = Result {
        atexit { try? FileManager.default.removeItem(at: PaintedCohort.place) }
        try generator.generate(into: place)
        return place
    }

    /// Copies the cohort, but for its last `missing` slides, to a folder that is not there yet.
    public static func copy(to folder: URL, without missing: Int = 0) throws {
        try FileManager.default.createDirectory(
            at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: self.folder(), to: folder)
        for slide in generator.plan.slides.suffix(missing) {
            try FileManager.default.removeItem(at: folder.appending(path: slide.slidePath))
        }
    }

    /// Copies the cohort without the slides of its first patient.
    public static func copySecondPatient(to folder: URL) throws {
        try copy(to: folder)
        for slide in generator.plan.patients[0].slides {
            try FileManager.default.removeItem(at: folder.appending(path: slide.slidePath))
        }
    }
}
