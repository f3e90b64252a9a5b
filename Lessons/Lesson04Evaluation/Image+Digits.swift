import DeepTeaching

/// Small digits in a picture.
extension Image {
    /// Five rows of three dots for each sign; the lowest three bits of a number are a row.
    private static let digits: [Character: [Int]] = [
        "0": [7, 5, 5, 5, 7], "1": [2, 6, 2, 2, 7], "2": [7, 1, 7, 4, 7], "3": [7, 1, 7, 1, 7],
        "4": [5, 5, 7, 1, 1], "5": [7, 4, 7, 1, 7], "6": [7, 4, 7, 5, 7], "7": [7, 1, 1, 2, 2],
        "8": [7, 5, 7, 5, 7], "9": [7, 5, 7, 1, 7], ".": [0, 0, 0, 0, 2],
    ]

    /// Writes a number in black.
    ///
    /// - Parameters:
    ///   - text: digits and points; other signs leave a gap.
    ///   - x, y: where the upper left corner of the first digit lies.
    ///   - dot: how many pixels wide and high a dot is.
    mutating func write(_ text: String, x: Int, y: Int, dot: Int) {
        let ink = Image(size: PixelSize(side: dot), color: .black)
        for (place, sign) in text.enumerated() {
            for (row, bits) in (Self.digits[sign] ?? []).enumerated() {
                for column in 0..<3 where bits & (4 >> column) != 0 {
                    paste(ink, x: x + dot * (4 * place + column), y: y + dot * row)
                }
            }
        }
    }
}
