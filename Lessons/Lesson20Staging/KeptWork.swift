import DeepTeaching
import Foundation

/// What an unfinished run has made so far, so that the next one goes on from there: the networks and
/// the maps, each in a file as soon as it is finished.
///
/// There is one folder for the same slides and seed, and one file for each network and slide, so it
/// does not grow with the number of runs. It is removed when the results are safe.
struct KeptWork: Sendable {
    private let folder: URL
    private let note: @Sendable (String) -> Void

    /// The folders of unfinished runs.
    private static let runs = URL(fileURLWithPath: "Data/runs", isDirectory: true)

    /// What is kept of a job.
    ///
    /// - Parameters:
    ///   - name: the slides and the seed.
    ///   - note: tells the user.
    init(name: String, note: @escaping @Sendable (String) -> Void) {
        folder = Self.runs.appending(path: name)
        self.note = note
    }

    /// Removes everything that is kept of the job.
    func remove() {
        try? FileManager.default.removeItem(at: folder)
        // Goes only if nothing is left in it.
        rmdir(Self.runs.path)
    }

    /// Says what is there already, if anything is.
    func announce(networks: [String], maps: [(slide: String, words: String)]) {
        let learnt = networks.enumerated().count { network($0, decidedBy: $1).isThere }
        let mapped = maps.count { map(of: $0.slide, decidedBy: $0.words).isThere }
        guard learnt + mapped > 0 else { return }
        note(
            "Continues the run that was stopped: \(learnt) of \(networks.count) networks and "
                + "\(mapped) of \(maps.count) maps are there (--fresh would start over).")
    }

    /// The network of a fold that was kept, or else one that learns now and is kept.
    ///
    /// - Parameter words: all that decides what is learnt.
    func network(
        _ fold: Int, decidedBy words: String, learning learn: () throws -> LearntNetwork
    ) throws -> LearntNetwork {
        try network(fold, decidedBy: words).value(
            reading: LearntNetwork.init(contentsOf:), making: learn
        ) { try $0.save(to: $1) }
    }

    /// The map of a slide that was kept, or else one that is made now and is kept.
    ///
    /// - Parameter words: all that decides what is seen.
    func map(
        of slide: String, decidedBy words: String, making make: () throws -> ConfidenceMap
    ) throws -> ConfidenceMap {
        try map(of: slide, decidedBy: words).value(
            reading: ConfidenceMap.init(contentsOf:), making: make
        ) { try $0.save(to: $1) }
    }

    private func network(_ fold: Int, decidedBy words: String) -> KeptFile {
        file("network-\(fold + 1)", decidedBy: words)
    }

    private func map(of slide: String, decidedBy words: String) -> KeptFile {
        file("map-\(slide)", decidedBy: words)
    }

    private func file(_ name: String, decidedBy words: String) -> KeptFile {
        KeptFile(
            file: folder.appending(path: name + ".safetensors"), words: words, note: note)
    }
}
