/// A lesson's text as Swift.
public struct EmbeddedText {
    private let file: String
    private let text: String
    private let listings: [SourceListing]

    /// A text with the listings that it shows.
    ///
    /// - Parameters:
    ///   - file: its path from the folder of the package.
    ///   - sources: where listings may stand; one that does not is left out.
    public init(file: String, text: String, sources: ListingSources) {
        self.file = file
        self.text = text
        let names = LessonDocument.parse(text, file: file).document.listingNames
        listings = names.compactMap { sources.listings[$0] }
    }

    /// The Swift file: `LessonText.embedded`.
    public var swift: String {
        """
        // Made from \(file) when the package is built.
        import CourseKit

        extension LessonText {
            /// The text of this lesson.
            static let embedded = LessonText(
                file: \(literal(file)), markdown: \(literal(text)), listings: [
        \(listings.map(item).joined())    ])
        }

        """
    }

    private func item(_ listing: SourceListing) -> String {
        "        LessonListing(name: \(literal(listing.name)), file: \(literal(listing.file)), "
            + "line: \(listing.line), code: \(literal(listing.code))),\n"
    }

    /// A literal in which nothing has a meaning.
    private func literal(_ text: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let runs = text.split { $0 != "#" }.map(\.count)
        let mark = String(repeating: "#", count: (runs.max() ?? 0) + 1)
        return "\(mark)\"\"\"\n\(lines.joined(separator: "\n"))\n\"\"\"\(mark)"
    }
}

extension LessonDocument {
    /// The names of all listings, in order.
    public var listingNames: [String] {
        allBlocks.compactMap { placed in
            if case .listing(let name, _) = placed.block { return name }
            return nil
        }
    }

    /// All blocks, those in boxes and alternatives too.
    public var allBlocks: [PlacedBlock] { steps.flatMap(\.allBlocks) }
}

extension StepText {
    /// All blocks, those in boxes and alternatives too.
    public var allBlocks: [PlacedBlock] { blocks.flatMap(\.withInner) }
}

extension PlacedBlock {
    /// The block, and those inside it.
    public var withInner: [PlacedBlock] {
        switch block {
        case .box(_, _, let inner): [self] + inner.flatMap(\.withInner)
        case .alternatives(_, let texts): [self] + texts.flatMap(\.blocks).flatMap(\.withInner)
        default: [self]
        }
    }
}
