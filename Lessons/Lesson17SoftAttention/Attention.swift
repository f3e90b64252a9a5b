import DeepTeaching

/// Where a network looked: weights `[batch, step, place]`.
struct Attention {
    let steps: Int
    private let elements: [Float]

    init(_ weights: Tensor<Float>) {
        steps = weights.shape[1]
        elements = Array(weights.elements)
    }

    /// The weights of one picture at one step, or the mean over all steps.
    func weights(of picture: Int, step: Int?) -> [Double] {
        let places = PictureBatch.places
        func one(_ step: Int) -> [Double] {
            let start = (picture * steps + step) * places
            return elements[start..<start + places].map { Double($0) }
        }
        if let step { return one(step) }
        let all = (0..<steps).map(one)
        return (0..<places).map { place in
            all.reduce(0) { $0 + $1[place] } / Double(steps)
        }
    }

    /// The share of attention on what some maps show, the mean over the pictures that have it.
    func share(in maps: [[Double]], of batch: PictureBatch, step: Int?) -> Double {
        let shown = maps.indices.filter { maps[$0].contains { $0 > 0 } }
        let shares = shown.map { picture in
            zip(weights(of: picture, step: step), maps[picture]).reduce(0) { $0 + $1.0 * $1.1 }
        }
        return shares.reduce(0, +) / Double(max(1, shares.count))
    }

    /// How much two steps look at the same places: 1 if they are equal, 0 if they have nothing in common.
    func overlap(_ first: Int, _ second: Int, pictures: [Int]) -> Double {
        let overlaps = pictures.map { picture in
            zip(weights(of: picture, step: first), weights(of: picture, step: second))
                .reduce(0) { $0 + min($1.0, $1.1) }
        }
        return overlaps.reduce(0, +) / Double(max(1, overlaps.count))
    }
}

extension PictureBatch {
    /// The share of the tissue that some maps show, the mean over the pictures that have it: what
    /// attention would give by chance.
    func area(of maps: [[Double]]) -> Double {
        let counted = counted
        let shown = maps.indices.filter { maps[$0].contains { $0 > 0 } }
        let areas = shown.map { picture in
            maps[picture].reduce(0, +) / Double(counted[picture].count { $0 })
        }
        return areas.reduce(0, +) / Double(max(1, areas.count))
    }
}
