import DeepTeaching

/// A plot as a picture of pixels, for those who cannot use SVG: white paper, two pixels a point.
struct PlotPicture {
    let drawing: PlotDrawing

    /// Pixels a point.
    private static let scale = 2.0

    init(_ plot: Plot) { drawing = PlotDrawing(plot) }

    /// The picture.
    var image: Image {
        let (width, height) = (Self.scale * drawing.size.width, Self.scale * drawing.size.height)
        var image = Image(
            size: PixelSize(width: Int(width.rounded(.up)), height: Int(height.rounded(.up))))
        for mark in drawing.marks { Self.draw(mark, on: &image, inside: nil) }
        return image
    }

    private static func draw(_ mark: PlotMark, on image: inout Image, inside: PixelRectangle?) {
        func stroke(_ points: [PixelPoint], width: Double, color: RGB) {
            let pixels = points.map { PixelPoint(x: scale * $0.x, y: scale * $0.y) }
            image.stroke(pixels, width: scale * width, color: color, inside: inside)
        }
        switch mark {
        case .path(let steps, .grid):
            for line in steps.polylines { stroke(line, width: 1, color: PlotInk.line) }
        case .path(let steps, .curve(let index, isDashed: false)):
            for line in steps.polylines {
                stroke(line, width: 2.2, color: PlotInk.curve(index))
            }
        case .path(let steps, .curve(let index, isDashed: true)):
            for dash in steps.polylines.flatMap({ $0.dashes(drawn: 6, left: 5) }) {
                stroke(dash, width: 1.6, color: PlotInk.curve(index))
            }
        case .dot(let x, let y, let index):
            stroke([PixelPoint(x: x, y: y)], width: 7, color: PlotInk.curve(index))
        case .text(let words, let x, let y, let anchor, let isAxis):
            let color = isAxis ? PlotInk.ink : PlotInk.soft
            for line in StrokeFont.lines(words, x: x, y: y, anchor) {
                stroke(line, width: 1.25, color: color)
            }
        case .clipped(let view, let marks):
            for mark in marks { draw(mark, on: &image, inside: pixels(view)) }
        }
    }

    private static func pixels(_ view: PlotRectangle) -> PixelRectangle {
        let (x, y) = (Int(scale * view.x), Int(scale * view.y))
        return PixelRectangle(
            x: x, y: y, width: Int(scale * (view.x + view.width)) - x,
            height: Int(scale * (view.y + view.height)) - y)
    }
}

/// The colours of the page by daylight.
enum PlotInk {
    static let soft = RGB(0x6d, 0x66, 0x76)
    static let ink = RGB(0x26, 0x22, 0x2c)
    static let line = RGB(0xe4, 0xdf, 0xe8)
    static let curves = [
        RGB(0x3b, 0x5b, 0xb5), RGB(0xc4, 0x48, 0x1f), RGB(0x1a, 0x7f, 0x5e), RGB(0x9a, 0x3a, 0x9e),
        RGB(0x8a, 0x6a, 0x00), RGB(0x0f, 0x7d, 0x94),
    ]

    static func curve(_ index: Int) -> RGB { curves[index % curves.count] }
}

extension StrokeFont {
    /// The lines of words whose letters stand on y; 7 points a letter, as the layout takes them to be.
    fileprivate static func lines(
        _ words: String, x: Double, y: Double, _ anchor: TextAnchor
    ) -> [[PixelPoint]] {
        let (unit, level, letter) = (1.3, 1.5, PlotLegend.letter)
        let length = letter * Double(words.count) - (letter - width * unit)
        let left =
            switch anchor {
            case .start: x
            case .middle: x - length / 2
            case .end: x - length
            }
        return words.enumerated().flatMap { place, character in
            strokes(character).map { stroke in
                stroke.map {
                    PixelPoint(
                        x: left + letter * Double(place) + unit * $0.x,
                        y: y + level * ($0.y - height))
                }
            }
        }
    }
}
