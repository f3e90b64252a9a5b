import DeepTeaching

/// A follicle of the cortex: B lymphocytes around a germinal centre. As large as a micro-metastasis
/// and as pale, it is what a careless network takes for one. Lengths are micrometres.
struct Follicle: Sendable {
    let x: Float
    let y: Float
    /// The radius of the germinal centre.
    let radius: Float
    /// The thickness of the dark mantle around it.
    let mantle: Float
    /// The direction from the dark zone, where cells divide, to the light one.
    let axisX: Float
    let axisY: Float
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

/// A bundle of nerve fibres in the fat: pink, wavy, with slender nuclei. Lengths are micrometres.
struct Nerve: Sendable {
    let x: Float
    let y: Float
    let semiMajor: Float
    let semiMinor: Float
    let axisX: Float
    let axisY: Float
}
