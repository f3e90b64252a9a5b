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
        return size == image.size ? image : image.averaged(to: size)
    }
}

extension Image {
    /// A smaller picture, each pixel the mean of those it covers.
    func averaged(to target: PixelSize) -> Image {
        var result = Image(size: target)
        for y in 0..<target.height {
            let rows = Self.covered(y, of: target.height, by: size.height)
            for x in 0..<target.width {
                let columns = Self.covered(x, of: target.width, by: size.width)
                var sum = (0, 0, 0)
                for row in rows {
                    for column in columns {
                        let color = self[x: column, y: row]
                        sum.0 += Int(color.red)
                        sum.1 += Int(color.green)
                        sum.2 += Int(color.blue)
                    }
                }
                let count = rows.count * columns.count
                result[x: x, y: y] = RGB(
                    UInt8(sum.0 / count), UInt8(sum.1 / count), UInt8(sum.2 / count))
            }
        }
        return result
    }

    /// The source pixels, at least one, that part `index` of `count` covers.
    private static func covered(_ index: Int, of count: Int, by length: Int) -> Range<Int> {
        let start = index * length / count
        return start..<max(start + 1, (index + 1) * length / count)
    }
}
