extension LabelImage {
    /// The length of the border of each region in pixels; element k belongs to label k + 1.
    ///
    /// The border pixels, those with one of four neighbours outside the region, form lines. Each
    /// counts 1 where its line runs straight, sqrt(2) where it runs diagonally and their mean
    /// where it bends from one to the other; holes count too. Tiny regions have no line, so 0.
    ///
    /// Source: Benkrid and Crookes, Design and FPGA implementation of a perimeter estimator, 2000.
    public func perimeters() -> [Double] {
        var steps = [BorderSteps](repeating: BorderSteps(), count: count + 1)
        if size.area > 0 {
            let stride = size.width + 2
            borders().withUnsafeBufferPointer { borders in
                steps.withUnsafeMutableBufferPointer { steps in
                    for row in 1...size.height {
                        for place in row &* stride..<(row &+ 1) &* stride where borders[place] != 0
                        {
                            steps[Int(borders[place])].add(place, of: borders, stride: stride)
                        }
                    }
                }
            }
        }
        return steps.dropFirst().map(\.length)
    }

    /// The label of each border pixel and 0 elsewhere, with a rim of one pixel of 0 around the picture.
    private func borders() -> [Int32] {
        let (width, height) = (size.width, size.height)
        let outside = [Int32](repeating: 0, count: width)
        return parallelRows(height + 2, elementsPerRow: width + 2) { row, output in
            output.initialize(repeating: 0)
            guard 1...height ~= row else { return }
            outside.withUnsafeBufferPointer { outside in
                labels.withUnsafeBufferPointer { labels in
                    func line(_ y: Int) -> UnsafeBufferPointer<Int32> {
                        0..<height ~= y
                            ? UnsafeBufferPointer(rebasing: labels[y * width..<(y + 1) * width])
                            : outside
                    }
                    let (above, here, below) = (line(row - 2), line(row - 1), line(row))
                    for x in 0..<width {
                        let label = here[x]
                        let left = x > 0 ? here[x &- 1] : 0
                        let right = x &+ 1 < width ? here[x &+ 1] : 0
                        let isInside =
                            above[x] == label && below[x] == label && left == label
                            && right == label
                        output[x &+ 1] = isInside ? 0 : label
                    }
                }
            }
        }
    }
}

/// How many border pixels of a region lie on straight lines, on diagonals, and on bends between them.
private struct BorderSteps {
    private var straight: Int32 = 0
    private var diagonal: Int32 = 0
    private var bent: Int32 = 0

    @inline(__always)
    mutating func add(_ place: Int, of borders: UnsafeBufferPointer<Int32>, stride: Int) {
        let label = borders[place]
        func isSame(_ step: Int) -> Int { borders[place &+ step] == label ? 1 : 0 }
        let edges = isSame(-stride) &+ isSame(-1) &+ isSame(1) &+ isSame(stride)
        let corners =
            isSame(-stride &- 1) &+ isSame(-stride &+ 1) &+ isSame(stride &- 1)
            &+ isSame(stride &+ 1)
        switch (edges, corners) {
        case (2...3, 0...2): straight &+= 1
        case (0, 2), (1, 3): diagonal &+= 1
        case (1, 1...2): bent &+= 1
        default: break
        }
    }

    var length: Double {
        let root = 2.0.squareRoot()
        return Double(straight) + Double(diagonal) * root + Double(bent) * (1 + root) / 2
    }
}
