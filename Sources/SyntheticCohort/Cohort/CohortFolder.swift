import DeepTeaching
import Foundation

/// The folder that a cohort is written to: it is claimed before the first slide, so that nothing
/// that belongs to somebody else is ever touched.
struct CohortFolder {
    let url: URL

    /// Makes the folder, or checks that it holds the same cohort, and removes what a run left
    /// half-written that was killed.
    func claim(for identity: CohortIdentity, entries: [SlideEntry]) throws {
        let file = url.appendingPathComponent(CohortIdentity.fileName)
        try makeFolder("")
        if let data = try? Data(contentsOf: file) {
            let found = try? JSONDecoder().decode(CohortIdentity.self, from: data)
            guard found == identity else {
                throw CohortError.otherCohort(
                    folder: url.path, found: found?.summary ?? "of an unknown kind",
                    wanted: identity.summary)
            }
        } else {
            try requireEmpty()
            try write(try Self.encoder.encode(identity), to: CohortIdentity.fileName)
        }
        let paths = entries.flatMap { [$0.slidePath, $0.annotationPath] }
        let masks = identity.options.hasMasks ? entries.map(\.maskPath) : []
        for path in Set((paths + masks).map(Self.parent(of:))).sorted() {
            try makeFolder(path)
            PyramidWriter.removeAbandonedParts(in: url.appendingPathComponent(path))
        }
    }

    /// "training/center_0" for "training/center_0/patient_000_node_0.tif".
    private static func parent(of path: String) -> String {
        path.split(separator: "/").dropLast().joined(separator: "/")
    }

    /// Whether a file of the cohort is there. Files appear only when they are whole.
    func has(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: url.appendingPathComponent(path).path)
    }

    /// Writes a file whole or not at all; one with the same content is left alone.
    func write(_ data: Data, to path: String) throws {
        let file = url.appendingPathComponent(path)
        if let found = try? Data(contentsOf: file), found == data { return }
        do {
            try data.write(to: file, options: .atomic)
        } catch {
            throw CohortError.unwritable(path: file.path, reason: systemReason(error))
        }
    }

    private func makeFolder(_ path: String) throws {
        let folder = path.isEmpty ? url : url.appendingPathComponent(path)
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true)
        } catch {
            throw CohortError.unwritable(path: folder.path, reason: systemReason(error))
        }
    }

    private func requireEmpty() throws {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: url.path)
        } catch {
            throw CohortError.unwritable(path: url.path, reason: systemReason(error))
        }
        if let file = names.filter({ !$0.hasPrefix(".") }).min() {
            throw CohortError.foreignFolder(folder: url.path, file: file)
        }
    }

    static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
}
