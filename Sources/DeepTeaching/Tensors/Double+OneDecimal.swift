extension Double {
    /// The number for a sentence: to one decimal, or without if that is 0, such as "248.8" or "64".
    var oneDecimal: String {
        let tenths = (self * 10).rounded() / 10
        // Beyond 2^52 there are no decimals, and beyond 2^63 no whole numbers of the machine.
        return tenths == tenths.rounded() && abs(tenths) < 0x1p52 ? "\(Int(tenths))" : "\(tenths)"
    }
}
