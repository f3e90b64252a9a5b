/// Where a line of mathematics needs air.
enum EquationSpacing {
    /// Whether a space stands before the part at `index` of a row.
    static func separates(_ parts: [Expression], before index: Int) -> Bool {
        guard index > 0 else { return false }
        let (left, right) = (parts[index - 1], parts[index])
        if let sign = right.signText, [",", "!"].contains(sign) { return false }
        if right.signText == "|" && !opens(parts, index) { return false }
        if left.signText == "|" { return !opens(parts, index - 1) }
        if let sign = left.signText {
            if ["∇", "∂"].contains(sign) { return false }
            let beginsTerm = index == 1 || parts[index - 2].signText != nil
            if case .fraction = right { return true }  // its line would lengthen the minus
            return !(beginsTerm && ["−", "+", "±"].contains(sign))
        }
        if case .fenced = right { return !left.isFunction }
        return true
    }

    /// Whether the bar at `index` opens an absolute value: what stands before it ends nothing.
    private static func opens(_ parts: [Expression], _ index: Int) -> Bool {
        index == 0 || parts[index - 1].signText != nil
    }
}

extension Expression {
    /// The sign, if the expression is one.
    var signText: String? {
        if case .sign(let sign) = self { return sign }
        return nil
    }
}
