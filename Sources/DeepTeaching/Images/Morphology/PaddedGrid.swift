/// A picture with a rim of one pixel around it, so that each pixel has all its neighbours.
struct PaddedGrid {
    let size: PixelSize

    /// The number of columns with the rim.
    let stride: Int

    /// The number of pixels with the rim.
    let count: Int

    init(_ size: PixelSize) {
        self.size = size
        stride = size.width + 2
        count = stride * (size.height + 2)
    }

    /// Where a pixel of the picture stands, given its place in the picture without the rim.
    func place(of index: Int) -> Int {
        (index / size.width + 1) * stride + index % size.width + 1
    }

    /// The way to each neighbour, straight ones first, each kind row by row.
    func neighbors(_ connectivity: Connectivity) -> [Int] {
        let straight = [-stride, -1, 1, stride]
        let diagonal = [-stride - 1, -stride + 1, stride - 1, stride + 1]
        return connectivity == .four ? straight : straight + diagonal
    }

    /// The values of a picture with a rim of one value.
    func padded<Value>(_ values: [Value], rim: Value) -> [Value] {
        var padded = [Value](repeating: rim, count: count)
        for y in 0..<size.height {
            let (from, to) = (y * size.width, (y + 1) * stride + 1)
            for x in 0..<size.width { padded[to &+ x] = values[from &+ x] }
        }
        return padded
    }

    /// The values without the rim.
    func inside<Value>(_ padded: [Value]) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(size.area)
        for y in 0..<size.height {
            let start = (y + 1) * stride + 1
            values += padded[start..<start + size.width]
        }
        return values
    }
}
