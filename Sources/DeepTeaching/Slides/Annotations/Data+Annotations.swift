import Foundation

extension Data {
    /// The bytes of an annotation file.
    ///
    /// - Throws: `SlideError` if it is missing, a folder, or cannot be read.
    init(contentsOfAnnotations url: URL) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw SlideError.missing(path: url.path)
        }
        guard !isFolder.boolValue else { throw SlideError.folder(path: url.path) }
        do {
            self = try Data(contentsOf: url)
        } catch {
            throw SlideError.unreadable(path: url.path, reason: "it is protected or damaged")
        }
    }

    /// Writes an annotation file, which appears only when it is whole.
    ///
    /// - Throws: `SlideError` if it cannot be written.
    func write(annotationsTo url: URL) throws {
        do {
            try write(to: url, options: .atomic)
        } catch {
            throw SlideError.unwritable(
                path: url.path, reason: "its folder does not exist, is protected or is full")
        }
    }
}
