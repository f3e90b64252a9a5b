/// What a compiler's words mean for somebody who meets them for the first time.
enum CompilerAdvice {
    /// A sentence of help, or nil where the message says enough.
    static func text(on words: String) -> String? {
        if ofFoundation.contains(where: { words.contains("cannot find '\($0)' in scope") }) {
            return foundation
        }
        return table.first { key, _ in key.allSatisfy { words.contains($0) } }?.value
    }

    /// What students use of Foundation.
    private static let ofFoundation = [
        "exp", "log", "log2", "log10", "log1p", "expm1", "pow", "sqrt", "tanh", "sin", "cos",
        "tan", "atan2", "hypot", "floor", "ceil", "round", "trunc", "fabs", "fmod", "exp2",
        "erf",
    ]

    /// Parts that a message holds, and what to do; the first line that fits speaks.
    private static let table: KeyValuePairs<[String], String> = [
        ["expected '}'"]:
            "a closing brace } is missing above: count the { and the } of the function",
        ["extraneous '}'"]:
            "there is one closing brace } too many: count the { and the } of the function",
        ["'let' constant"]: letNeverChanges,
        ["immutable"]: letNeverChanges,
        ["binary operator", "'Int'"]: numbers,
        ["cannot convert", "'Double'", "'Int'"]: numbers,
        ["cannot convert return expression"]:
            "the function must return the type that stands behind its ->",
        ["missing return"]:
            "every way through the function must end with `return` and a value",
        ["not marked with 'try'"]: "write `try` before the call; your function may throw too",
        ["global shared mutable state"]:
            "a variable outside of functions is shared by all that runs: declare it inside your "
            + "function, with `var`, or make it a `let`",
        ["cannot find", "in scope"]:
            "misspelt, or declared inside other braces and unknown out here",
        ["argument label"]:
            "the words before the colons belong to a function's name: copy them from its "
            + "declaration",
        ["must be unwrapped"]:
            "it may be nil: `guard let value = ... else { ... }`, or a substitute with `??`",
        ["does not conform to protocol"]:
            "a function is missing, or its first line was changed: names, labels and types must "
            + "stay as they were (`swift run course reset` makes a stub anew)",
        ["'Value' could not be inferred"]:
            "a function that is still to do is the one line `return try todo()`",
        ["instance member", "cannot be used on type"]:
            "these functions are static: what they call must be static too",
    ]

    private static let letNeverChanges =
        "what `let` declares never changes, nor do arguments: declare it with `var`, or change a "
        + "copy: `var copy = ...`"

    private static let foundation =
        "it comes from Foundation: write `import Foundation` at the head of the file"

    private static let numbers =
        "Swift never converts numbers by itself: write Double(n) around the whole number, or "
        + "Int(x) around the other"
}

extension [CompilerMessage] {
    /// The messages without those that only follow from a brace that is missing or too many.
    var withoutFollowers: [CompilerMessage] {
        let braces = filter { message in
            ["expected '}'", "extraneous '}'"].contains { message.words.contains($0) }
        }
        let isUnbalanced = contains { message in
            message.words.contains("non-local scope") || message.words.contains("on a type")
        }
        if let first = braces.first, isUnbalanced || braces.count == count { return [first] }
        return isUnbalanced ? Array(prefix(1)) : self
    }
}
