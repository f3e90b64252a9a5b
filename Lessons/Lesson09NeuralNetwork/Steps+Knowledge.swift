import CourseKit
import DeepTeaching
import LessonSlides

/// Step 7: what the network has learnt.
extension NetworkCourse {
    func showKnowledge(_ data: PatchParts, _ plain: [NetworkTraining.Result]) throws {
        try lesson.step("knowledge") { step in
            let scores = plain.map { PatchScores($0.best, data.test) }
            let areas = try scores.map { try $0.area() }
            let scattered = try scatteredAreas(data)
            compare(areas, scattered: scattered, color: try colorArea(data), step)
            let found = scores.map(\.sensitivity).mean
            let spared = scores.map(\.specificity).mean
            step.number("sensitivity", found, .percent(1))
            step.number("specificity", spared, .percent(1))
            step.choose(
                "threshold",
                abs(found - spared) < 0.1 ? "balanced" : found > spared ? "tumor" : "normal")
            showWeights(plain[0].best, step)
            step.figure("mistakes", mistakes(scores[0], data.test))
        }
    }

    private func compare(
        _ areas: [Double], scattered: [Double], color: Double, _ step: LessonStep
    ) {
        let (smallest, largest) = (areas.min() ?? .nan, areas.max() ?? .nan)
        let largestScattered = scattered.max() ?? .nan
        step.number("area", areas.mean)
        step.number("smallestArea", smallest)
        step.number("largestArea", largest)
        step.number("scatteredArea", scattered.mean)
        step.number("smallestScatteredArea", scattered.min() ?? .nan)
        step.number("largestScatteredArea", largestScattered)
        step.number("colorArea", color)
        step.choose("arrangement", smallest > largestScattered ? "needed" : "overlaps")
        step.choose("color", smallest > color ? "behind" : "between")
        let winner = max(areas.mean, scattered.mean, color)
        step.choose(
            "winner",
            winner == areas.mean ? "network" : winner == scattered.mean ? "scattered" : "color")
    }

    /// The area of a logistic regression on the mean colour of each patch.
    private func colorArea(_ data: PatchParts) throws -> Double {
        let color = try LogisticRegression().fit(
            data.training.meanColors, labels: data.training.labels)
        return try ROCCurve(
            scores: color.scores(for: data.test.meanColors), labels: data.test.isTumor
        ).area
    }

    /// The areas of networks for which the pixels of each patch were scattered.
    private func scatteredAreas(_ data: PatchParts) throws -> [Double] {
        let scattered = PatchParts(
            training: data.training.scattered(seed: lesson.seed),
            validation: data.validation.scattered(seed: lesson.seed &+ 1),
            test: data.test.scattered(seed: lesson.seed &+ 2))
        return try trained(
            NetworkTraining(), on: scattered.training, validation: scattered.validation,
            "Learning from scattered pixels"
        ).map { try PatchScores($0.best, scattered.test).area() }
    }

    /// The sixteen hidden units with the largest weights, and the same before the training.
    private func showWeights(_ network: DenseNetwork, _ step: LessonStep) {
        let weights = network.hidden.weights.value.transposed()
        let size = (weights * weights).sum(axes: [1]).elements
        let strongest = size.indices.sorted { (size[$0], $1) > (size[$1], $0) }.prefix(16)
        func pictures(_ weights: Tensor<Float>) -> Tensor<Float> {
            weights.gathered(Array(strongest)).reshaped([16, Self.side, Self.side, 3])
        }
        let own = pictures(weights)
        let new = NetworkTraining().network(inputs: weights.shape[1], seed: lesson.seed)
        let first = pictures(new.hidden.weights.value.transposed())
        step.figure("weights", picture(of: own))
        let neighbors = correlation(
            own.slice(0..<Self.side - 1, axis: 2), own.slice(1..<Self.side, axis: 2))
        let beginning = correlation(own, first)
        step.number("neighborCorrelation", neighbors, .decimals(2))
        step.number("beginningCorrelation", beginning)
        step.choose("texture", neighbors < 0.3 ? "noise" : "shapes")
        step.choose("beginning", beginning > 0.7 ? "visible" : "gone")
    }

    private func picture(of weights: Tensor<Float>) -> Image {
        let images = weights.unstacked().map { unit -> Image in
            let own = unit.reshaped([1, Self.side, Self.side, 3])
            let largest = own.absolute().maximum().scalar
            return ((own / (2 * largest)) + 0.5).images()[0].enlarged(by: 6)
        }
        return .grid(images, columns: 8, spacing: 6)
    }

    /// 1 if one foretells the other, 0 if they know nothing of each other.
    private func correlation(_ one: Tensor<Float>, _ other: Tensor<Float>) -> Double {
        let (x, y) = (one.inDouble - one.inDouble.mean(), other.inDouble - other.inDouble.mean())
        let sizes = (x * x).sum().scalar * (y * y).sum().scalar
        return (x * y).sum().scalar / sizes.squareRoot()
    }

    /// The normal patches that look most like tumour, and the tumour that looks most normal.
    private func mistakes(_ scores: PatchScores, _ table: PatchTable) -> Image {
        let shares = scores.probabilities
        let order = shares.indices.sorted { shares[$0] > shares[$1] }
        let normal = order.filter { !table.isTumor[$0] }.prefix(8)
        let tumor = order.reversed().filter { table.isTumor[$0] }.prefix(8)
        return Image.grid(
            (normal + tumor).map { table.patches.images[$0] }, columns: 8, spacing: 4
        ).enlarged(by: 2)
    }
}
