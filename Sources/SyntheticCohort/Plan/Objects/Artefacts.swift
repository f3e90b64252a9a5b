/// What goes wrong between the knife and the file: folds, tears, spots out of focus, ink, bubbles
/// and dust under or on the glass, and blocks that the scanner left out.
struct Artefacts: Sendable {
    /// Creases where the section lies double.
    var folds: [Fold] = []
    /// Cracks where the section broke.
    var tears: [Tear] = []
    /// Spots that the scanner did not focus on.
    var blurredSpots: [BlurredSpot] = []
    /// Strokes of a pathologist's pen on the glass.
    var strokes: [PenStroke] = []
    /// Air below the cover slip.
    var bubbles: [Bubble] = []
    /// Grains and fibres.
    var dust: [DustGrain] = []
    /// Rectangles that are black because they were not scanned.
    var blackBlocks: [BlackBlock] = []
}

/// A crease where the section lies double. Lengths are micrometres.
struct Fold: Sendable {
    let line: Segment
    let halfWidth: Float

    /// How much thicker the section is at a place: 0 away from the fold, 1 on it.
    func strength(x: Float, y: Float) -> Float {
        let (distance, share) = line.distance(x: x, y: y)
        // The fold tapers towards its ends.
        let taper = 4 * share * (1 - share)
        return ramp(halfWidth * taper - distance, -4.5, 4.5)
    }
}

/// A crack in the section: glass is seen through it. Lengths are micrometres.
struct Tear: Sendable {
    let line: Segment
    let halfWidth: Float

    /// How far inside the crack a place lies; negative outside.
    func depth(x: Float, y: Float) -> Float {
        let (distance, share) = line.distance(x: x, y: y)
        return halfWidth * min(1, 3 * share, 3 * (1 - share)) - distance
    }
}

/// A round spot out of focus. Lengths are micrometres.
struct BlurredSpot: Sendable {
    let x: Float
    let y: Float
    let radius: Float
    /// How far a point is smeared.
    let blur: Float

    /// How much of the sharp picture is replaced at a place: 1 inside, 0 outside.
    func strength(x: Float, y: Float) -> Float {
        let dx = x - self.x
        let dy = y - self.y
        return ramp(radius - (dx * dx + dy * dy).squareRoot(), -45, 45)
    }
}

/// A stroke of ink along a chain of points. Lengths are micrometres.
struct PenStroke: Sendable {
    let points: [SIMD2<Float>]
    let halfWidth: Float

    /// How far a place lies from the middle of the stroke.
    func distance(x: Float, y: Float) -> Float {
        var nearest = Float.greatestFiniteMagnitude
        for index in 1..<max(points.count, 1) {
            let piece = Segment(start: points[index - 1], end: points[index])
            nearest = min(nearest, piece.distance(x: x, y: y).distance)
        }
        return nearest
    }
}

/// Air below the cover slip: a dark rim around a clear disc. Lengths are micrometres.
struct Bubble: Sendable {
    let x: Float
    let y: Float
    let radius: Float
}

/// A grain or a fibre of dust. Lengths are micrometres.
struct DustGrain: Sendable {
    let line: Segment
    let halfWidth: Float
    /// The optical density of its middle.
    let density: Float
}

/// A rectangle that the scanner left out, in micrometres.
struct BlackBlock: Sendable {
    let x: Range<Float>
    let y: Range<Float>
}
