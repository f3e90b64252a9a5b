// The roots stand beside the loops that take them: a function of another file would be called for
// each
// number.

extension ColorRow {
    /// From sRGB to light.
    func decodeGamma() {
        for channel in [first, second, third] {
            for i in 0..<count {
                let value = channel[i]
                let base = (value + 0.055) * (1 / 1.055)
                // x^2.4 = x^2 x^(2/5): the root of x^2, not a logarithm and an exponential.
                let square = base * base
                channel[i] = value > 0.04045 ? square * fifthRoot(square) : value * (1 / 12.92)
            }
        }
    }

    /// From light to sRGB; what a screen cannot show is cut to 0...1.
    func encodeGamma() {
        for channel in [first, second, third] {
            for i in 0..<count {
                let light = channel[i]
                // x^(1/2.4) = x^(5/12), the third root of the fourth root of x^5.
                let square = light * light
                let fourth = (square * square * light).squareRoot().squareRoot()
                channel[i] = light > 0.0031308 ? 1.055 * cubeRoot(fourth) - 0.055 : 12.92 * light
            }
            for i in 0..<count {
                let positive = channel[i] > 0 ? channel[i] : 0
                channel[i] = positive < 1 ? positive : 1
            }
        }
    }
}

extension ColorRow {
    /// From XYZ to CIE Lab.
    ///
    ///     L = 116 f(Y / Yn) - 16     a = 500 (f(X / Xn) - f(Y / Yn))     b = 200 (f(Y / Yn) - f(Z
    /// / Zn))
    ///     f(t) = cube root of t for t above 0.008856, else 7.787 t + 16/116
    func labOfXYZ() {
        let white = Lab.white
        let (scaleX, scaleZ) = (Float(1 / white.x), Float(1 / white.z))
        for i in 0..<count {
            let x = labRoot(first[i] * scaleX)
            let y = labRoot(second[i])
            let z = labRoot(third[i] * scaleZ)
            first[i] = 116 * y - 16
            second[i] = 500 * (x - y)
            third[i] = 200 * (y - z)
        }
    }

    /// From CIE Lab to XYZ; a Z below 0 becomes 0.
    func xyzOfLab() {
        for i in 0..<count {
            let xyz = xyz(ofLab: i)
            first[i] = Float(xyz.x)
            second[i] = Float(xyz.y)
            third[i] = Float(xyz.z)
        }
    }

    /// From CIE Lab to the light of a screen, which may lack some colours: then it is below 0 or above 1.
    func linearOfLab() {
        let rows = ColorMatrix.linearOfXYZ.rows
        let (a, b, c) = (rows[0], rows[1], rows[2])
        for i in 0..<count {
            let (x, y, z) = xyz(ofLab: i)
            first[i] = Float(a.x * x + a.y * y + a.z * z)
            second[i] = Float(b.x * x + b.y * y + b.z * z)
            third[i] = Float(c.x * x + c.y * y + c.z * z)
        }
    }

    @inline(__always)
    private func xyz(ofLab i: Int) -> (x: Double, y: Double, z: Double) {
        let y = (Double(first[i]) + 16) / 116
        let x = y + Double(second[i]) / 500
        let z = y - Double(third[i]) / 200
        return (0.95047 * labCube(x), labCube(y), 1.08883 * labCube(z > 0 ? z : 0))
    }
}

@inline(__always)
private func labRoot(_ t: Float) -> Float {
    t > 0.008856 ? cubeRoot(t) : 7.787 * t + 16.0 / 116
}

@inline(__always)
private func labCube(_ root: Double) -> Double {
    root > 0.2068966 ? root * root * root : (root - 16.0 / 116) / 7.787
}

/// The third root of a number above 0, to the last digit or two.
///
/// A third of the exponent in the bits of a number is that of its root; the first guess is within
/// 4 %.
/// Each step of Halley's method triples the number of right digits.
///
/// Source: Kahan, Computing a real cube root, 1991.
@inline(__always)
private func cubeRoot(_ x: Float) -> Float {
    var y = Float(bitPattern: x.bitPattern / 3 &+ 709_958_130)
    for _ in 0..<2 {
        let cube = y * y * y
        y += y * (x - cube) / (2 * cube + x)
    }
    return y
}

/// The fifth root of a number above 0, in the same way.
@inline(__always)
private func fifthRoot(_ x: Float) -> Float {
    var y = Float(bitPattern: x.bitPattern / 5 &+ 852_030_000)
    for _ in 0..<2 {
        let square = y * y
        let power = square * square * y
        y += y * (x - power) / (3 * power + 2 * x)
    }
    return y
}
