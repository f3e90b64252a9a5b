/// A colour as a screen shows it: red, green and blue from 0 to 255.
public struct RGB: Sendable, Hashable, Codable {
    /// Red, 0 to 255.
    public var red: UInt8

    /// Green, 0 to 255.
    public var green: UInt8

    /// Blue, 0 to 255.
    public var blue: UInt8

    /// A colour of three components.
    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// The colour of glass without tissue.
    public static let white = RGB(255, 255, 255)

    /// No light at all.
    public static let black = RGB(0, 0, 0)
}
