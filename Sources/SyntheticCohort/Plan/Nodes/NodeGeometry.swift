/// Where on a slide the lymph nodes lie: their shapes, with borders that wander like real ones.
struct NodeGeometry: Sendable {
    let nodes: [NodeShape]
    let noise: ValueNoise

    /// The place whose smooth shape is seen at (x, y): the tissue is warped by up to 45 um over
    /// 450 um, and by up to 9 um over 48 um.
    func warped(x: Float, y: Float) -> (x: Float, y: Float) {
        let wide = noise.bend(x, y, grain: 450, first: [0, 0], second: [31.7, 12.9])
        let narrow = noise.bend(x, y, grain: 48, first: [7.1, 0], second: [0, 55.3])
        let place = SIMD2(x, y) + 45 * wide + 9 * narrow
        return (place.x, place.y)
    }

    /// How far inside a node a place lies, in micrometres; negative outside all of them.
    func depth(x: Float, y: Float) -> Float {
        let place = warped(x: x, y: y)
        var deepest = -Float.greatestFiniteMagnitude
        for node in nodes { deepest = max(deepest, node.depth(x: place.x, y: place.y)) }
        return deepest
    }
}
