/// The pixels of some pictures that hold stain in all three colours: what stains are estimated
/// from.
struct StainedPixels: Sendable {
    /// Their colours, picture by picture and row by row.
    let colors: [RGB]

    /// Their density in each colour.
    let density: OpticalDensity

    /// So many are needed to find anything.
    static let needed = 100

    /// Sums are made over so many pixels at a time, in parallel; so they do not depend on the
    /// number of threads.
    private static let chunk = 1 << 15

    /// - Parameters:
    ///   - images: pictures of one slide.
    ///   - white: the byte of bare glass.
    ///   - leastDensity: pixels with less density in any colour are left out.
    /// - Throws: `StainError` if a setting makes no sense, or too few pixels are stained.
    init(of images: [Image], white: Double, leastDensity: Double) throws {
        density = try OpticalDensity(checking: white, leastDensity)
        let limit = density.brightestByte(ofDensity: leastDensity)
        colors = limit.map { limit in images.flatMap { $0.colors(upTo: limit) } } ?? []
        guard colors.count >= Self.needed else {
            throw StainError.tooLittleStain(pixels: colors.count, needed: Self.needed)
        }
    }

    /// The covariance of the densities, divided by their number less one.
    func covariance() -> SymmetricMatrix3 {
        let count = Double(colors.count)
        let sums = sums(around: sums(around: .zero).offsets / count)
        let (squares, products) = (sums.squares / (count - 1), sums.products / (count - 1))
        return SymmetricMatrix3(rows: [
            [squares.x, products.x, products.z], [products.x, squares.y, products.y],
            [products.z, products.y, squares.z],
        ])
    }

    /// Sums over all pixels of what lies between their densities and a center.
    private func sums(around center: SIMD3<Double>) -> DensitySums {
        let parts = inChunks { pixels in
            var sums = DensitySums()
            for color in pixels { sums.add(density(color) - center) }
            return sums
        }
        return parts.dropFirst().reduce(into: parts[0]) { $0.add($1) }
    }

    /// A number for each pixel, made from its densities.
    func map(_ number: @Sendable (SIMD3<Double>) -> Double) -> [Double] {
        let values: [[Double]] = inChunks { pixels in pixels.map { number(density($0)) } }
        return values.count == 1 ? values[0] : values.flatMap(\.self)
    }

    private func inChunks<Value: Sendable>(
        _ make: @Sendable (ArraySlice<RGB>) -> Value
    ) -> [Value] {
        let parts = (colors.count + Self.chunk - 1) / Self.chunk
        return parallelMap(parts) { part in
            make(colors[part * Self.chunk..<min((part + 1) * Self.chunk, colors.count)])
        }
    }
}

/// Sums of x, y, z, of their squares, and of x y, y z and z x.
private struct DensitySums: Sendable {
    var offsets = SIMD3<Double>.zero
    var squares = SIMD3<Double>.zero
    var products = SIMD3<Double>.zero

    mutating func add(_ offset: SIMD3<Double>) {
        offsets += offset
        squares += offset * offset
        products += offset * SIMD3(offset.y, offset.z, offset.x)
    }

    mutating func add(_ other: DensitySums) {
        offsets += other.offsets
        squares += other.squares
        products += other.products
    }
}

extension OpticalDensity {
    /// The densities over glass of a brightness that is a setting of a user.
    ///
    /// - Throws: `StainError.unusableSetting`.
    init(checking white: Double, _ leastDensity: Double) throws {
        guard white > 0, white.isFinite else {
            throw StainError.unusableSetting(name: "white", value: "\(white)")
        }
        guard leastDensity.isFinite else {
            throw StainError.unusableSetting(name: "leastDensity", value: "\(leastDensity)")
        }
        self.init(white: white)
    }
}

extension Image {
    /// The colours of the pixels in which no channel is brighter than a byte.
    fileprivate func colors(upTo limit: UInt8) -> [RGB] {
        let width = size.width
        let rows: [[RGB]] = parallelMap(width == 0 ? 0 : (size.height + 63) / 64) { block in
            pixels.withUnsafeBufferPointer { pixels in
                var found: [RGB] = []
                let end = min(64 * (block + 1), size.height) * width
                for pixel in 64 * block * width..<end {
                    let index = 3 &* pixel
                    let (red, green, blue) = (
                        pixels[index], pixels[index &+ 1], pixels[index &+ 2]
                    )
                    if red <= limit && green <= limit && blue <= limit {
                        found.append(RGB(red, green, blue))
                    }
                }
                return found
            }
        }
        return rows.flatMap(\.self)
    }
}
