import DeepTeaching

extension Tensor where Scalar == Double {
    /// The windows of an image [height, width, channel] without padding, one window a row.
    func windows(_ side: Int) -> Tensor {
        let (rows, columns) = (shape[0] - side + 1, shape[1] - side + 1)
        let (width, channels) = (shape[1], shape[2])
        let elements = elements
        var matrix: [Double] = []
        matrix.reserveCapacity(rows * columns * side * side * channels)
        for y in 0..<rows {
            for x in 0..<columns {
                for dy in 0..<side {
                    let start = ((y + dy) * width + x) * channels
                    matrix += elements[start..<start + side * channels]
                }
            }
        }
        return Tensor(matrix, shape: [rows * columns, side * side * channels])
    }
}
