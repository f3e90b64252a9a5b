import CKernels

extension ColorRow {
    /// From sRGB to light: ``GammaCurve``.
    func decodeGamma() {
        for channel in [first, second, third] { linear_of_rgb(count, channel) }
    }

    /// From light to sRGB; what a screen cannot show is cut to 0...1.
    func encodeGamma() {
        for channel in [first, second, third] { rgb_of_linear(count, channel) }
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
        lab_of_xyz(count, Float(white.x), Float(white.z), first, second, third)
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
private func labCube(_ root: Double) -> Double {
    root > 0.2068966 ? root * root * root : (root - 16.0 / 116) / 7.787
}
