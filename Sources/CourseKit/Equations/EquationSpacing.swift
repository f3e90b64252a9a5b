/// Where a line of mathematics needs air.
enum EquationSpacing {
    /// Whether a space stands between two neighbours; `first` says that `left` begins the row.
    static func separates(_ left: Expression, _ right: Expression, first: Bool) -> Bool {
        if case .sign(",") = right { return false }
        if case .sign("!") = right { return false }
        if case .sign(let sign) = left {
            if sign == "|" { return false }
            let isPrefix = first && ["−", "+", "±", "∇", "∂"].contains(sign)
            return !isPrefix && sign != "∂" && sign != "∇"
        }
        if case .sign("|") = right { return false }
        if case .fenced = right { return !isFunction(left) }
        return true
    }

    /// Whether parentheses that follow are arguments: f(x), log(x), not 2 (x + y).
    private static func isFunction(_ expression: Expression) -> Bool {
        switch expression {
        case .name, .accent, .text: return true
        case .scripts(let base, _, _): return isFunction(base)
        default: return false
        }
    }
}
