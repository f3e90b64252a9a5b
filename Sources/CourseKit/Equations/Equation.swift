/// An equation, written once for the terminal and the page.
///
/// The notation is that of the code: `"σ(z) = 1 / (1 + e^(-z))"`.
/// - `a / b` is a fraction; parentheses around numerator or denominator only group.
/// - `x_i`, `x^2`, `w_(i j)^(t+1)` are subscripts and superscripts.
/// - `sum_(i=1)^n`, `prod`, `max_k`, `argmin_θ` carry their limits below and above.
/// - `sqrt(x)` is a root, `hat(y)` and `bar(x)` are accents.
/// - `<= >= != -> * +- ...` become ≤ ≥ ≠ → · ± …, `alpha` becomes α.
/// - `"quoted"` is plain text. A comma, brackets and bars stand for themselves.
public struct Equation: Sendable, Equatable {
    /// A symbol and what it stands for.
    public struct Meaning: Sendable, Equatable {
        /// The symbol, in the notation of equations: "w_(i j)".
        public let symbol: String
        /// What it is, with its unit.
        public let words: String
    }

    /// The equation in the notation above.
    public let source: String

    /// What the symbols mean, in the order in which they are explained.
    public let meanings: [Meaning]

    /// The parsed equation.
    let expression: Expression

    /// An equation and what its symbols mean. Nothing is refused: what makes no sense stays text.
    public init(_ source: String, meanings: [(symbol: String, words: String)] = []) {
        self.source = source
        self.meanings = meanings.map { Meaning(symbol: $0.symbol, words: $0.words) }
        var parser = ExpressionParser(source)
        expression = parser.parse()
    }
}

/// What an equation is made of.
indirect enum Expression: Sendable, Equatable {
    case number(String)
    case name(String)
    case sign(String)
    case text(String)
    case row([Expression])
    case fenced(String, Expression, String)
    case fraction(Expression, Expression)
    case scripts(Expression, lower: Expression?, upper: Expression?)
    case root(Expression)
    case accent(String, Expression)

    /// The expression without the parentheses that only group it.
    var ungrouped: Expression {
        if case .fenced("(", let inner, ")") = self { return inner }
        return self
    }

    /// Whether parentheses that follow are arguments: f(x), log(x), not 2 (x + y).
    var isFunction: Bool {
        switch self {
        case .name, .accent, .text: return true
        case .scripts(let base, _, _): return base.isFunction
        default: return false
        }
    }

    /// Whether the expression is a function with its arguments.
    var isCall: Bool {
        guard case .row(let parts) = self, parts.count == 2, parts[0].isFunction else {
            return false
        }
        if case .fenced = parts[1] { return true }
        return false
    }

    /// Whether limits stand below and above: sums, products, maxima.
    var takesLimits: Bool {
        switch self {
        case .sign(let sign): return ["∑", "∏"].contains(sign)
        case .name(let name): return Expression.limitNames.contains(name)
        default: return false
        }
    }

    static let limitNames: Set<String> = [
        "max", "min", "argmax", "argmin", "lim", "mean", "median",
    ]
}

extension Expression {
    /// The expression that a text in the notation of `Equation` stands for.
    init(reading source: String) {
        var parser = ExpressionParser(source)
        self = parser.parse()
    }
}
