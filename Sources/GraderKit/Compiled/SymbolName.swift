import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The name that a symbol of a compiled Swift file stands for.
struct SymbolName {
    /// As people write it: "DeepTeaching.Tensor.softmax(axis: Swift.Int) -> ...".
    let text: String

    /// The words of the name alone, without the types of what goes in and comes out: "DeepTeaching",
    /// "Tensor", "softmax"; of an initialiser also what its inputs are called.
    let words: [Substring]

    /// The name of a symbol; nil if it is none of Swift's.
    init?(symbol: String) {
        guard symbol.hasPrefix("$s"), let text = Self.demangled(symbol) else { return nil }
        self.text = text
        let name = Self.name(in: text)
        var words = name.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
        if words.last == "init" { words += Self.labels(in: text) }
        self.words = words
    }

    /// The text up to its first bracket or type, without what stands between < and >.
    private static func name(in text: String) -> String {
        var name = ""
        var depth = 0
        let extended = text.replacing("(extension in ", with: "").replacing("):", with: " ")
        for character in extended {
            // The bracket of an arrow is none.
            if character == "<" { depth += 1 }
            if depth == 0 && "(:".contains(character) { break }
            if depth == 0 { name.append(character) }
            if character == ">" && depth > 0 { depth -= 1 }
        }
        return name
    }

    /// The words before a colon in the outermost brackets.
    private static func labels(in text: String) -> [Substring] {
        guard let opening = text.range(of: ".init(") else { return [] }
        var labels: [Substring] = []
        var depth = 0
        var start = opening.upperBound
        for index in text[opening.upperBound...].indices {
            let character = text[index]
            if depth == 0 && character == ":" { labels.append(text[start..<index]) }
            if "([<".contains(character) { depth += 1 }
            if ")]>".contains(character) { depth -= 1 }
            if depth < 0 { break }
            if !character.isLetter && !character.isNumber { start = text.index(after: index) }
        }
        return labels
    }

    /// Swift's runtime undoes what the compiler does to names; no header declares it.
    private static func demangled(_ symbol: String) -> String? {
        typealias Demangle =
            @convention(c) (
                UnsafePointer<CChar>?, Int, UnsafeMutablePointer<CChar>?,
                UnsafeMutablePointer<Int>?,
                UInt32
            ) -> UnsafeMutablePointer<CChar>?
        guard let function = dlsym(dlopen(nil, RTLD_NOW), "swift_demangle") else { return nil }
        let demangle = unsafeBitCast(function, to: Demangle.self)
        guard let text = demangle(symbol, symbol.utf8.count, nil, nil, 0) else { return nil }
        defer { free(text) }
        return String(cString: text)
    }
}
