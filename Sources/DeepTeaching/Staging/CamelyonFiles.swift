import Foundation

/// The files of a CAMELYON17 folder, found by their names wherever they lie in it.
struct CamelyonFiles {
    private(set) var slides: [CamelyonSlideName: URL] = [:]
    private(set) var centers: [CamelyonSlideName: Int] = [:]
    private(set) var annotations: [CamelyonSlideName: URL] = [:]
    private(set) var masks: [CamelyonSlideName: URL] = [:]
    private var tables: [URL] = []
    private var holdsCamelyon16 = false

    /// Files that lie in the folder twice: the one that counts, and the other.
    private(set) var twins: [(first: URL, second: URL)] = []

    /// Folders that may not be read.
    private(set) var unreadableFolders: [URL] = []

    /// The folders that were looked into, by their paths without links.
    private var entered: Set<String> = []

    /// - Throws: `StagingError` if there is no folder, or it holds no slide of CAMELYON17.
    init(in url: URL) throws {
        guard Self.isFolder(url) else { throw StagingError.noFolder(path: url.path) }
        collect(url, center: nil, depth: 0)
        guard slides.isEmpty else { return }
        if let folder = unreadableFolders.first {
            throw StagingError.unreadableFolder(path: folder.path)
        }
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

    private mutating func collect(_ folder: URL, center: Int?, depth: Int) {
        let real = folder.resolvingSymlinksInPath()
        // A link may lead back to a folder that holds it, or to one that was seen already.
        guard entered.insert(real.path).inserted else { return }
        guard
            let entries = try? FileManager.default.contentsOfDirectory(
                at: real, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        else {
            unreadableFolders.append(folder)
            return
        }
        for entry in entries.sorted(by: { $0.path < $1.path }) {
            if Self.isFolder(entry) {
                guard depth < 4, !Self.isPackage(entry) else { continue }
                collect(entry, center: Self.center(of: entry) ?? center, depth: depth + 1)
            } else {
                add(entry, center: center)
            }
        }
    }

    private mutating func add(_ file: URL, center: Int?) {
        let stem = file.deletingPathExtension().lastPathComponent.lowercased()
        switch file.pathExtension.lowercased() {
        case "tif", "tiff": addSlide(file, stem: stem, center: center)
        case "xml", "geojson": add(file, named: stem, to: \.annotations)
        case "csv" where stem == "stage_labels" || stem == "stages": tables.append(file)
        default: break
        }
    }

    private mutating func addSlide(_ file: URL, stem: String, center: Int?) {
        if stem.hasSuffix("_mask") {
            add(file, named: String(stem.dropLast("_mask".count)), to: \.masks)
        } else if let name = CamelyonSlideName(stem) {
            add(file, named: stem, to: \.slides)
            centers[name] = centers[name] ?? center
        } else if stem.wholeMatch(of: /(normal|tumor|test)_\d+/) != nil {
            holdsCamelyon16 = true
        }
    }

    private mutating func add(
        _ file: URL, named stem: String,
        to files: WritableKeyPath<CamelyonFiles, [CamelyonSlideName: URL]>
    ) {
        guard let name = CamelyonSlideName(stem) else { return }
        if let first = self[keyPath: files][name] {
            twins.append((first, file))
        } else {
            self[keyPath: files][name] = file
        }
    }

    /// The hospital that a folder's name tells, its own or that of the folder it links to.
    private static func center(of folder: URL) -> Int? {
        [folder, folder.resolvingSymlinksInPath()].lazy.compactMap { folder in
            folder.lastPathComponent.lowercased().wholeMatch(of: /cent(?:er|re)_(\d+)/)
                .flatMap { Int($0.1) }
        }.first
    }

    /// Whether a folder is one file to its users, such as a program: no slides are kept there.
    private static func isPackage(_ folder: URL) -> Bool {
        ["app", "bundle", "framework"].contains(folder.pathExtension.lowercased())
    }

    private static func isFolder(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
            && isFolder.boolValue
    }
}
