import Curriculum
import DeepTeaching
import Foundation

/// Lesson 12, Clustering: structure without labels.
///
/// k-means repeats two steps until nothing moves: each point joins its nearest centroid (`assign`),
/// then each centroid moves to the mean of its points (`updateCentroids`); `kMeansPlusPlus` chooses
/// where it begins. A mixture of normal distributions (`gaussianLogDensity`) repeats two steps as well:
/// each point is shared out among the components (`expectationStep`), then each component is fitted to
/// its shares (`maximizationStep`). `bayesianInformationCriterion` says how many components are worth
/// their parameters.
///
/// Points, centroids and matrices are arrays of numbers. Each function stands on its own: none needs
/// another. Random numbers are arguments, so that the same call always gives the same. All that you need
/// is imported: `exp`, `log` from Foundation, `MixtureEstimate` from Curriculum.
public enum ClusteringExercise: ClusteringContract {
    /// The index of the nearest centroid for each point.
    ///
    ///     assignment[i] = argmin over k of sum over d of (points[i][d] - centroids[k][d])^2
    ///
    /// Of several centroids that are equally near, take the first.
    ///
    /// The library's own answers are `KMeans` and `MiniBatchKMeans`: do not call them.
    ///
    /// Example:
    ///
    ///     try assign(points: [[0, 0], [9, 0]], centroids: [[1, 0], [8, 0]])  // [0, 1]
    ///
    /// Hint: how do you find the smallest of a few numbers, and remember where it stood?
    ///
    /// - Parameters:
    ///   - points: axes [point, coordinate].
    ///   - centroids: axes [cluster, coordinate]; at least one.
    /// - Returns: for each point an index into `centroids`.
    public static func assign(points: [[Double]], centroids: [[Double]]) throws -> [Int] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The new centroids: the mean of the points of each cluster.
    ///
    ///     centroids[k][d] = sum over i with assignment[i] = k of points[i][d] / count[k]
    ///
    /// A cluster without points keeps its previous centroid.
    ///
    /// The library's own answers are `KMeans` and `MiniBatchKMeans`: do not call them.
    ///
    /// Example:
    ///
    ///     try updateCentroids(
    ///         points: [[0, 0], [2, 0], [9, 9]], assignment: [0, 0, 1], previous: [[5, 5], [6, 6]])
    ///     // [[1, 0], [9, 9]]
    ///
    /// Hint: what must you know of a cluster to compute the mean of its points?
    ///
    /// - Parameters:
    ///   - points: axes [point, coordinate].
    ///   - assignment: for each point the index of its cluster.
    ///   - previous: the centroids so far, axes [cluster, coordinate].
    /// - Returns: the new centroids, axes [cluster, coordinate].
    public static func updateCentroids(
        points: [[Double]], assignment: [Int], previous: [[Double]]
    ) throws -> [[Double]] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The points at which the centroids of k-means begin, far from each other as a rule.
    ///
    /// Each draw is a number from 0 up to but not including 1, and chooses one point:
    ///
    ///     first point = draws[0] * number of points, rounded down
    ///     D2[i] = the squared distance of point i from the nearest of the points chosen so far
    ///     place = draws[c] * (sum of all D2)
    ///
    /// For each further draw, chosen is the first point at which the running sum D2[0] + ... + D2[i]
    /// is larger than the place. So a point is chosen with a probability proportional to its D2, and one
    /// that lies on a chosen point never is. If all D2 are 0, take the first point that is not chosen yet.
    ///
    /// The library's own answers are `KMeansPlusPlus`, which tries several candidates for each
    /// centroid, and `KMeans`: do not call them.
    ///
    /// Example: point 1 is chosen first, so D2 is 4, 0, 16. The place is 0.5 * 20 = 10, the running sums
    /// are 4, 4, 20.
    ///
    ///     try kMeansPlusPlus(points: [[0], [2], [6]], draws: [0.4, 0.5])  // [1, 2]
    ///
    /// Hint: how far is a point from a whole set of points?
    ///
    /// - Parameters:
    ///   - points: axes [point, coordinate].
    ///   - draws: one for each centroid; at least one, and not more than there are points.
    /// - Returns: the indices of the chosen points, in the order in which they were chosen.
    public static func kMeansPlusPlus(points: [[Double]], draws: [Double]) throws -> [Int] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The logarithm of the density of a normal distribution of d features.
    ///
    ///     log N(x; m, S) = -(d log(2 pi) + log det S + |z|^2) / 2    with L z = x - m
    ///
    /// The covariance S comes as its Cholesky factor: a lower triangular matrix L with S = L L', whose
    /// diagonal is above 0. It is to a covariance what the standard deviation is to a variance, and
    /// makes two things easy. The determinant of S is the square of the product of L's diagonal. And
    /// z, the difference in units of the deviation, is found from the first feature on:
    ///
    ///     z[i] = (x[i] - m[i] - sum over j < i of L[i][j] * z[j]) / L[i][i]
    ///
    /// Add logarithms; a density itself, far from the mean, is too small for a number.
    ///
    /// The library's own answer is `GaussianMixture`: do not call it.
    ///
    /// Example: one feature with the deviation 2, and a point 2 beside the mean. The answer is
    /// -(log(2 pi) + log 4 + 1) / 2.
    ///
    ///     try gaussianLogDensity(point: [5], mean: [3], factor: [[2]])  // -2.112
    ///
    /// Hint: which of the three parts of the sum depend on the point?
    ///
    /// - Parameters:
    ///   - point: x, one number a feature.
    ///   - mean: m, as many.
    ///   - factor: L, axes [feature, feature]; above its diagonal stand zeros.
    /// - Returns: the natural logarithm of the density at the point.
    public static func gaussianLogDensity(
        point: [Double], mean: [Double], factor: [[Double]]
    ) throws -> Double {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The expectation step: the share of each component in each point, its responsibility.
    ///
    ///     r[i][k] = w[k] exp(l[i][k]) / sum over j of w[j] exp(l[i][j])
    ///
    /// with the weights w and the logarithms l of the densities. Far from all components every
    /// exp(l) is 0 in floating point, and 0 / 0 is no number. So add log w[k] to l[i][k] first, and
    /// subtract the largest of these sums of the point: it is a common factor, which the fraction
    /// cancels, and one of the exponentials becomes 1.
    ///
    /// The library's own answers are `GaussianMixture`, `softmax` and `logSumExp`: do not call them.
    ///
    /// Example: the second component is three times as likely.
    ///
    ///     try expectationStep(logDensities: [[-1000, -1000]], weights: [0.25, 0.75])
    ///     // [[0.25, 0.75]]
    ///
    /// Hint: what must the shares of one point sum to?
    ///
    /// - Parameters:
    ///   - logDensities: l, finite numbers, axes [point, component].
    ///   - weights: w, one a component, 0 or more; not all are 0.
    /// - Returns: r, axes [point, component]; a component of weight 0 has no share.
    public static func expectationStep(
        logDensities: [[Double]], weights: [Double]
    ) throws -> [[Double]] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The maximisation step: the parameters under which points that are shared out so are most likely.
    ///
    ///     n[k] = sum over i of r[i][k]
    ///     weights[k] = n[k] / number of points
    ///     means[k] = sum over i of r[i][k] x[i] / n[k]
    ///     covariances[k] = sum over i of r[i][k] (x[i] - means[k]) (x[i] - means[k])' / n[k]
    ///
    /// where u u' is the matrix whose entry in row a, column b is u[a] * u[b]. The floor is added to each
    /// number on the diagonal of a covariance, so that no component shrinks to a point: its density would
    /// be infinite. A component without any share, n[k] = 0, has the weight 0, keeps its previous mean,
    /// and has the floor on the diagonal of its covariance and 0 elsewhere.
    ///
    /// The library's own answer is `GaussianMixture`: do not call it. `MixtureEstimate(weights: w,
    /// means: m, covariances: c)` makes the result.
    ///
    /// Example: two points that belong to one component altogether.
    ///
    ///     try maximizationStep(
    ///         points: [[0, 0], [2, 4]], responsibilities: [[1], [1]], previous: [[5, 5]], floor: 0.5)
    ///     // weights [1], means [[1, 2]], covariances [[[1.5, 2], [2, 4.5]]]
    ///
    /// Hint: from which mean do the points of a component differ, from the old or from the new one?
    ///
    /// - Parameters:
    ///   - points: x, axes [point, feature].
    ///   - responsibilities: r, axes [point, component]; each row sums to 1.
    ///   - previous: the means so far, axes [component, feature].
    ///   - floor: what is added to the diagonals.
    /// - Returns: the new parameters.
    public static func maximizationStep(
        points: [[Double]], responsibilities: [[Double]], previous: [[Double]], floor: Double
    ) throws -> MixtureEstimate {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// Schwarz's criterion: of mixtures with different numbers of components, the one with the
    /// smallest is to be preferred.
    ///
    ///     BIC = p log(points) - 2 logLikelihood
    ///
    /// The likelihood grows with every component; each free number must pay for itself. p counts them
    /// for k components of d features: the weights, of which the last follows from the others, since
    /// they sum to 1; d numbers for each mean; and for each covariance, which is symmetric, the diagonal
    /// and one half of the rest, d (d + 1) / 2 numbers.
    ///
    /// The library's own answer is `GaussianMixture`: do not call it.
    ///
    /// Example: one component of one feature has p = 2, its mean and its variance.
    ///
    ///     try bayesianInformationCriterion(
    ///         logLikelihood: -150, points: 100, components: 1, features: 1)
    ///     // 2 * 4.605 + 300 = 309.21
    ///
    /// Hint: how many numbers must you write down, so that somebody else can draw the mixture?
    ///
    /// - Parameters:
    ///   - logLikelihood: the sum of the natural logarithms of the densities of all points.
    ///   - points: how many they are, at least 1.
    ///   - components: k, at least 1.
    ///   - features: d, at least 1.
    /// - Returns: the criterion.
    public static func bayesianInformationCriterion(
        logLikelihood: Double, points: Int, components: Int, features: Int
    ) throws -> Double {
        // TODO: your code here, in place of the next line.
        return try todo()
    }
}
