extension ColorRow {
    /// From red, green, blue to luma and two differences, in bytes.
    ///
    /// Source: ITU-T T.871, JPEG file interchange format, 2011.
    func yCbCrOfRGB() {
        multiply(by: .lumaOfRGB)
        for i in 0..<count {
            second[i] += 128
            third[i] += 128
        }
    }

    /// From luma and two differences to red, green, blue: not cut to 0...1.
    func rgbOfYCbCr() {
        for i in 0..<count {
            let (y, cb, cr) = (first[i], second[i] - 128, third[i] - 128)
            first[i] = (y + 1.402 * cr) / 255
            second[i] = (y - 0.344136 * cb - 0.714136 * cr) / 255
            third[i] = (y + 1.772 * cb) / 255
        }
    }
}
