import DeepTeaching

/// Flowers of three kinds whose petals differ in length and width, in very different units.
enum Flowers {
    /// A table with the columns length, width and kind.
    static func table() throws -> Table {
        var generator = SeededGenerator(seed: 7)
        let rows = (0..<120).map { flower in
            let kind = flower % 3
            let length = [1.5, 4.3, 5.6][kind] + 0.3 * generator.normal()
            let width = [2500.0, 13000, 20000][kind] + 1500 * generator.normal()
            return ["\(length)", "\(width)", ["setosa", "versicolor", "virginica"][kind]]
        }
        return try Table(columnNames: ["length", "width", "kind"], rows: rows)
    }
}
