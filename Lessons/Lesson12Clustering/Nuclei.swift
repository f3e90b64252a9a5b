import DeepTeaching

/// Nuclei as points: their size and their darkness, in units of one standard deviation.
struct Nuclei {
    /// Axes [nucleus, (size, darkness)].
    let points: [[Double]]

    /// Draws nuclei around three places: small and dark, large and dark, in between and pale.
    init(count: Int, using generator: inout SeededGenerator) {
        let places: [[Double]] = [[2, 8], [8, 6], [5, 2]]
        points = (0..<count).map { index in
            places[index % places.count].map { $0 + generator.normal() }
        }
    }

    /// The points as dots, grey or in the colour of their cluster; centroids as squares.
    func picture(assignment: [Int]? = nil, centroids: [[Double]] = []) -> Image {
        let side = 240
        var image = Image(size: PixelSize(side: side))
        func mark(_ place: [Double], _ color: RGB, radius: Int) {
            let x = Int(place[0] * 20) + 20
            let y = side - 20 - Int(place[1] * 20)
            for row in (y - radius)...(y + radius) where (0..<side).contains(row) {
                for column in (x - radius)...(x + radius) where (0..<side).contains(column) {
                    image[x: column, y: row] = color
                }
            }
        }
        let colors = [RGB(0, 114, 178), RGB(213, 94, 0), RGB(0, 158, 115)]
        for (index, point) in points.enumerated() {
            mark(point, assignment.map { colors[$0[index]] } ?? RGB(128, 128, 128), radius: 1)
        }
        for centroid in centroids { mark(centroid, .black, radius: 3) }
        return image
    }
}
