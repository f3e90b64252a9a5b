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

    /// The elements of a picture in the order of the result, pixels of `channels` elements each.
    ///
    /// Neighbours in the result are neighbours in the picture, in another direction: so the index of
    /// the pixel that is shown grows by one constant along a row and by another from row to row.
    fileprivate func rearranged<Element: BitwiseCopyable>(
        _ elements: [Element], size: PixelSize, channels: Int
    ) -> [Element] {
        let (result, walk) = (self.size(of: size), self.walk(over: size))
        return [Element](unsafeUninitializedCapacity: elements.count) { output, count in
            elements.withUnsafeBufferPointer { elements in
                var place = 0
                for y in 0..<result.height {
                    var source = channels &* (walk.start &+ y &* walk.down)
                    for _ in 0..<result.width {
                        for channel in 0..<channels {
                            output[place &+ channel] = elements[source &+ channel]
                        }
                        place &+= channels
                        source &+= channels &* walk.along
                    }
                }
            }
            count = elements.count
        }
    }

    /// The index of the pixel that the first one of the result shows, and how it grows from column to
    /// column and from row to row of the result.
    private func walk(over size: PixelSize) -> (start: Int, along: Int, down: Int) {
        let (right, bottom) = (size.width - 1, size.height - 1)
        var (x, y): (Int, Int)
        var (along, down): ((x: Int, y: Int), (x: Int, y: Int))
        switch turns {
        case 1: (x, y, along, down) = (right, 0, (0, 1), (-1, 0))
        case 2: (x, y, along, down) = (right, bottom, (-1, 0), (0, -1))
        case 3: (x, y, along, down) = (0, bottom, (0, -1), (1, 0))
        default: (x, y, along, down) = (0, 0, (1, 0), (0, 1))
        }
        if mirrors { (x, along.x, down.x) = (right - x, -along.x, -down.x) }
        return (
            y * size.width + x, along.y * size.width + along.x, down.y * size.width + down.x
        )
    }
}

extension Image {
    /// The picture turned and mirrored.
    public func transformed(by transform: Dihedral) -> Image {
        if transform == .identity { return self }
        return Image(
            size: transform.size(of: size),
            pixels: transform.rearranged(pixels, size: size, channels: 3))
    }
}

extension Mask {
    /// The mask turned and mirrored, as its picture is.
    public func transformed(by transform: Dihedral) -> Mask {
        Mask(
            size: transform.size(of: size),
            pixels: transform.rearranged(pixels, size: size, channels: 1))
    }
}

extension Plane {
    /// The plane turned and mirrored, as its picture is.
    public func transformed(by transform: Dihedral) -> Plane {
        Plane(
            size: transform.size(of: size),
            values: transform.rearranged(values, size: size, channels: 1))
    }
}
