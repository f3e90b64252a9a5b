import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Step 4: a mixture of normal distributions, by expectation maximisation.
extension ClusteringCourse {
    /// - Returns: the mixture at the end.
    func showMixture(from start: [[Double]], kMeans: [Int]) throws -> GaussianMixture.Fitted {
        try lesson.step("mixture") { step in
            let mixture = mixture(from: start)
            let fitted = try mixture.fit(nuclei.table)
            let hand = MixtureByHand(fitted.parameters)
            try showHand(hand, fitted, step)
            showFar(hand, step)
            let rounds = try steps(of: mixture)
            let history = rounds.map(\.logLikelihood)
            step.number("emRounds", rounds.count)
            let falls = zip(history, history.dropFirst()).count { $1 < $0 - 1e-9 }
            step.number("falls", falls)
            step.choose("rises", falls == 0 ? "always" : "mostly")
            step.figure("ellipses", .grid(pictures(of: rounds), columns: 3, spacing: 8))
            step.plot("likelihoods", [Plot.Curve("likelihood", history)])
            try compareMaximization(rounds[rounds.count - 1], step)
            let found = try fitted.predictions(for: nuclei.table)
            let (em, means) = (agreement(found, nuclei.kinds), agreement(kMeans, nuclei.kinds))
            step.number("emAgreement", em, .percent(1))
            step.number("kMeansAgreement", means, .percent(1))
            step.choose(
                "emFound", em > means + 0.02 ? "better" : em < means - 0.02 ? "worse" : "same")
            try showFloor(step)
            return fitted
        }
    }

    /// Three equal round clouds on the first centroids of k-means.
    private func mixture(from start: [[Double]]) -> GaussianMixture {
        let circle = [[1.0, 0], [0, 1]]
        return GaussianMixture(
            components: 3,
            start: MixtureStart(
                weights: [1 / 3, 1 / 3, 1 / 3], means: start,
                covariances: .full([circle, circle, circle])),
            tolerance: 1e-6, maximumIterations: 500)
    }

    private func steps(of mixture: GaussianMixture) throws -> [GaussianMixture.Step] {
        // listing: Lesson12.mixture
        var rounds: [GaussianMixture.Step] = []
        var steps = try mixture.steps(nuclei.table)
        while let step = try steps.next() { rounds.append(step) }
        // end listing
        return rounds
    }

    /// The shares of the most doubtful nucleus, number by number.
    private func showHand(
        _ hand: MixtureByHand, _ fitted: GaussianMixture.Fitted, _ step: LessonStep
    ) throws {
        let largest = nuclei.points.map { hand.shares($0).max() ?? 1 }
        let example = largest.indices.min { largest[$0] < largest[$1] } ?? 0
        let point = nuclei.points[example]
        step.number("doubtSize", point[0], .decimals(2))
        step.number("doubtDarkness", point[1], .decimals(2))
        let shares = hand.shares(point)
        let logs = hand.logDensities(point)
        step.table(
            "hand",
            rows: (0..<3).map { k in
                let z = hand.z(point, k)
                return ["\(k)"]
                    + texts([
                        z[0] * z[0] + z[1] * z[1], hand.logDeterminant(k), logs[k],
                        hand.parameters.weights[k], hand.joint(point)[k], shares[k],
                    ])
            })
        try step.compare(
            mine, ClusteringCalls.gaussianLogDensity, point, hand.parameters.means[0],
            hand.factors[0], with: logs[0])
        try step.compare(
            mine, ClusteringCalls.expectationStep, nuclei.points.map { hand.logDensities($0) },
            hand.parameters.weights, with: try fitted.probabilities(for: nuclei.table))
    }

    /// A point far from all clouds: its densities are too small for numbers.
    private func showFar(_ hand: MixtureByHand, _ step: LessonStep) {
        let far = [60.0, 0]
        step.number(
            "farDiameter", nuclei.means[0] + far[0] * nuclei.deviations[0], .decimals(0))
        let logs = hand.logDensities(far)
        let parts = zip(logs, hand.parameters.weights).map { exp($0) * $1 }
        let sum = parts.reduce(0, +)
        let shares = hand.shares(far)
        step.table(
            "far",
            rows: (0..<3).map { k in
                ["\(k)"] + texts([logs[k]], 1)
                    + [NumberFormat.scientific(1).text(exp(logs[k]))]
                    + texts([parts[k] / sum, shares[k]], 3)
            })
        step.choose("underflow", sum == 0 ? "all" : "some")
    }

    /// Rounds 0, 1, 2, 5, 10 and the last.
    private func pictures(of rounds: [GaussianMixture.Step]) -> [Image] {
        let chosen = [0, 1, 2, 5, 10].filter { $0 < rounds.count - 1 } + [rounds.count - 1]
        return chosen.map { number in
            let parameters = rounds[number].before
            let hand = MixtureByHand(parameters)
            let labels = nuclei.points.map { point in
                let joint = hand.joint(point)
                return joint.indices.max { joint[$0] < joint[$1] } ?? 0
            }
            return plane.points(nuclei.points, labels)
                .curves((0..<3).map { parameters.ellipse(of: $0, deviations: 2).points(400) })
                .centroids(parameters.means).image
        }
    }

    private func compareMaximization(
        _ round: GaussianMixture.Step, _ step: LessonStep
    ) throws {
        let hand = MixtureByHand(round.before)
        let after = round.parameters
        let library =
            after.weights + after.means.flatMap(\.self)
            + (0..<3).flatMap { after.covariance(of: $0).flatMap(\.self) }
        try step.compare(
            mine, ClusteringCalls.maximizationStep, nuclei.points,
            nuclei.points.map { hand.shares($0) }, round.before.means, 1e-6, with: library,
            part: { estimate in
                estimate.weights + estimate.means.flatMap(\.self)
                    + estimate.covariances.flatMap { $0.flatMap(\.self) }
            })
    }

    /// The nucleus that lies farthest from its nearest neighbour.
    private var loneliest: [Double] {
        let points = nuclei.points
        let distances = points.map { point in
            points.map { other -> Double in
                let square = zip(point, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
                return square > 0 ? square : .infinity
            }.min() ?? 0
        }
        return points[distances.indices.max { distances[$0] < distances[$1] } ?? 0]
    }

    /// A component that sits on one nucleus, without and with a floor.
    private func showFloor(_ step: LessonStep) throws {
        let loneliest = self.loneliest
        func run(_ floor: Double) throws -> (history: [Double], ended: Bool) {
            let small = [[0.01, 0], [0, 0.01]]
            let mixture = GaussianMixture(
                components: 2,
                start: MixtureStart(
                    weights: [0.5, 0.5], means: [loneliest, [0, 0]],
                    covariances: .full([small, [[1, 0], [0, 1]]])),
                covarianceFloor: floor, tolerance: 0, maximumIterations: 60)
            var steps = try mixture.steps(nuclei.table)
            var history: [Double] = []
            do {
                while let next = try steps.next() { history.append(next.logLikelihood) }
            } catch EstimatorError.singularCovariance {
                return (history, true)
            }
            return (history, false)
        }
        let (without, with) = (try run(0), try run(0.01))
        let honest = try steps(
            of: GaussianMixture(components: 2, tolerance: 1e-6, maximumIterations: 500))
        let likelihood = honest.last?.logLikelihood ?? .nan
        let broken = without.history.last ?? .nan
        step.number("honestLikelihood", likelihood)
        step.number("wrongFirstLikelihood", without.history.first ?? .nan)
        step.number("wrongLastLikelihood", broken)
        step.choose("shrunk", broken > likelihood ? "higher" : "lower")
        step.number("wrongFloorStep", without.history.count + 1)
        step.choose("floor", without.ended && !with.ended ? "needed" : "spared")
        step.number("floorLikelihood", with.history.last ?? .nan)
    }
}
