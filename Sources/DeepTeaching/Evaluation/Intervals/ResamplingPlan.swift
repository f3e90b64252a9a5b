/// Which items are drawn together, and from which groups.
struct ResamplingPlan {
    /// `strata[stratum][group]` are the items of a group; all in the order in which they first appear.
    private let strata: [[[Int]]]

    /// The name of each group, for sentences.
    private let names: [[String]]

    /// - Throws: `EvaluationError.mixedStratum` if a group has two strata.
    init<Group: Hashable, Stratum: Hashable>(groups: [Group], strata: [Stratum]) throws {
        var stratumNumbers: [Stratum: Int] = [:]
        var places: [Group: (stratum: Int, group: Int)] = [:]
        var items: [[[Int]]] = []
        var names: [[String]] = []
        for (item, (group, stratum)) in zip(groups, strata).enumerated() {
            let number = stratumNumbers[stratum] ?? items.count
            if number == items.count {
                stratumNumbers[stratum] = number
                items.append([])
                names.append([])
            }
            if let place = places[group] {
                guard place.stratum == number else {
                    throw EvaluationError.mixedStratum(group: "\(group)")
                }
                items[number][place.group].append(item)
            } else {
                places[group] = (number, items[number].count)
                items[number].append([item])
                names[number].append("\(group)")
            }
        }
        self.strata = items
        self.names = names
    }

    /// As many groups of each stratum as there are, with replacement: their items.
    func draw(using generator: inout SeededGenerator) -> [Int] {
        var items: [Int] = []
        for groups in strata {
            for _ in groups { items += groups[generator.index(below: groups.count)] }
        }
        return items
    }

    /// How much faster the standard error grows than the statistic, from the statistic without each group
    /// in turn (jackknife).
    ///
    ///     a = 1/6 sum l^3 / n^3 / (sum l^2 / n^2)^(3/2),    l = (n - 1) (mean of s - s)
    ///
    /// with n the groups of a stratum and s the statistic without one of them.
    ///
    /// - Throws: `EvaluationError.undefinedWithout` if the statistic is not defined without some group.
    ///
    /// Source: Davison and Hinkley, Bootstrap methods and their application, 1997, 5.3.2.
    func acceleration(of statistic: ([Int]) throws -> Double?) throws -> Double {
        var (cubes, squares) = (0.0, 0.0)
        // A stratum of one group does not vary from draw to draw.
        for (number, groups) in strata.enumerated() where groups.count > 1 {
            let values = try groups.indices.map { left in
                guard let value = try statistic(items(without: left, of: number)), value.isFinite
                else { throw EvaluationError.undefinedWithout(group: names[number][left]) }
                return value
            }
            let n = Double(groups.count)
            let mean = values.reduce(0, +) / n
            for value in values {
                let influence = (n - 1) / n * (mean - value)
                cubes += influence * influence * influence
                squares += influence * influence
            }
        }
        return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
    }

    private func items(without left: Int, of stratum: Int) -> [Int] {
        strata.enumerated().flatMap { number, groups in
            groups.enumerated().flatMap { group, items in
                number == stratum && group == left ? [] : items
            }
        }
    }
}
