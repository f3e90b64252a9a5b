import DeepTeaching

/// What goes wrong between the knife and the file: folds, spots out of focus, ink, and blocks that
/// the scanner left out.
struct Artefacts: Sendable {
    /// Creases where the section lies double.
    var folds: [Fold] = []
    /// Spots that the scanner did not focus on.
    var blurredSpots: [BlurredSpot] = []
    /// Strokes of a pathologist's pen on the glass.
    var strokes: [PenStroke] = []
    /// Rectangles that are black because they were not scanned.
    var blackBlocks: [BlackBlock] = []
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
        return min(max((radius - (dx * dx + dy * dy).squareRoot()) / 90 + 0.5, 0), 1)
    }
}

/// A stroke of ink along a chain of points. Lengths are micrometres.
struct PenStroke: Sendable {
    let points: [SIMD2<Float>]
    let halfWidth: Float

    /// How far a place lies from the middle of the stroke.
    func distance(x: Float, y: Float) -> Float {
        let place = SIMD2(x, y)
        var nearest = Float.greatestFiniteMagnitude
        for index in 1..<max(points.count, 1) {
            let step = points[index] - points[index - 1]
            let offset = place - points[index - 1]
            let share = min(max((offset * step).sum() / (step * step).sum(), 0), 1)
            let rest = offset - share * step
            nearest = min(nearest, (rest * rest).sum())
        }
        return nearest.squareRoot()
    }
}

/// A rectangle of level 0, in pixels.
struct BlackBlock: Sendable {
    let x: Int
    let y: Int
    let size: PixelSize
}
