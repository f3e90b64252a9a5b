import Foundation

/// The files of a CAMELYON17 folder, found by their names wherever they lie in it.
struct CamelyonFiles {
    private(set) var slides: [CamelyonSlideName: URL] = [:]
    private(set) var centers: [CamelyonSlideName: Int] = [:]
    private(set) var annotations: [CamelyonSlideName: URL] = [:]
    private(set) var masks: [CamelyonSlideName: URL] = [:]
    private var tables: [URL] = []
    private var holdsCamelyon16 = false

    /// - Throws: `StagingError` if there is no folder, it holds no slide of CAMELYON17, or one
    ///   slide lies in it twice.
    init(in url: URL) throws {
        guard Self.isFolder(url) else { throw StagingError.noFolder(path: url.path) }
        try collect(url, center: nil, depth: 0)
        guard slides.isEmpty else { return }
        throw holdsCamelyon16
            ? StagingError.camelyon16(path: url.path) : StagingError.noSlides(path: url.path)
    }

    /// The one table of stages.
    func stageTable(of url: URL) throws -> URL {
        guard let first = tables.first else { throw StagingError.noStageTable(path: url.path) }
        if tables.count > 1 {
            throw StagingError.twoFiles(first: first.path, second: tables[1].path)
        }
        return first
    }

    private mutating func collect(_ folder: URL, center: Int?, depth: Int) throws {
        let entries: [URL]
        do {
            entries = try FileManager.default.contentsOfDirectory(
                at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: nil,
                options: .skipsHiddenFiles)
        } catch {
            throw StagingError.noFolder(path: folder.path)
        }
        for entry in entries.sorted(by: { $0.path < $1.path }) {
            // A folder may have a dot in its name.
            if Self.isFolder(entry) {
                guard depth < 4 else { continue }
                let number = entry.lastPathComponent.lowercased()
                    .wholeMatch(of: /cent(?:er|re)_(\d+)/).flatMap { Int($0.1) }
                try collect(entry, center: number ?? center, depth: depth + 1)
                continue
            }
            let stem = entry.deletingPathExtension().lastPathComponent.lowercased()
            switch entry.pathExtension.lowercased() {
            case "tif", "tiff": try addSlide(entry, stem: stem, center: center)
            case "xml": try Self.add(entry, named: stem, to: &annotations)
            case "csv" where stem == "stage_labels" || stem == "stages": tables.append(entry)
            default: break
            }
        }
    }

    private mutating func addSlide(_ file: URL, stem: String, center: Int?) throws {
        if stem.hasSuffix("_mask") {
            try Self.add(file, named: String(stem.dropLast("_mask".count)), to: &masks)
        } else if let name = CamelyonSlideName(stem) {
            try Self.add(file, named: stem, to: &slides)
            centers[name] = center
        } else if stem.wholeMatch(of: /(normal|tumor|test)_\d+/) != nil {
            holdsCamelyon16 = true
        }
    }

    private static func add(
        _ file: URL, named stem: String, to files: inout [CamelyonSlideName: URL]
    ) throws {
        guard let name = CamelyonSlideName(stem) else { return }
        if let other = files[name] {
            throw StagingError.twoFiles(first: other.path, second: file.path)
        }
        files[name] = file
    }

    private static func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
            && isFolder.boolValue
    }
}
