import Foundation

/// The compiled sources from which lessons may show lines.
public struct ListingSources: Sendable {
    /// The listings by their names.
    public private(set) var listings: [String: SourceListing] = [:]

    /// Marks that do not match, and names that stand twice.
    public private(set) var problems: [TextProblem] = []

    /// The folders that are searched: all that is compiled, except what students are to write.
    public static let folders = ["Sources", "Lessons"]

    /// All listings of a checkout.
    public init(root: URL) {
        for path in Self.files(root: root) {
            let file = root.appending(path: path)
            guard let source = try? String(contentsOf: file, encoding: .utf8) else { continue }
            add(source, file: path)
        }
    }

    /// The listings of some sources, by their paths.
    public init(sources: [(path: String, text: String)]) {
        for source in sources { add(source.text, file: source.path) }
    }

    private mutating func add(_ source: String, file: String) {
        // Hardly any file has one, and to look at each line takes long.
        guard source.contains("listing") else { return }
        let found = SourceListing.all(in: source, file: file)
        problems += found.problems
        for listing in found.listings {
            if let first = listings.updateValue(listing, forKey: listing.name) {
                problems.append(
                    TextProblem(
                        file: file, line: listing.line - 1,
                        "the listing \(listing.name) stands in \(first.file):\(first.line) too: "
                            + "names are used once"))
            }
        }
    }

    /// The Swift files of the folders, from the folder of the package, in order.
    public static func files(root: URL) -> [String] {
        folders.flatMap { folder -> [String] in
            let start = root.appending(path: folder)
            let paths = FileManager.default.enumerator(atPath: start.path)?.compactMap {
                ($0 as? String).map { folder + "/" + $0 }
            }
            return (paths ?? []).filter { $0.hasSuffix(".swift") }.sorted()
        }
    }
}
