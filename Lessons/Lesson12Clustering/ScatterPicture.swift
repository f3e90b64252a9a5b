import DeepTeaching
import LessonSlides

/// A small picture of points in a plane, with the centroids or ellipses of clusters.
struct ScatterPicture {
    private(set) var image: Image
    private let x: ClosedRange<Double>
    private let y: ClosedRange<Double>

    /// The colour of each cluster. First those that stand for no kind of nucleus.
    static let colors: [RGB] = [
        .green, .blue, .purple, RGB(120, 120, 120), RGB(150, 90, 30), .skyBlue, .vermilion,
        .orange, RGB(60, 160, 60),
    ]

    /// An empty plane with a frame.
    init(x: ClosedRange<Double>, y: ClosedRange<Double>, width: Int = 260, height: Int = 200) {
        (self.x, self.y) = (x, y)
        image = Image(size: PixelSize(width: width, height: height), color: RGB(190, 190, 190))
        image.paste(Image(size: PixelSize(width: width - 2, height: height - 2)), x: 1, y: 1)
    }

    /// Points in the colours of their clusters.
    func points(_ points: [[Double]], _ clusters: [Int]) -> ScatterPicture {
        var copy = self
        for (point, cluster) in zip(points, clusters) {
            copy.dot(point, radius: 1, Self.colors[cluster % Self.colors.count])
        }
        return copy
    }

    /// Black squares with a white rim in the middle of clusters.
    func centroids(_ centroids: [[Double]]) -> ScatterPicture {
        var copy = self
        for centroid in centroids {
            copy.dot(centroid, radius: 5, .white)
            copy.dot(centroid, radius: 4, .black)
        }
        return copy
    }

    /// Closed curves, each in the colour of its cluster.
    func curves(_ curves: [[[Double]]]) -> ScatterPicture {
        var copy = self
        for (cluster, curve) in curves.enumerated() {
            for point in curve { copy.dot(point, radius: 1, .black) }
            for point in curve {
                copy.dot(point, radius: 0, Self.colors[cluster % Self.colors.count])
            }
        }
        return copy
    }

    private mutating func dot(_ point: [Double], radius: Int, _ color: RGB) {
        let size = image.size
        let across = (point[0] - x.lowerBound) / (x.upperBound - x.lowerBound)
        let up = (point[1] - y.lowerBound) / (y.upperBound - y.lowerBound)
        guard (0...1).contains(across), (0...1).contains(up) else { return }
        let column = Int(across * Double(size.width - 1))
        let row = Int((1 - up) * Double(size.height - 1))
        for y in max(0, row - radius)...min(size.height - 1, row + radius) {
            for x in max(0, column - radius)...min(size.width - 1, column + radius) {
                image[x: x, y: y] = color
            }
        }
    }
}
