import DeepTeaching

/// Concentrations of haematoxylin, eosin, red blood, ink and dirt over a rectangle of a slide, on
/// which tissue and cells are painted before they are turned into colours.
///
/// The planes live in plain memory as long as the canvas: stamping a cell must not cost the checks
/// of five arrays.
final class Canvas {
    let size: PixelSize
    /// The pixel at the canvas' top left corner.
    let originX: Int
    let originY: Int
    let micronsPerPixel: Float
    /// How wide an edge appears, in micrometres: by the size of a pixel and the scanner's blur.
    let softness: Float
    let hematoxylin: UnsafeMutablePointer<Float>
    let eosin: UnsafeMutablePointer<Float>
    let blood: UnsafeMutablePointer<Float>
    let ink: UnsafeMutablePointer<Float>
    /// Optical density of what is grey: dust, the rims of bubbles.
    let dirt: UnsafeMutablePointer<Float>
    private let memory: UnsafeMutablePointer<Float>

    /// Bare glass.
    init(size: PixelSize, originX: Int, originY: Int, micronsPerPixel: Float, blur: Float) {
        self.size = size
        self.originX = originX
        self.originY = originY
        self.micronsPerPixel = micronsPerPixel
        softness = (micronsPerPixel * micronsPerPixel + 6 * blur * blur).squareRoot()
        memory = UnsafeMutablePointer<Float>.allocate(capacity: 5 * size.area)
        memory.initialize(repeating: 0, count: 5 * size.area)
        hematoxylin = memory
        eosin = memory + size.area
        blood = memory + 2 * size.area
        ink = memory + 3 * size.area
        dirt = memory + 4 * size.area
    }

    deinit { memory.deallocate() }

    /// The micrometres from the slide's corner to the centre of a column, or of a row.
    func position(_ pixel: Int) -> Float { (Float(pixel) + 0.5) * micronsPerPixel }

    /// Whether the pixels are fine enough to show what is inside a nucleus.
    var showsDetail: Bool { micronsPerPixel < 0.9 }

    /// The edges of the canvas in micrometres.
    var left: Float { Float(originX) * micronsPerPixel }
    var top: Float { Float(originY) * micronsPerPixel }
    var right: Float { Float(originX + size.width) * micronsPerPixel }
    var bottom: Float { Float(originY + size.height) * micronsPerPixel }

    /// The columns and rows, counted on the canvas, that a rectangle in micrometres touches; nil if
    /// there are none.
    func pixels(
        left: Float, top: Float, right: Float, bottom: Float
    ) -> (columns: Range<Int>, rows: Range<Int>)? {
        let scale = 1 / micronsPerPixel
        let firstX = max(Int((left * scale).rounded(.down)) - originX, 0)
        let endX = min(Int((right * scale).rounded(.down)) + 1 - originX, size.width)
        let firstY = max(Int((top * scale).rounded(.down)) - originY, 0)
        let endY = min(Int((bottom * scale).rounded(.down)) + 1 - originY, size.height)
        guard firstX < endX, firstY < endY else { return nil }
        return (firstX..<endX, firstY..<endY)
    }
}
