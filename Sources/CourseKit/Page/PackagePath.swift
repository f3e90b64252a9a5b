import Foundation

/// The way from a page to the files of the package.
struct PackagePath {
    /// "../../" for a page in output/LESSON.
    private let prefix: String

    /// - Parameters:
    ///   - folder: where the page will be.
    ///   - package: the folder of the package; a lesson runs in it.
    init(
        from folder: URL,
        package: URL = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    ) {
        let (start, end) = (folder.standardizedFileURL, package.standardizedFileURL)
        let (from, to) = (start.pathComponents, end.pathComponents)
        let common = zip(from, to).prefix { $0 == $1 }.count
        let up = Array(repeating: "..", count: from.count - common)
        prefix = (up + to.dropFirst(common)).map { $0 + "/" }.joined()
    }

    /// Where a file of the package is; an address stays as it is.
    func address(_ target: String) -> String {
        if target.contains("://") || target.hasPrefix("#") { return target }
        let letters = CharacterSet.urlPathAllowed.union(CharacterSet(charactersIn: "#"))
        return prefix + (target.addingPercentEncoding(withAllowedCharacters: letters) ?? target)
    }

    /// Where a line of a file is; viewers of source text lead to the line.
    func address(_ place: SourcePlace) -> String { address("\(place.file)#L\(place.line)") }
}
