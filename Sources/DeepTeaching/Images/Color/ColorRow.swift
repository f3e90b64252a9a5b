/// One row of colours while it is computed: three channels, changed in place.
///
/// Loops over separate channels and without a function call take four or more pixels at once.
struct ColorRow {
    let first: UnsafeMutablePointer<Float>
    let second: UnsafeMutablePointer<Float>
    let third: UnsafeMutablePointer<Float>

    /// The number of pixels.
    let count: Int

    /// Three channels of the same number of pixels, at least one.
    init(_ channels: [UnsafeMutableBufferPointer<Float>]) {
        guard channels.count == 3, let first = channels[0].baseAddress,
            let second = channels[1].baseAddress, let third = channels[2].baseAddress
        else { fatalError("a row of colours has three channels, with a pixel at least") }
        (self.first, self.second, self.third) = (first, second, third)
        count = channels[0].count
    }

    /// Takes over a row of planes.
    func copy(_ row: Int, of colors: ColorPlanes) {
        for (target, plane) in zip([first, second, third], colors.channels) {
            plane.values.withUnsafeBufferPointer { values in
                guard let base = values.baseAddress else { return }
                target.update(from: base + row * count, count: count)
            }
        }
    }

    /// Takes over a row of bytes, in CIE Lab.
    func fillLab(_ pixels: UnsafeBufferPointer<UInt8>, startingAt start: Int) {
        ByteScale.linear.fill(self, from: pixels, startingAt: start)
        apply(.xyzOfLinear)
        apply(.labOfXYZ)
    }

    /// Writes red, green, blue as bytes: 0...1 become 0...255, rounded to the nearest.
    func write(to bytes: UnsafeMutableBufferPointer<UInt8>) {
        for i in 0..<count {
            bytes[3 &* i] = first[i].byte
            bytes[3 &* i &+ 1] = second[i].byte
            bytes[3 &* i &+ 2] = third[i].byte
        }
    }

    /// Replaces each colour by the product of a matrix with it.
    func multiply(by matrix: ColorMatrix) {
        let rows = matrix.rows.map { SIMD3<Float>($0) }
        let (a, b, c) = (rows[0], rows[1], rows[2])
        for i in 0..<count {
            let (x, y, z) = (first[i], second[i], third[i])
            first[i] = a.x * x + a.y * y + a.z * z
            second[i] = b.x * x + b.y * y + b.z * z
            third[i] = c.x * x + c.y * y + c.z * z
        }
    }

    /// Takes one step to a neighbouring colour space.
    func apply(_ step: ColorStep) {
        switch step {
        case .linearOfRGB: decodeGamma()
        case .rgbOfLinear: encodeGamma()
        case .xyzOfLinear: multiply(by: .xyzOfLinear)
        case .linearOfXYZ: multiply(by: .linearOfXYZ)
        case .labOfXYZ: labOfXYZ()
        case .xyzOfLab: xyzOfLab()
        case .linearOfLab: linearOfLab()
        case .hsvOfRGB: hsvOfRGB()
        case .rgbOfHSV: rgbOfHSV()
        case .yCbCrOfRGB: yCbCrOfRGB()
        case .rgbOfYCbCr: rgbOfYCbCr()
        }
    }
}

/// Lends a row of at least one colour that nobody needs afterwards.
func withTemporaryColors(_ count: Int, _ body: (ColorRow) -> Void) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 3 * count) { memory in
        let parts = (0..<3).map {
            UnsafeMutableBufferPointer(rebasing: memory[$0 * count..<($0 + 1) * count])
        }
        body(ColorRow(parts))
    }
}

extension Float {
    /// The nearest byte of a share from 0 to 1; what is not a number becomes 0.
    @inline(__always)
    var byte: UInt8 { (255 * self).nearestByte }

    /// The nearest of the numbers 0 to 255; what is not a number becomes 0.
    @inline(__always)
    var nearestByte: UInt8 {
        // A comparison with not-a-number is false.
        let positive = self > 0 ? self : 0
        let value = positive < 255 ? positive : 255
        // Added to 2^23, a number is rounded to its last bits: quicker than a conversion, which
        // checks.
        return UInt8(truncatingIfNeeded: (value + 8_388_608).bitPattern)
    }
}

/// A number for each byte.
struct ByteScale: Sendable {
    private let values: [Float]

    /// The bytes from 0 to 1.
    static let share = ByteScale(values: (0..<256).map { Float(Double($0) / 255) })

    /// The light of each byte of sRGB, from 0 to 1.
    static let linear = ByteScale(
        values: (0..<256).map { Float(GammaCurve.light(of: Double($0) / 255)) })

    /// Writes the numbers of a row of pixels.
    func fill(_ colors: ColorRow, from pixels: UnsafeBufferPointer<UInt8>, startingAt start: Int) {
        values.withUnsafeBufferPointer { values in
            var index = start
            for i in 0..<colors.count {
                colors.first[i] = values[Int(pixels[index])]
                colors.second[i] = values[Int(pixels[index &+ 1])]
                colors.third[i] = values[Int(pixels[index &+ 2])]
                index &+= 3
            }
        }
    }
}
