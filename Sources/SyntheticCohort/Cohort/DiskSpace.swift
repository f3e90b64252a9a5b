import Foundation

/// How much room there is on the disk.
struct DiskSpace: Sendable {
    /// The free megabytes on the disk of an existing folder; nil if the system does not tell.
    let freeMegabytes: @Sendable (URL) -> Int?

    /// What the system says.
    static let ofSystem = DiskSpace { folder in
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        return (attributes?[.systemFreeSize] as? NSNumber).map { Int($0.int64Value / 1_000_000) }
    }

    /// Checks that something fits.
    ///
    /// - Parameters:
    ///   - megabytes: how much room it needs.
    ///   - folder: where it is to lie; the folder need not exist yet.
    /// - Throws: `CohortError` if there is less room.
    func require(megabytes: Int, in folder: URL) throws {
        var existing = folder.standardizedFileURL
        while !FileManager.default.fileExists(atPath: existing.path), existing.path != "/" {
            existing.deleteLastPathComponent()
        }
        guard let free = freeMegabytes(existing), free < megabytes else { return }
        throw CohortError.notEnoughSpace(folder: folder.path, free: free, needed: megabytes)
    }
}
