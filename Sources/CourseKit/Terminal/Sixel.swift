import DeepTeaching

/// A picture in bands of six rows, one colour of the cube after the other (DEC, VT330 and VT340
/// graphics programming, 1988).
enum Sixel {
    static func text(_ image: Image) -> String {
        let palette = (0..<216).map { index in
            let parts = [index / 36, index / 6 % 6, index % 6]
            let percent = parts.map { String(ColorCube.levels[$0] * 100 / 255) }
            return "#\(index);2;" + percent.joined(separator: ";")
        }
        let bands = stride(from: 0, to: image.size.height, by: 6).map { band(image, top: $0) }
        return "\u{1B}Pq" + "\"1;1;\(image.size.width);\(image.size.height)"
            + palette.joined() + bands.joined(separator: "-") + "\u{1B}\\"
    }

    private static func band(_ image: Image, top: Int) -> String {
        var columns: [Int: [UInt8]] = [:]
        for y in top..<min(top + 6, image.size.height) {
            for x in 0..<image.size.width {
                let color = ColorCube.index(image[x: x, y: y])
                columns[color, default: Array(repeating: 0, count: image.size.width)][x] |=
                    1 << UInt8(y - top)
            }
        }
        return columns.keys.sorted()
            .map { "#\($0)" + runs(columns[$0] ?? []) }
            .joined(separator: "$")
    }

    /// Letters of equal columns with their number, as "!12~".
    private static func runs(_ columns: [UInt8]) -> String {
        var text = ""
        var index = 0
        while index < columns.count {
            let end = columns[index...].firstIndex { $0 != columns[index] } ?? columns.count
            let letter = Character(Unicode.Scalar(63 + columns[index]))
            text +=
                end - index > 3
                ? "!\(end - index)\(letter)" : String(repeating: letter, count: end - index)
            index = end
        }
        return text
    }
}
