/// Pictures that are prepared to be looked at: the averages over all squares of each scale are formed
/// once, so that a glimpse only picks numbers.
public struct GlimpsePictures<Scalar: TensorScalar>: Sendable {
    /// The sensor that will look.
    public let sensor: GlimpseSensor

    /// How many rows of places look at each picture, one after the other.
    public let samples: Int

    /// For each scale the means of all squares of 2^scale pixels that touch the picture, of which the
    /// first begins 2^scale - 1 pixels before it: `[count, height + 2^scale - 1, width + 2^scale - 1]`.
    private let levels: [Tensor<Scalar>]

    /// Prepares pictures.
    ///
    /// - Parameters:
    ///   - pictures: `[count, height, width]`.
    ///   - sensor: what will look at them.
    ///   - samples: how many times each picture is looked at: rows 0 to samples - 1 of the places are
    ///     the first picture's.
    public init(_ pictures: Tensor<Scalar>, sensor: GlimpseSensor, samples: Int = 1) {
        require(
            pictures.rank == 3 && pictures.shape[1] > 0 && pictures.shape[2] > 0,
            "pictures of shape \(pictures.shape) are none: they must be [count, height, width]")
        require(samples > 0, "a picture cannot be looked at by \(samples) samples")
        self.sensor = sensor
        self.samples = samples
        levels = (1..<sensor.scales).reduce(into: [pictures]) { levels, scale in
            levels.append(doubled(levels[scale - 1], by: 1 << (scale - 1)))
        }
    }

    /// The number of rows that places must have.
    public var rowCount: Int { levels[0].shape[0] * samples }

    /// Glimpses of the pictures.
    ///
    /// - Parameter places: `[rowCount, 2]`.
    /// - Returns: `[rowCount, scales * size * size]`.
    @specialized(where Scalar == Float)
    public func glimpses(at places: Tensor<Scalar>) -> Tensor<Scalar> {
        require(
            places.shape == [rowCount, 2],
            "places of shape \(places.shape) do not fit: they must be \([rowCount, 2])")
        let result = Tensor<Scalar>(uninitializedShape: [rowCount, sensor.featureCount])
        let (rows, area) = (rowCount, sensor.size * sensor.size)
        withPointers(places.storage, result.storage) { places, result in
            let (places, glimpses) = (KernelPointer(places), KernelPointer(result))
            for (scale, level) in levels.enumerated() {
                withPointers(level.storage) { level in
                    let source = KernelPointer(level)
                    parallelBlocks(rows) { block in
                        for row in block {
                            let target = glimpses.base + row * sensor.featureCount + scale * area
                            gather(
                                from: source.base, scale: scale, picture: row / samples,
                                x: places.base[2 * row], y: places.base[2 * row + 1], to: target)
                        }
                    }
                }
            }
        }
        return result
    }

    /// Picks the numbers of one crop.
    @inline(__always)
    private func gather(
        from level: UnsafePointer<Scalar>, scale: Int, picture: Int, x: Scalar, y: Scalar,
        to target: UnsafeMutablePointer<Scalar>
    ) {
        let (size, step) = (sensor.size, 1 << scale)
        if x.isNaN || y.isNaN {
            target.update(repeating: .nan, count: size * size)
            return
        }
        let (height, width) = (levels[scale].shape[1], levels[scale].shape[2])
        let lengths = (y: levels[0].shape[1], x: levels[0].shape[2])
        // In the level's own numbering, which begins step - 1 before the picture.
        let left = sensor.start(at: Double(x), scale: scale, length: lengths.x) + step - 1
        let top = sensor.start(at: Double(y), scale: scale, length: lengths.y) + step - 1
        let rows = inside(from: top, step: step, length: height)
        let columns = inside(from: left, step: step, length: width)
        if rows.count < size || columns.count < size {
            target.update(repeating: 0, count: size * size)
        }
        let base = level + picture * height * width
        for row in rows {
            let (output, line) = (target + row * size, base + (top + row * step) * width + left)
            for column in columns { output[column] = line[column * step] }
        }
    }

    /// Which of the places start, start + step, start + 2 step ... lie from 0 to length - 1, of as many as a
    /// crop has numbers a side.
    @inline(__always)
    private func inside(from start: Int, step: Int, length: Int) -> Range<Int> {
        let first = min(sensor.size, max(0, (step - 1 - start) / step))
        return first..<min(sensor.size, max(first, (length - start + step - 1) / step))
    }
}

/// The means over squares twice as wide: each is a quarter of four of the squares `half` pixels wide.
@specialized(where Scalar == Float)
private func doubled<Scalar: TensorScalar>(_ level: Tensor<Scalar>, by half: Int) -> Tensor<Scalar>
{
    let (count, height, width) = (level.shape[0], level.shape[1], level.shape[2])
    let shape = [count, height + half, width + half]
    let result = Tensor<Scalar>(uninitializedShape: shape)
    withPointers(level.storage, result.storage) { source, target in
        let (source, target) = (KernelPointer(source), KernelPointer(target))
        parallelBlocks(count) { block in
            for picture in block {
                let input = source.base + picture * height * width
                let output = target.base + picture * shape[1] * shape[2]
                output.update(repeating: 0, count: shape[1] * shape[2])
                for row in 0..<height {
                    for line in [row, row + half] {
                        let sums = output + line * shape[2]
                        addQuarter(of: input + row * width, count: width, to: sums)
                        addQuarter(of: input + row * width, count: width, to: sums + half)
                    }
                }
            }
        }
    }
    return result
}

@inline(__always)
private func addQuarter<Scalar: TensorScalar>(
    of source: UnsafePointer<Scalar>, count: Int, to target: UnsafeMutablePointer<Scalar>
) {
    for index in 0..<count { target[index] += source[index] / 4 }
}

/// Memory of which each thread reads or writes a part of its own.
private struct KernelPointer<Scalar>: @unchecked Sendable {
    let base: UnsafeMutablePointer<Scalar>

    init(_ base: UnsafeMutablePointer<Scalar>) { self.base = base }
}
