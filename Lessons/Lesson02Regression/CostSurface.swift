import Curriculum
import DeepTeaching
import Foundation

/// The cost of all lines in a range, as a picture: slope to the right, intercept upwards, dark
/// where the cost is low; and the way of a descent.
struct CostSurface {
    let descent: LineDescent
    let slopes: ClosedRange<Double>
    let intercepts: ClosedRange<Double>

    private static let side = 260

    /// The picture, with the lines of a descent as dots.
    func image(path: [Line]) -> Image {
        let side = Self.side
        let lowest = descent.cost(of: descent.best)
        let values = (0..<side * side).map { index -> Float in
            let line = Line(
                slope: place(index % side, in: slopes),
                intercept: place(side - 1 - index / side, in: intercepts))
            return Float(log(1 + descent.cost(of: line) - lowest))
        }
        let largest = values.max() ?? 1
        let plane = Plane(size: PixelSize(side: side), values: values.map { $0 / largest })
        var image = plane.colored()
        for line in path { mark(line, radius: 2, .white, on: &image) }
        mark(descent.best, radius: 4, RGB(213, 94, 0), on: &image)
        return image
    }

    private func place(_ pixel: Int, in range: ClosedRange<Double>) -> Double {
        let share = (Double(pixel) + 0.5) / Double(Self.side)
        return range.lowerBound + share * (range.upperBound - range.lowerBound)
    }

    private func pixel(_ value: Double, in range: ClosedRange<Double>) -> Int? {
        guard range.contains(value) else { return nil }
        let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
        return Int(share * Double(Self.side - 1))
    }

    private func mark(_ line: Line, radius: Int, _ color: RGB, on image: inout Image) {
        guard let x = pixel(line.slope, in: slopes),
            let up = pixel(line.intercept, in: intercepts)
        else { return }
        let y = Self.side - 1 - up
        for row in y - radius...y + radius where (0..<Self.side).contains(row) {
            for column in x - radius...x + radius where (0..<Self.side).contains(column) {
                image[x: column, y: row] = color
            }
        }
    }
}
