import Curriculum
import DeepTeaching
import GraderKit

private let call = ClusteringCalls.maximizationStep

extension ClusteringGraders {
    static let maximizationMisconceptions = [
        call.misconception(
            "the weights are not divided by the number of points", check: "weights",
            hints: Hints(
                question: "What do your weights sum to?",
                concept:
                    "Weights are probabilities: they sum to 1. The shares of all points sum to the "
                    + "number of points.",
                step: "n[k] / Double(points.count).")
        ) { points, shares, previous, floor in
            var result = solution(points, shares, previous, floor)
            result.weights = result.weights.map { $0 * Double(points.count) }
            return result
        },
        call.misconception(
            "every component has the same weight", check: "weights",
            hints: Hints(
                question:
                    "Most nuclei are lymphocytes. Should their component weigh as much as the rarest?",
                concept: "The weight says how frequent a kind is: its part of all shares.",
                step: "n[k] / Double(points.count), not 1 / number of components.")
        ) { points, shares, previous, floor in
            var result = solution(points, shares, previous, floor)
            result.weights = previous.map { _ in 1 / Double(previous.count) }
            return result
        },
        call.misconception(
            "the means are divided by the number of points", check: "means",
            hints: Hints(
                question: "A component has half of each of four equal points. Where is its mean?",
                concept: "At that very point. What was added up counts n[k] = 2, so that divides.",
                step: "sum of r * x / n[k].")
        ) { points, shares, previous, floor in
            scaledMeans(points, shares, previous, floor) { $0 / Double(points.count) }
        },
        call.misconception(
            "the means are not divided at all", check: "means",
            hints: Hints(
                question: "Twice as many points in the same place: where is their mean?",
                concept:
                    "In the same place. A sum is no mean until it is divided by what was counted.",
                step: "sum of r * x / n[k].")
        ) { points, shares, previous, floor in scaledMeans(points, shares, previous, floor) { $0 }
        },
        call.misconception(
            "a point counts for its likeliest component only", check: "means",
            hints: Hints(
                question:
                    "Shares 0.6 and 0.4: how much of the point does the second component see?",
                concept: "0.4 of it. Only k-means gives the whole point to one.",
                step: "Multiply each point by its share; do not look for the largest one.")
        ) { points, shares, previous, floor in
            let hard = shares.map { row -> [Double] in
                let best = row.indices.max { row[$0] < row[$1] }
                return row.indices.map { $0 == best ? 1 : 0 }
            }
            return solution(points, hard, previous, floor)
        },
        call.misconception(
            "the shares do not count in the means", check: "means",
            hints: Hints(
                question: "Are all your means the same?",
                concept: "Without the shares each component sees all points alike.",
                step: "sum of shares[i] * points[i], divided by the sum of the shares.")
        ) { points, shares, previous, floor in
            let all = shares.map { $0.map { _ in 1 / Double(previous.count) } }
            var result = solution(points, shares, previous, floor)
            result.means = solution(points, all, previous, floor).means
            return result
        },
        call.misconception(
            "the covariance is taken about the old mean", check: "covariances",
            hints: Hints(
                question:
                    "Is a variance about some other place larger or smaller than about the mean?",
                concept:
                    "Larger, by the square of the distance between the two. The cloud seems to be as "
                    + "wide as the way that its mean has just gone.",
                step: "Compute the new mean first, and subtract that one.")
        ) { points, shares, previous, floor in
            centered(points, shares, previous, floor) { component, _ in previous[component] }
        },
        call.misconception(
            "the covariance is taken about the origin", check: "covariances",
            hints: Hints(
                question: "All points lie at (7, 7). What is their variance?",
                concept: "0: a variance is about the mean.",
                step: "(x[a] - mean[a]) * (x[b] - mean[b]).")
        ) { points, shares, previous, floor in
            centered(points, shares, previous, floor) { _, mean in mean.map { _ in 0 } }
        },
        call.misconception(
            "the floor is forgotten", check: "covariances",
            hints: Hints(
                question:
                    "A component holds one point only. What is its variance, and what the density "
                    + "there?",
                concept:
                    "0, and infinite: the likelihood has no bound, and the component never lets go of "
                    + "that point. The floor forbids it.",
                step: "Add floor where a == b.")
        ) { points, shares, previous, _ in solution(points, shares, previous, 0) },
        call.misconception(
            "the floor is added to all numbers of the covariance", check: "covariances",
            hints: Hints(
                question: "What does a number off the diagonal say?",
                concept:
                    "How far two features vary together. The floor widens the cloud along each "
                    + "feature, and joins none.",
                step: "a == b ? spread + floor : spread.")
        ) { points, shares, previous, floor in
            var result = solution(points, shares, previous, 0)
            result.covariances = result.covariances.map { $0.map { $0.map { $0 + floor } } }
            return result
        },
        call.misconception(
            "the floor only replaces what is smaller", check: "covariances",
            hints: Hints(
                question: "Does the text say that the floor is added, or that nothing is below it?",
                concept:
                    "It is added, also where the variance is large: that keeps every covariance "
                    + "invertible, whatever stands off the diagonal.",
                step: "spread + floor, not max(spread, floor).")
        ) { points, shares, previous, floor in
            var result = solution(points, shares, previous, 0)
            for k in previous.indices {
                for a in previous[k].indices {
                    result.covariances[k][a][a] = max(result.covariances[k][a][a], floor)
                }
            }
            return result
        },
        call.misconception(
            "off the diagonal stand zeros", check: "covariances",
            hints: Hints(
                question: "Can your ellipses be oblique?",
                concept: "Only if the covariance says how two features vary together.",
                step: "For each pair a, b: the shares times (x[a] - mean[a]) * (x[b] - mean[b]).")
        ) { points, shares, previous, floor in
            var result = solution(points, shares, previous, floor)
            result.covariances = result.covariances.map { matrix in
                matrix.indices.map { a in matrix.indices.map { a == $0 ? matrix[a][a] : 0 } }
            }
            return result
        },
        call.misconception(
            "the covariance is divided by the number of points", check: "covariances",
            hints: Hints(
                question: "A component of small weight: must it be narrow?",
                concept: "No. What was added up counts n[k], so that divides, as for the mean.",
                step: "sum / n[k].")
        ) { points, shares, previous, floor in
            var result = solution(points, shares, previous, 0)
            for k in previous.indices {
                result.covariances[k] = result.covariances[k].enumerated().map { a, row in
                    row.enumerated().map { b, value in
                        value * result.weights[k] + (a == b ? floor : 0)
                    }
                }
            }
            return result
        },
        call.misconception(
            "the covariance is divided by one less than the count", check: "covariances",
            hints: Hints(
                question:
                    "Which covariance makes the points likeliest: the sum divided by n, or by n - 1?",
                concept:
                    "By n. n - 1 corrects an estimate; EM maximises the likelihood, and with n[k] "
                    + "below 1 the other one would even be negative.",
                step: "sum / n[k].")
        ) { points, shares, previous, floor in
            fitted(points, shares, previous) { component, mean, count in
                mean.indices.map { a in
                    mean.indices.map { b in
                        let sum = zip(points, shares).reduce(0) {
                            $0 + $1.1[component] * ($1.0[a] - mean[a]) * ($1.0[b] - mean[b])
                        }
                        return (count > 0 ? sum / (count - 1) : 0) + (a == b ? floor : 0)
                    }
                }
            }
        },
        call.misconception(
            "a component without shares gives 0 / 0", check: "empty component",
            hints: Hints(
                question:
                    "What is 0 / 0 in floating point, and what the distance to a mean that is no "
                    + "number?",
                concept:
                    "No number, and no number again: one empty component spoils all densities.",
                step: "If n[k] is 0, take previous[k], and the floor alone for the covariance.")
        ) { points, shares, previous, floor in
            var result = solution(points, shares, previous, floor)
            for k in previous.indices where shares.allSatisfy({ $0[k] == 0 }) {
                result.means[k] = previous[k].map { _ in .nan }
                result.covariances[k] = previous[k].map { _ in previous[k].map { _ in .nan } }
            }
            return result
        },
        call.misconception(
            "a component without shares moves to the origin", check: "empty component",
            hints: Hints(
                question: "Where is your mean after its component has lost all shares?",
                concept: "Nothing was measured, so nothing may move: the mean stays where it was.",
                step: "Dividing by max(n[k], tiny) avoids 0 / 0 but gives 0: return previous[k].")
        ) { points, shares, previous, floor in
            var result = solution(points, shares, previous, floor)
            for k in previous.indices where shares.allSatisfy({ $0[k] == 0 }) {
                result.means[k] = previous[k].map { _ in 0 }
            }
            return result
        },
        call.misconception(
            "a component without shares has no floor", check: "empty component",
            hints: Hints(
                question: "Has a covariance of zeros an inverse?",
                concept: "No, and its density is infinite. The floor is for just this component.",
                step: "Add the floor to the diagonal also where n[k] is 0.")
        ) { points, shares, previous, floor in
            var result = solution(points, shares, previous, floor)
            for k in previous.indices where shares.allSatisfy({ $0[k] == 0 }) {
                result.covariances[k] = previous[k].map { _ in previous[k].map { _ in 0 } }
            }
            return result
        },
    ]

    static let maximizationAlternatives = [
        call.answer("the mean of the products less the product of the means") {
            points, shares, previous, floor in
            fitted(points, shares, previous) { component, mean, count in
                mean.indices.map { a in
                    mean.indices.map { b in
                        let product = zip(points, shares).reduce(0) {
                            $0 + $1.1[component] * $1.0[a] * $1.0[b]
                        }
                        let spread = count > 0 ? product / count - mean[a] * mean[b] : 0
                        return spread + (a == b ? floor : 0)
                    }
                }
            }
        }
    ]
}

/// Weights and means as they should be, with covariances that a closure makes.
private func fitted(
    _ points: [[Double]], _ shares: [[Double]], _ previous: [[Double]],
    covariance: (_ component: Int, _ mean: [Double], _ count: Double) -> [[Double]]
) -> MixtureEstimate {
    var result = MixtureEstimate(weights: [], means: [], covariances: [])
    for (k, old) in previous.enumerated() {
        let count = shares.reduce(0) { $0 + $1[k] }
        let sums = old.indices.map { a in
            zip(points, shares).reduce(0) { $0 + $1.1[k] * $1.0[a] }
        }
        let mean = count > 0 ? sums.map { $0 / count } : old
        result.weights.append(count / Double(points.count))
        result.means.append(mean)
        result.covariances.append(covariance(k, mean, count))
    }
    return result
}

/// Covariances about any centre.
private func centered(
    _ points: [[Double]], _ shares: [[Double]], _ previous: [[Double]], _ floor: Double,
    about center: (_ component: Int, _ mean: [Double]) -> [Double]
) -> MixtureEstimate {
    fitted(points, shares, previous) { component, mean, count in
        let middle = center(component, mean)
        return mean.indices.map { a in
            mean.indices.map { b in
                let sum = zip(points, shares).reduce(0) {
                    $0 + $1.1[component] * ($1.0[a] - middle[a]) * ($1.0[b] - middle[b])
                }
                return (count > 0 ? sum / count : 0) + (a == b ? floor : 0)
            }
        }
    }
}

private func solution(
    _ points: [[Double]], _ shares: [[Double]], _ previous: [[Double]], _ floor: Double
) -> MixtureEstimate {
    centered(points, shares, previous, floor) { $1 }
}

/// The solution with means that are divided by something else.
private func scaledMeans(
    _ points: [[Double]], _ shares: [[Double]], _ previous: [[Double]], _ floor: Double,
    _ divided: (Double) -> Double
) -> MixtureEstimate {
    var result = solution(points, shares, previous, floor)
    for k in previous.indices {
        let count = shares.reduce(0) { $0 + $1[k] }
        if count > 0 { result.means[k] = result.means[k].map { divided($0 * count) } }
    }
    return result
}
