/// A picture in any colour space: three planes of one size.
///
/// ```swift
/// let lab = image.converted(to: .lab)
/// let lightness = lab.channels[0]
/// let again = Image(lab)
/// ```
public struct ColorPlanes: Sendable, Equatable {
    /// The colour space of the channels.
    public let space: ColorSpace

    /// The three channels, in the order and the units that ``ColorSpace`` says.
    public let channels: [Plane]

    /// Three channels of one size.
    public init(space: ColorSpace, channels: [Plane]) {
        require(
            channels.count == 3 && channels.allSatisfy { $0.size == channels[0].size },
            "colours have three channels of one size, not \(channels.map(\.size))")
        self.space = space
        self.channels = channels
    }

    /// Width and height in pixels.
    public var size: PixelSize { channels[0].size }
}

extension Image {
    /// The same colours in another space.
    public func converted(to space: ColorSpace) -> ColorPlanes {
        var steps = ColorSpace.rgb.steps(to: space)
        // The first step has only 256 inputs.
        let isLinear = steps.first == .linearOfRGB
        if isLinear { steps.removeFirst() }
        let table = isLinear ? ByteScale.linear : ByteScale.share
        let rest = steps
        let width = size.width
        return ColorPlanes(size: size, space: space) { row, colors in
            pixels.withUnsafeBufferPointer { pixels in
                table.fill(colors, from: pixels, startingAt: 3 * row * width)
            }
            for step in rest { colors.apply(step) }
        }
    }

    /// The colours of any space as bytes: what sRGB cannot show is cut to 0...255, and what is not
    /// a number becomes 0.
    public init(_ colors: ColorPlanes) {
        let (size, steps) = (colors.size, colors.space.steps(to: .rgb))
        let bytes: [UInt8] = parallelRows(size.height, elementsPerRow: 3 * size.width) {
            row, output in
            withTemporaryColors(size.width) { scratch in
                scratch.copy(row, of: colors)
                for step in steps { scratch.apply(step) }
                scratch.write(to: output)
            }
        }
        self.init(size: size, pixels: bytes)
    }
}

extension ColorPlanes {
    /// The same colours in another space.
    ///
    /// From XYZ or Lab to sRGB, what the screen cannot show is cut to 0...1.
    public func converted(to target: ColorSpace) -> ColorPlanes {
        let steps = space.steps(to: target)
        return ColorPlanes(size: size, space: target) { row, colors in
            colors.copy(row, of: self)
            for step in steps { colors.apply(step) }
        }
    }

    /// Planes that are filled row by row, on all cores.
    init(size: PixelSize, space: ColorSpace, fill: @Sendable (_ row: Int, ColorRow) -> Void) {
        self.init(
            space: space, channels: filledPlanes(3, of: size) { fill($0, ColorRow($1)) })
    }
}
