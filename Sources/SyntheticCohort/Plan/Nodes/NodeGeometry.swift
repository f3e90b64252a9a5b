/// Where on a slide the lymph nodes lie: their shapes, with borders that wander like real ones.
struct NodeGeometry: Sendable {
    let nodes: [NodeShape]
    let noise: ValueNoise

    /// The place whose smooth shape is seen at (x, y): the tissue is warped by up to 45 um over
    /// 450 um, and by up to 9 um over 48 um.
    func warped(x: Float, y: Float) -> (x: Float, y: Float) {
        let wideX = noise.value(x / 450, y / 450)
        let wideY = noise.value(x / 450 + 31.7, y / 450 + 12.9)
        let fineX = noise.value(x / 48 + 7.1, y / 48)
        let fineY = noise.value(x / 48, y / 48 + 55.3)
        return (x + 45 * wideX + 9 * fineX, y + 45 * wideY + 9 * fineY)
    }

    /// How far inside a node a place lies, in micrometres; negative outside all of them.
    func depth(x: Float, y: Float) -> Float {
        let place = warped(x: x, y: y)
        var deepest = -Float.greatestFiniteMagnitude
        for node in nodes { deepest = max(deepest, node.depth(x: place.x, y: place.y)) }
        return deepest
    }
}
