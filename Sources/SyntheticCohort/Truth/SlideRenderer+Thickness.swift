import DeepTeaching

extension SlideRenderer {
    /// How thick the section is in each pixel of a rectangle; 1 is normal. What unmixing the stains
    /// finds is the concentration times the thickness.
    ///
    /// - Parameters:
    ///   - x: the column of its left edge, in this renderer's pixels.
    ///   - y: the row of its top edge.
    ///   - size: width and height in pixels.
    public func thickness(x: Int, y: Int, size: PixelSize) -> Plane {
        let canvas = canvas(x: x, y: y, size: size)
        let grid = fields(around: canvas)
        let staining = Staining(plan: plan, grid: grid)
        var line = [TissueField](repeating: .zero, count: grid.columns)
        var values: [Float] = []
        for row in 0..<size.height {
            grid.row(atY: canvas.position(canvas.originY + row), into: &line)
            values += staining.thickness(line, row, canvas)
        }
        return Plane(size: size, values: values)
    }
}
