extension Image {
    /// The brightness of each pixel, as whole numbers from 0 to 255.
    ///
    /// Y = (19595 R + 38470 G + 7471 B + 32768) / 65536, rounded down: the weights .299, .587 and
    /// .114 in 16-bit fixed point, as the Pillow library computes them.
    ///
    /// Source: ITU-R, Recommendation BT.601, Studio encoding parameters of digital television.
    public func luma() -> Plane {
        let width = size.width
        let values: [Float] = parallelRows(size.height, elementsPerRow: width) { row, output in
            pixels.withUnsafeBufferPointer { pixels in
                var index = 3 * row * width
                for column in 0..<width {
                    let red = 19595 &* UInt32(pixels[index])
                    let green = 38470 &* UInt32(pixels[index &+ 1])
                    let blue = 7471 &* UInt32(pixels[index &+ 2])
                    output[column] = Float((red &+ green &+ blue &+ 32768) >> 16)
                    index &+= 3
                }
            }
        }
        return Plane(size: size, values: values)
    }

    /// How colourful each pixel is, from 0 (grey, and black) to 1: S of the HSV model.
    public func saturation() -> Plane {
        let width = size.width
        let values: [Float] = parallelRows(size.height, elementsPerRow: width) { row, output in
            pixels.withUnsafeBufferPointer { pixels in
                for column in 0..<width {
                    let index = 3 &* (row &* width &+ column)
                    let (red, green, blue) = (pixels[index], pixels[index + 1], pixels[index + 2])
                    let largest = max(red, green, blue)
                    let range = largest - min(red, green, blue)
                    output[column] = largest == 0 ? 0 : Float(range) / Float(largest)
                }
            }
        }
        return Plane(size: size, values: values)
    }
}
