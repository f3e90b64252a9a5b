import DeepTeaching

/// Concentrations of haematoxylin, eosin, red blood and ink over a rectangle of level 0, on which tissue
/// and cells are painted before they are turned into colours.
///
/// The planes live in plain memory as long as the canvas: stamping a cell must not cost the checks
/// of four arrays.
final class Canvas {
    let size: PixelSize
    /// The pixel of level 0 at the canvas' top left corner.
    let originX: Int
    let originY: Int
    let micronsPerPixel: Float
    /// How wide an edge appears, in micrometres: by the size of a pixel and the scanner's blur.
    let softness: Float
    let hematoxylin: UnsafeMutablePointer<Float>
    let eosin: UnsafeMutablePointer<Float>
    let blood: UnsafeMutablePointer<Float>
    let ink: UnsafeMutablePointer<Float>

    /// Bare glass.
    init(size: PixelSize, originX: Int, originY: Int, micronsPerPixel: Float, blur: Float) {
        self.size = size
        self.originX = originX
        self.originY = originY
        self.micronsPerPixel = micronsPerPixel
        softness = (micronsPerPixel * micronsPerPixel + 6 * blur * blur).squareRoot()
        func plane() -> UnsafeMutablePointer<Float> {
            let plane = UnsafeMutablePointer<Float>.allocate(capacity: size.area)
            plane.initialize(repeating: 0, count: size.area)
            return plane
        }
        hematoxylin = plane()
        eosin = plane()
        blood = plane()
        ink = plane()
    }

    deinit {
        hematoxylin.deallocate()
        eosin.deallocate()
        blood.deallocate()
        ink.deallocate()
    }

    /// The micrometres from the slide's corner to the centre of a column, or of a row, of level 0.
    func position(_ pixel: Int) -> Float { (Float(pixel) + 0.5) * micronsPerPixel }

    /// The edges of the canvas in micrometres.
    var left: Float { Float(originX) * micronsPerPixel }
    var top: Float { Float(originY) * micronsPerPixel }
    var right: Float { Float(originX + size.width) * micronsPerPixel }
    var bottom: Float { Float(originY + size.height) * micronsPerPixel }
}

/// An elliptic spot of stain: a nucleus, or the body of a cell. Lengths are micrometres.
struct Spot {
    var x: Float
    var y: Float
    var semiMajor: Float
    var semiMinor: Float
    /// The direction of the major axis.
    var axisX: Float = 1
    var axisY: Float = 0
    var hematoxylin: Float
    var eosin: Float
    /// How much of what lies below is hidden, 0 to 1.
    var opacity: Float = 1
}

extension Canvas {
    /// Paints a spot over what is there, with an edge as soft as the scanner makes it.
    func stamp(_ spot: Spot) {
        let radius = (spot.semiMajor * spot.semiMinor).squareRoot()
        // Half a softness outside the ellipse the spot has faded to nothing.
        let reach = spot.semiMajor * (1 + softness / radius).squareRoot()
        let scale = 1 / micronsPerPixel
        let firstX = max(Int(((spot.x - reach) * scale).rounded(.down)), originX)
        let lastX = min(Int(((spot.x + reach) * scale).rounded(.down)), originX + size.width - 1)
        let firstY = max(Int(((spot.y - reach) * scale).rounded(.down)), originY)
        let lastY = min(Int(((spot.y + reach) * scale).rounded(.down)), originY + size.height - 1)
        guard firstX <= lastX, firstY <= lastY else { return }
        let steepness = radius / (2 * softness)
        let alongX = spot.axisX / spot.semiMajor
        let alongY = spot.axisY / spot.semiMajor
        let acrossX = -spot.axisY / spot.semiMinor
        let acrossY = spot.axisX / spot.semiMinor
        for pixelY in firstY...lastY {
            let dy = (Float(pixelY) + 0.5) * micronsPerPixel - spot.y
            let line = (pixelY &- originY) &* size.width &- originX
            for pixelX in firstX...lastX {
                let dx = (Float(pixelX) + 0.5) * micronsPerPixel - spot.x
                let along = dx * alongX + dy * alongY
                let across = dx * acrossX + dy * acrossY
                let inside = 1 - along * along - across * across
                let alpha = min(max(0.5 + inside * steepness, 0), 1) * spot.opacity
                let index = line &+ pixelX
                hematoxylin[index] += (spot.hematoxylin - hematoxylin[index]) * alpha
                eosin[index] += (spot.eosin - eosin[index]) * alpha
            }
        }
    }
}
