import DeepTeaching

/// The outline of one lymph node: an ellipse with a wavy border and a dent at its hilum, where the
/// vessels enter. Lengths are micrometres in the slide's frame.
struct NodeShape: Sendable {
    let centerX: Float
    let centerY: Float
    /// The semi-axes of the ellipse.
    let semiMajor: Float
    let semiMinor: Float
    /// Cosine and sine of the angle from the x axis to the major axis.
    let axisX: Float
    let axisY: Float
    /// Amplitudes of cosine and sine of 2, 3, ... times the angle.
    let waves: [SIMD2<Float>]
    /// The direction of the hilum in the frame of the axes, scaled to the unit circle.
    let hilumX: Float
    let hilumY: Float
    /// How deep the hilum is dented, as a part of the radius.
    let dent: Float
    let capsuleThickness: Float
    let sinusThickness: Float
    /// Closer to the hilum than this lies medulla, and fat: 1 at the hilum, 0.25 at the centre,
    /// -0.75 opposite.
    let medullaStart: Float
    let fatStart: Float
    /// How far the fat around the node reaches.
    let fatReach: Float

    /// A node of given axes, whose other properties are drawn.
    init(
        center: SIMD2<Double>, semiMajor: Double, semiMinor: Double, turns: Double,
        tissue: TissueStyle, using generator: inout SeededGenerator
    ) {
        centerX = Float(center.x)
        centerY = Float(center.y)
        self.semiMajor = Float(semiMajor)
        self.semiMinor = Float(semiMinor)
        axisX = Float(ExactMath.cosine(turns: turns))
        axisY = Float(ExactMath.sine(turns: turns))
        waves = (2...7).map { order in
            let amplitude = 0.12 / Double(order) * generator.nearlyNormal()
            let phase = generator.uniform()
            return SIMD2(
                Float(amplitude * ExactMath.cosine(turns: phase)),
                Float(amplitude * ExactMath.sine(turns: phase)))
        }
        let hilum = generator.uniform()
        hilumX = Float(ExactMath.cosine(turns: hilum))
        hilumY = Float(ExactMath.sine(turns: hilum))
        dent = Float(generator.uniform(0.02, 0.30))
        capsuleThickness = Float(generator.uniform(22, 55))
        sinusThickness = Float(generator.uniform(22, 55))
        medullaStart = Float(generator.uniform(-0.05, 0.5))
        // Some nodes are replaced by fat far beyond the hilum.
        let isFatty = generator.chance(tissue.fattyNodes)
        fatStart = Float(isFatty ? generator.uniform(0.1, 0.55) : generator.uniform(0.8, 1.0))
        fatReach = Float(generator.uniform(160, 900))
    }

    /// How far inside the node a place lies, in micrometres; negative outside. Measured along the
    /// ray from the centre, so only roughly a distance.
    func depth(x: Float, y: Float) -> Float { position(x: x, y: y).depth }

    /// The depth, and how close to the hilum the place lies (1 there, -0.75 opposite).
    func position(x: Float, y: Float) -> (depth: Float, towardHilum: Float) {
        let dx = x - centerX
        let dy = y - centerY
        let u = (dx * axisX + dy * axisY) / semiMajor
        let v = (dy * axisX - dx * axisY) / semiMinor
        let radius = (u * u + v * v).squareRoot()
        let scale = (semiMajor * semiMinor).squareRoot()
        guard radius > 1e-6 else { return (scale, 0.25) }
        let cosine = u / radius
        let sine = v / radius
        var border: Float = 1
        var powerX = cosine
        var powerY = sine
        for wave in waves {
            // (cos + i sin) to the next power: cosine and sine of the next multiple of the angle.
            (powerX, powerY) = (
                powerX * cosine - powerY * sine, powerX * sine + powerY * cosine
            )
            border += wave.x * powerX + wave.y * powerY
        }
        let facing = max(0, cosine * hilumX + sine * hilumY)
        let fourth = facing * facing * facing * facing
        border -= dent * fourth * fourth
        let offU = u - 0.75 * hilumX
        let offV = v - 0.75 * hilumY
        return ((border - radius) * scale, 1 - (offU * offU + offV * offV).squareRoot())
    }
}
