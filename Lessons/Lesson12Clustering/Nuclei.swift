import CourseKit
import DeepTeaching

/// Nuclei as points: their size and their darkness, in units of the deviation within a kind.
struct Nuclei {
    /// Axes [nucleus, (size, darkness)].
    let points: [[Double]]

    /// Where lymphocytes (small and dark), tumour cells (large, less dark) and histiocytes (in between
    /// and pale) lie.
    private static let places: [[Double]] = [[2, 8], [8, 6], [5, 2]]

    /// Draws as many nuclei of each kind, in turn.
    init(count: Int, using generator: inout SeededGenerator) {
        points = (0..<count).map { index in
            Self.places[index % Self.places.count].map { $0 + generator.normal() }
        }
    }

    /// Three different nuclei as first centroids.
    func start(using generator: inout SeededGenerator) -> [[Double]] {
        generator.shuffled(Array(points.indices)).prefix(3).map { points[$0] }
    }

    /// The share of the nuclei that lie in the cluster to which most of their kind belong, each
    /// cluster standing for one kind only.
    func agreement(with assignment: [Int]) -> Double {
        let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
        let hits = orders.map { order in
            points.indices.count { order[$0 % 3] == assignment[$0] }
        }
        return Double(hits.max() ?? 0) / Double(points.count)
    }

    /// Whole numbers between which all sizes (axis 0) or darknesses (axis 1) lie.
    func range(axis: Int) -> ClosedRange<Double> {
        let values = points.map { $0[axis] }
        return (values.min() ?? 0).rounded(.down)...(values.max() ?? 1).rounded(.up)
    }

    /// The first nuclei as discs, as large and as dark as their numbers say.
    func discs(_ count: Int) -> Image {
        .sideBySide(points.prefix(count).map { Self.disc(size: $0[0], darkness: $0[1]) })
    }

    private static func disc(size: Double, darkness: Double) -> Image {
        let (side, radius) = (64, 6 + 2 * size)
        let light = UInt8(min(max(210 - 14 * darkness, 0), 210))
        var image = Image(size: PixelSize(side: side), color: RGB(240, 205, 225))
        for y in 0..<side {
            for x in 0..<side {
                let (right, down) = (Double(x) - 31.5, Double(y) - 31.5)
                guard right * right + down * down < radius * radius else { continue }
                image[x: x, y: y] = RGB(light, light / 3 * 2, min(255, light + 45))
            }
        }
        return image
    }

    /// Points as dots.
    static func cloud(_ name: String, _ points: [[Double]]) -> Plot.Curve {
        Plot.Curve(name, x: points.map { $0[0] }, y: points.map { $0[1] }, style: .points)
    }

    /// The ways of centroids, axes [round, cluster, (size, darkness)], as lines with gaps between them.
    static func ways(_ name: String, _ rounds: [[[Double]]]) -> Plot.Curve {
        let clusters = rounds.first?.indices ?? 0..<0
        let places = clusters.flatMap { cluster in
            rounds.map { $0[cluster] } + [[.nan, .nan]]
        }
        return Plot.Curve(name, x: places.map { $0[0] }, y: places.map { $0[1] })
    }
}
