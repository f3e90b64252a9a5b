extension ConfidenceMap {
    /// The probabilities of the cells with tissue, row by row.
    ///
    /// - Throws: `MapError.notAProbability`, of cells without tissue too.
    func tissueProbabilities() throws -> [Double] {
        try requireProbabilities()
        return zip(probabilities.values, covered.pixels).filter(\.1).map { Double($0.0) }
    }

    /// - Throws: `MapError.notAProbability` at the first cell that holds none.
    func requireProbabilities() throws {
        for (index, value) in probabilities.values.enumerated() where !(value >= 0 && value <= 1) {
            let width = probabilities.size.width
            throw MapError.notAProbability(
                value: "\(value)", x: index % width, y: index / width)
        }
    }
}
