extension ConfidenceMap {
    /// The probabilities of the cells with tissue, row by row.
    ///
    /// - Throws: `StagingError.notAProbability`, of cells without tissue too.
    func tissueProbabilities() throws -> [Double] {
        for (index, value) in probabilities.values.enumerated() where !(value >= 0 && value <= 1) {
            let width = probabilities.size.width
            throw StagingError.notAProbability(
                value: "\(value)", x: index % width, y: index / width)
        }
        return zip(probabilities.values, covered.pixels).filter(\.1).map { Double($0.0) }
    }
}
