import DeepTeaching

/// How a model that has learnt to look does on pictures that it has not seen.
struct LookTest {
    /// How the places are chosen.
    enum Places {
        case meant
        case random
        case fixed
        case sampled(deviation: Double)

        /// Where the model meant to look, with x and y exchanged.
        case exchanged
    }

    /// The answer to each picture.
    private(set) var answers: [Int] = []

    /// How sure the model is of class 1.
    private(set) var scores: [Double] = []

    /// Where it looked: for each glimpse a place of each picture, x and y.
    private(set) var places: [[(x: Double, y: Double)]]

    /// Looks at pictures, some at a time.
    init(
        _ model: RecurrentAttention<Float>, _ pictures: Tensor<Float>, _ way: Places = .meant,
        seed: UInt64 = 0
    ) {
        places = Array(repeating: [], count: model.settings.glimpses)
        var generator = SeededGenerator(seed: seed, stream: "test places")
        let count = pictures.shape[0]
        for start in stride(from: 0, to: count, by: 250) {
            let part = GlimpsePictures(
                pictures.slice(start..<min(start + 250, count)), sensor: model.settings.sensor)
            let look = Self.look(model, part, way, &generator)
            let logits = look.logits.value
            answers += logits.argmax()
            scores += logits.softmax().picked(Array(repeating: 1, count: part.rowCount))
                .elements.map { Double($0) }
            for (glimpse, place) in look.places.enumerated() {
                let numbers = place.elements.map { min(1, max(-1, Double($0))) }
                places[glimpse] += (0..<part.rowCount).map {
                    (x: numbers[2 * $0], y: numbers[2 * $0 + 1])
                }
            }
        }
    }

    private static func look(
        _ model: RecurrentAttention<Float>, _ pictures: GlimpsePictures<Float>, _ way: Places,
        _ generator: inout SeededGenerator
    ) -> RecurrentAttention<Float>.Look {
        let shape = [model.settings.glimpses - 1, pictures.rowCount, 2]
        switch way {
        case .meant: return model.look(at: pictures)
        case .random:
            let places = LookTraining.randomPlaces(
                moves: shape[0], rows: shape[1], using: &generator)
            return model.look(at: pictures, policy: .given(places))
        case .fixed:
            let places = LookTraining.fixedPlaces(moves: shape[0], rows: shape[1])
            return model.look(at: pictures, first: places.first, policy: .given(places.others))
        case .sampled(let deviation):
            let noise = Tensor<Float>.normal(shape, using: &generator)
            return model.look(
                at: pictures, policy: .sampled(noise: noise, deviation: deviation))
        case .exchanged:
            let meant = model.look(at: pictures).places.dropFirst()
            let places = Tensor.stacked(meant.map { $0.reversed(axis: 1) })
            return model.look(at: pictures, policy: .given(places))
        }
    }

    /// The share of answers that are wrong.
    func error(_ labels: [Int]) -> Double {
        Double(zip(answers, labels).count { $0 != $1 }) / Double(labels.count)
    }
}
