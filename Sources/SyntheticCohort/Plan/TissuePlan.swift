import DeepTeaching

/// A follicle of the cortex: B lymphocytes around a germinal centre. As large as a micro-metastasis
/// and as pale, it is what a careless network takes for one.
struct Follicle: Sendable {
    let x: Float
    let y: Float
    /// The radius of the germinal centre, in micrometres.
    let radius: Float
    /// The thickness of the dark mantle around it.
    let mantle: Float
}

/// A small vessel, cut obliquely.
struct Vessel: Sendable {
    let x: Float
    let y: Float
    /// The outer semi-axes in micrometres.
    let semiMajor: Float
    let semiMinor: Float
    let axisX: Float
    let axisY: Float
    /// The thickness of the wall in micrometres.
    let wall: Float
    /// How full of red cells the vessel is, 0 to 1.
    let filling: Float
}

/// A crease where the section lies double.
struct Fold: Sendable {
    let startX: Float
    let startY: Float
    let endX: Float
    let endY: Float
    /// Half the width, in micrometres.
    let halfWidth: Float

    /// How much thicker the section is at a place: 0 away from the fold, 1 on it.
    func strength(x: Float, y: Float) -> Float {
        let dx = endX - startX
        let dy = endY - startY
        let along = ((x - startX) * dx + (y - startY) * dy) / (dx * dx + dy * dy)
        let nearest = min(max(along, 0), 1)
        let offX = x - startX - nearest * dx
        let offY = y - startY - nearest * dy
        // The fold tapers towards its ends.
        let taper = 4 * nearest * (1 - nearest)
        let distance = (offX * offX + offY * offY).squareRoot()
        return min(max((halfWidth * taper - distance) / 9 + 0.5, 0), 1)
    }
}
