import CourseKit
import Curriculum
import DeepTeaching

/// Steps 1 to 3: pictures, scores and shares.
extension AttentionCourse {
    func showPictures() throws {
        try lesson.step("pictures") { step in
            var generator = SeededGenerator(seed: lesson.seed, stream: "shown pictures")
            let batch = PictureBatch(count: 10, using: &generator)
            let shown =
                batch.pictures.filter(\.isTumorous) + batch.pictures.filter { !$0.isTumorous }
            step.number("side", DrawnTissue.side)
            step.number("grid", PictureBatch.grid)
            step.number("places", PictureBatch.places)
            step.figure(
                "pictures",
                .grid(shown.map { $0.outlined(enlargedBy: 3) }, columns: 5, spacing: 6))
            var many = SeededGenerator(seed: lesson.seed, stream: "areas")
            let areas = PictureBatch(count: 100, using: &many)
            let area = areas.area(of: areas.tumor)
            step.number("tumorArea", area, .percent(1))
            step.number("otherArea", 1 - area, .percent(1))
        }
    }

    func showScores() throws {
        try lesson.step("scores") { step in
            let first = FourPlaces.scored(state: 0)
            let second = FourPlaces.scored(state: 1)
            func rows(_ scored: (inside: [[Double]], scores: [Double])) -> [[String]] {
                zip(FourPlaces.names, zip(scored.inside, scored.scores)).map { name, numbers in
                    [name] + numbers.0.map { Self.decimals($0, 1) }
                        + [Self.decimals(numbers.1)]
                }
            }
            step.table("first", rows: rows(first))
            step.table("second", rows: rows(second))
            step.text("bestFirst", best(first.scores))
            step.text("bestSecond", best(second.scores))
            let plain = [0.0, 1].map {
                FourPlaces.shares(FourPlaces.scored(state: $0, withTangent: false).scores)
            }
            let change = zip(plain[0], plain[1]).map { abs($0 - $1) }.max() ?? .nan
            step.number("wrongNoTangent", change)
            let right = [first, second].map { FourPlaces.shares($0.scores) }
            step.number("withTangent", zip(right[0], right[1]).map { abs($0 - $1) }.max() ?? .nan)
            try step.compare(
                mine, SoftAttentionCalls.additiveScores, FourPlaces.annotations, [1],
                FourPlaces.annotationWeights, FourPlaces.stateWeights, FourPlaces.bias,
                FourPlaces.scoreWeights, with: second.scores)
        }
    }

    private func best(_ scores: [Double]) -> String {
        FourPlaces.names[scores.indices.max { scores[$0] < scores[$1] } ?? 0]
    }

    func showShares() throws {
        try lesson.step("shares") { step in
            let scores = FourPlaces.scored(state: 0).scores
            let shares = FourPlaces.shares(scores)
            let powers = scores.map { Tensor<Double>($0).exponential().scalar }
            step.table(
                "hand",
                rows: FourPlaces.names.indices.map { place in
                    [FourPlaces.names[place]]
                        + [scores[place], powers[place], shares[place]].map { Self.decimals($0) }
                })
            step.number("powerSum", powers.reduce(0, +))
            step.number("tumorPower", powers[3])
            step.number("tumorShare", shares[3])
            try showGlass(step)
        }
    }

    /// A network that has learnt nothing, with a mask and without; and the softmax along the batch.
    private func showGlass(_ step: LessonStep) throws {
        var generator = SeededGenerator(seed: lesson.seed, stream: "glass")
        let network = AttendingNetwork(using: &generator)
        let batch = PictureBatch(count: 20, using: &generator)
        let map = network.features(Variable(batch.images))
        let attention = network.classifier.attention
        let prepared = attention.prepared(try AnnotationGrid(map))
        let start = network.classifier.firstOutput(prepared.grid.mean, in: .inference)
        let scores = prepared.projections.additiveScores(
            state: start.matrixProduct(attention.state), weights: attention.scores
        ).value
        let glass = 1 - batch.mask
        func onGlass(_ weights: Tensor<Float>) -> Double {
            Double((weights * glass).sum().scalar) / Double(batch.pictures.count)
        }
        step.number("glassArea", Double(glass.mean().scalar), .percent(0))
        step.number("wrongGlass", onGlass(scores.softmax()), .percent(0))
        step.number("maskedGlass", onGlass(scores.softmax(where: batch.mask)), .percent(0))
        let wrong = scores.softmax(axis: 0).sum(axes: [1]).elements.map { Double($0) }
        step.number("wrongLeast", wrong.min() ?? .nan, .decimals(2))
        step.number("wrongMost", wrong.max() ?? .nan, .decimals(2))
        let rows = scores.slice(0..<2).inDouble
        let mask = Array(batch.counted[..<2])
        let places = PictureBatch.places
        func table(_ tensor: Tensor<Double>) -> [[Double]] {
            (0..<2).map { Array(tensor.elements[$0 * places..<($0 + 1) * places]) }
        }
        try step.compare(
            mine, SoftAttentionCalls.maskedSoftmax, table(rows), mask,
            with: table(rows.softmax(where: batch.mask.slice(0..<2).inDouble)))
    }
}
