import DeepTeaching
import Foundation

/// A picture as lines of a terminal.
struct PictureText {
    let image: Image
    let style: PictureStyle
    let columns: Int

    /// The lines; none for a style that shows nothing.
    var lines: [String] {
        guard image.size.area > 0 else { return [] }
        switch style {
        case .none: return []
        case .kitty: return [TerminalPictures.kitty(image, columns: fittingColumns)]
        case .iterm2: return [TerminalPictures.iterm2(image, columns: fittingColumns)]
        case .sixel: return [Sixel.text(fitting(width: columns * 8, height: 480))]
        case .halfBlocks, .colors256:
            return HalfBlocks(usesAllColors: style == .halfBlocks)
                .lines(fitting(width: columns, height: 60))
        case .ascii: return AsciiPicture.lines(image, columns: fittingColumns)
        }
    }

    /// Small pictures stay small: a column shows at least 8 pixels of a screen.
    private var fittingColumns: Int { max(1, min(columns, max(24, image.size.width / 8))) }

    /// The picture, shrunk to fit; never enlarged.
    private func fitting(width: Int, height: Int) -> Image {
        let scale = max(
            1, Double(image.size.width) / Double(width), Double(image.size.height) / Double(height))
        let size = PixelSize(
            width: max(1, Int(Double(image.size.width) / scale)),
            height: max(1, Int(Double(image.size.height) / scale)))
        return image.resized(to: size)
    }
}
