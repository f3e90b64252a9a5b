/// The eight ways to lay a square tile: four rotations, each with or without a mirror.
///
/// Tissue has no up and no down, so all eight show equally likely pictures.
public enum Dihedral: Int, Sendable, Codable, CaseIterable {
    /// As it is.
    case identity

    /// A quarter turn counterclockwise: what was on the right comes to the top.
    case rotated90

    /// Half a turn.
    case rotated180

    /// Three quarter turns counterclockwise.
    case rotated270

    /// Left and right exchanged.
    case mirrored

    /// Left and right exchanged, then a quarter turn counterclockwise.
    case mirroredRotated90

    /// Left and right exchanged, then half a turn.
    case mirroredRotated180

    /// Left and right exchanged, then three quarter turns counterclockwise.
    case mirroredRotated270

    /// One of the eight, each equally likely.
    public static func random(using generator: inout SeededGenerator) -> Dihedral {
        allCases[generator.index(below: allCases.count)]
    }

    /// The one that undoes this one; a mirrored one undoes itself.
    public var inverse: Dihedral {
        switch self {
        case .rotated90: .rotated270
        case .rotated270: .rotated90
        default: self
        }
    }

    /// This element, and then another one: again one of the eight.
    ///
    /// A mirror turns the sense of what was before it round, so turns before it count backwards.
    public func followed(by next: Dihedral) -> Dihedral {
        let sum = next.mirrors ? next.turns - turns + 4 : next.turns + turns
        let mirrored = mirrors != next.mirrors
        return Dihedral.allCases[sum % 4 + (mirrored ? 4 : 0)]
    }

    /// Quarter turns counterclockwise, after the mirror.
    var turns: Int { rawValue % 4 }

    /// Whether left and right are exchanged first.
    var mirrors: Bool { rawValue >= 4 }

    func size(of size: PixelSize) -> PixelSize {
        turns % 2 == 0 ? size : PixelSize(width: size.height, height: size.width)
    }

    /// For each pixel of the result, in raster order, the index of the pixel that it shows.
    fileprivate func sources(of size: PixelSize) -> [Int] {
        let result = self.size(of: size)
        var sources: [Int] = []
        sources.reserveCapacity(size.area)
        for y in 0..<result.height {
            for x in 0..<result.width {
                var (sourceX, sourceY): (Int, Int)
                switch turns {
                case 1: (sourceX, sourceY) = (size.width - 1 - y, x)
                case 2: (sourceX, sourceY) = (size.width - 1 - x, size.height - 1 - y)
                case 3: (sourceX, sourceY) = (y, size.height - 1 - x)
                default: (sourceX, sourceY) = (x, y)
                }
                if mirrors { sourceX = size.width - 1 - sourceX }
                sources.append(sourceY * size.width + sourceX)
            }
        }
        return sources
    }
}

extension Image {
    /// The picture turned and mirrored.
    public func transformed(by transform: Dihedral) -> Image {
        if transform == .identity { return self }
        var result: [UInt8] = []
        result.reserveCapacity(pixels.count)
        for source in transform.sources(of: size) {
            result += pixels[3 * source..<3 * source + 3]
        }
        return Image(size: transform.size(of: size), pixels: result)
    }
}

extension Mask {
    /// The mask turned and mirrored, as its picture is.
    public func transformed(by transform: Dihedral) -> Mask {
        Mask(
            size: transform.size(of: size),
            pixels: transform.sources(of: size).map { pixels[$0] })
    }
}

extension Plane {
    /// The plane turned and mirrored, as its picture is.
    public func transformed(by transform: Dihedral) -> Plane {
        Plane(
            size: transform.size(of: size),
            values: transform.sources(of: size).map { values[$0] })
    }
}
