/// Swift source as text.
enum SwiftSource {
    /// The text without its comments and the words of its strings: what is left is code. Each
    /// removed character becomes a space and line breaks stay, so that places are kept.
    static func code(of text: String) -> [Character] {
        var scanner = CodeScanner(text)
        scanner.scanCode(untilParenthesis: false)
        return scanner.result
    }
}

/// Goes over Swift source once, and knows whether it is in code, a comment or a string.
private struct CodeScanner {
    private(set) var result: [Character] = []
    private let characters: [Character]
    private var position = 0

    init(_ text: String) {
        characters = Array(text)
        result.reserveCapacity(characters.count)
    }

    /// Copies code; inside an interpolation it stops after the closing parenthesis.
    fileprivate mutating func scanCode(untilParenthesis: Bool) {
        var depth = 0
        while position < characters.count {
            if starts("//") {
                while position < characters.count && !characters[position].isLineEnd { blank() }
            } else if starts("/*") {
                blankComment()
            } else if let hashes = hashesOfString() {
                scanString(hashes: hashes)
            } else {
                if characters[position] == "(" { depth += 1 }
                if characters[position] == ")" { depth -= 1 }
                copy()
                if untilParenthesis && depth == 0 { return }
            }
        }
    }

    private mutating func blankComment() {
        var depth = 0
        repeat {
            if starts("/*") {
                depth += 1
                blank(2)
            } else if starts("*/") {
                depth -= 1
                blank(2)
            } else {
                blank()
            }
        } while depth > 0 && position < characters.count
    }

    /// The number of `#` before a quotation mark here, or nil if no string begins here.
    private func hashesOfString() -> Int? {
        var count = 0
        while position + count < characters.count, characters[position + count] == "#" {
            count += 1
        }
        guard position + count < characters.count, characters[position + count] == "\"" else {
            return nil
        }
        return count
    }

    private mutating func scanString(hashes: Int) {
        let marks = String(repeating: "#", count: hashes)
        blank(hashes)
        let quote = starts("\"\"\"") ? "\"\"\"" : "\""
        blank(quote.count)
        while position < characters.count {
            if starts(quote + marks) { return blank(quote.count + hashes) }
            if quote == "\"" && characters[position].isLineEnd { return }
            if starts("\\" + marks + "(") {
                blank(1 + hashes)
                scanCode(untilParenthesis: true)
            } else if starts("\\" + marks) {
                blank(2 + hashes)
            } else {
                blank()
            }
        }
    }

    private func starts(_ prefix: String) -> Bool {
        characters[position...].starts(with: prefix)
    }

    private mutating func copy() {
        result.append(characters[position])
        position += 1
    }

    private mutating func blank(_ count: Int = 1) {
        for _ in 0..<min(count, characters.count - position) {
            result.append(characters[position].isLineEnd ? characters[position] : " ")
            position += 1
        }
    }
}
