import DeepTeaching

/// Points drawn from normal distributions that are known.
struct Clouds {
    private(set) var points: [[Double]] = []

    /// The cloud that each point was drawn from.
    private(set) var kinds: [Int] = []

    /// Axes [point, coordinate].
    var table: Tensor<Double> { Tensor(rows: points) }

    /// Adds a cloud: its axes lie along the coordinates.
    mutating func add(
        _ count: Int, at middle: [Double], deviations: [Double],
        using generator: inout SeededGenerator
    ) {
        let kind = (kinds.max() ?? -1) + 1
        for _ in 0..<count {
            points.append(zip(middle, deviations).map { $0 + $1 * generator.normal() })
            kinds.append(kind)
        }
    }

    /// Nine small round clouds on a grid.
    static func grid(using generator: inout SeededGenerator) -> Clouds {
        var clouds = Clouds()
        for place in 0..<9 {
            clouds.add(
                30, at: [Double(place % 3) * 4, Double(place / 3) * 4], deviations: [0.5, 0.5],
                using: &generator)
        }
        return clouds
    }

    /// A large diffuse cloud, and a small dense one at its edge.
    static func diffuseAndDense(using generator: inout SeededGenerator) -> Clouds {
        var clouds = Clouds()
        clouds.add(300, at: [0, 0], deviations: [2.5, 2.5], using: &generator)
        clouds.add(100, at: [4.5, 0], deviations: [0.3, 0.3], using: &generator)
        return clouds
    }

    /// Two long clouds side by side.
    static func elongated(using generator: inout SeededGenerator) -> Clouds {
        var clouds = Clouds()
        clouds.add(200, at: [0, 1.5], deviations: [4, 0.5], using: &generator)
        clouds.add(200, at: [0, -1.5], deviations: [4, 0.5], using: &generator)
        return clouds
    }
}
