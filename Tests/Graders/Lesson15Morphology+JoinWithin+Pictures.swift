import DeepTeaching

/// Pictures that tell.
extension MorphologyGraders {
    /// Two bars, end to end, whose nearest pixels lie `dx` columns and `dy` rows apart, and a third region
    /// far away; mirrored and numbered by chance.
    static func pair(
        _ dx: Int, _ dy: Int, _ generator: inout SeededGenerator
    ) -> [[Int]] {
        let lengths = [3 + generator.index(below: 3), 3 + generator.index(below: 3)]
        let numbers = generator.shuffled([1, 2, 3])
        let gap = 20
        let width = lengths[0] + lengths[1] + dx + gap
        var labels = [[Int]](repeating: [Int](repeating: 0, count: width), count: dy + 4)
        for x in 0..<lengths[0] { labels[1][x] = numbers[0] }
        labels[0][0] = numbers[0]
        for x in 0..<lengths[1] { labels[1 + dy][lengths[0] - 1 + dx + x] = numbers[1] }
        labels[1 + generator.index(below: dy + 3)][width - 1] = numbers[2]
        if generator.index(below: 2) == 0 { labels.reverse() }
        if generator.index(below: 2) == 0 { labels = labels.map { $0.reversed() } }
        return labels
    }

    /// Five regions in a row, each close to the next alone, and one far away; numbered so that the ends
    /// of the chain are met first, or by chance.
    static func chain(_ turn: Int, _ generator: inout SeededGenerator) -> [[Int]] {
        let numbers =
            turn < 2
            ? [[1, 3, 5, 4, 2, 6], [2, 4, 1, 5, 3, 6]][turn]
            : generator.shuffled([1, 2, 3, 4, 5, 6])
        var labels = [[Int]](
            repeating: [Int](repeating: 0, count: 34), count: 3 + generator.index(below: 3))
        var x = generator.index(below: 3)
        let row = generator.index(below: 2)
        for number in numbers.dropLast() {
            for column in x..<x + 2 { labels[row][column] = number }
            x += 4
        }
        labels[labels.count - 1][33] = numbers[5]
        return labels
    }
}
