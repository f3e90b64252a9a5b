/// What a picture with a digit looks like.
public struct DigitScene: Sendable, Equatable, Codable {
    /// The width and the height of the picture in pixels.
    public let side: Int

    /// How many pieces of other digits, 8 x 8 pixels each, lie about.
    public let pieces: Int

    /// A scene of 28 pixels or more.
    public init(side: Int, pieces: Int) {
        require(
            side >= DrawnDigit.side && side <= 4096 && 0...1000 ~= pieces,
            """
            a picture of \(side) x \(side) pixels with \(pieces) pieces cannot be drawn: it has from \
            \(DrawnDigit.side) to 4096 pixels a side and from 0 to 1000 pieces
            """)
        self.side = side
        self.pieces = pieces
    }

    /// The digit alone, 28 x 28 pixels.
    public static let plain = DigitScene(side: DrawnDigit.side, pieces: 0)

    /// The digit somewhere on 60 x 60 pixels.
    public static let translated = DigitScene(side: 60, pieces: 0)

    /// The digit somewhere on 60 x 60 pixels, with four pieces of other digits.
    public static let cluttered = DigitScene(side: 60, pieces: 4)

    /// The digit somewhere on 100 x 100 pixels, with four pieces of other digits.
    public static let largeCluttered = DigitScene(side: 100, pieces: 4)
}
