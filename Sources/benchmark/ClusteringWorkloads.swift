import DeepTeaching
import Foundation

extension Workload {
    /// k-means on 200,000 points of 16 features: from the first 8 points in 20 iterations, looking up
    /// each point, and the start by k-means++ with one iteration.
    static var clusterings: [Workload] {
        let settings = KMeans(clusters: 8, runs: 1, tolerance: 0, maximumIterations: 20)
        return [
            Workload(
                name: "kmeans_n200k_d16_k8_it20_f32", items: 20, unit: "iterations/s"
            ) {
                let points = try PeerData.matrix("kmeans_x.f32", columns: 16)
                let given = settings.starting(at: points)
                return { try! _ = given.fit(points) }
            },
            Workload(name: "kmeans_predict_f32", items: 200_000, unit: "points/s") {
                let points = try PeerData.matrix("kmeans_x.f32", columns: 16)
                let fitted = try settings.starting(at: points).fit(points)
                return { try! _ = fitted.predictions(for: points) }
            },
            Workload(name: "kmeans_plusplus_n200k_d16_k8", items: 1, unit: "fits/s") {
                let points = try PeerData.matrix("kmeans_x.f32", columns: 16)
                let single = KMeans(clusters: 8, runs: 1, maximumIterations: 1)
                return { try! _ = single.fit(points) }
            },
        ]
    }
}

extension Workload {
    /// A mixture of 5 normal distributions on 100,000 points of 8 features: 20 iterations from the first 5
    /// points and unit covariances, and the shares of the components in each point.
    static var mixtures: [Workload] {
        let settings = GaussianMixture(components: 5, tolerance: 0, maximumIterations: 20)
        return [
            Workload(
                name: "gmm_full_n100k_d8_k5_it20_f32", items: 20, unit: "iterations/s"
            ) {
                let points = try PeerData.matrix("gmm_x.f32", columns: 8)
                let given = settings.starting(at: points)
                return { try! _ = given.fit(points) }
            },
            Workload(
                name: "gmm_full_n100k_d8_k5_it20_f64", items: 20, unit: "iterations/s"
            ) {
                let points = try PeerData.matrix("gmm_x.f32", columns: 8)
                let (given, exact) = (settings.starting(at: points), points.inDouble)
                return { try! _ = given.fit(exact) }
            },
            Workload(name: "gmm_predict_proba_f64", items: 100_000, unit: "points/s") {
                let points = try PeerData.matrix("gmm_x.f32", columns: 8).inDouble
                let short = GaussianMixture(components: 5, maximumIterations: 3)
                let fitted = try short.fit(points)
                return { try! _ = fitted.probabilities(for: points) }
            },
        ]
    }
}

extension GaussianMixture {
    /// The same from the first points as means, equal weights and unit covariances.
    fileprivate func starting(at points: Tensor<Float>) -> GaussianMixture {
        let unit = Tensor<Float>.identity(points.shape[1]).firstRows(points.shape[1])
        var settings = self
        settings.start = MixtureStart(
            weights: Array(repeating: 1 / Double(components), count: components),
            means: points.firstRows(components),
            covariances: .full(Array(repeating: unit, count: components)))
        return settings
    }
}

extension KMeans {
    /// The same from the first points as centroids.
    fileprivate func starting(at points: Tensor<Float>) -> KMeans {
        var settings = self
        settings.start = .centroids(points.firstRows(clusters))
        return settings
    }
}

extension Tensor<Float> {
    /// The first rows of a matrix.
    func firstRows(_ count: Int) -> [[Double]] {
        let columns = shape[1]
        let values = elements.prefix(count * columns).map { Double($0) }
        return (0..<count).map { Array(values[$0 * columns..<($0 + 1) * columns]) }
    }
}

/// The peers' raw files: numbers in little-endian order, row after row.
enum PeerData {
    /// A matrix of as many rows as the file holds.
    ///
    /// - Throws: `MissingData` if there is no such file of whole rows.
    static func matrix(_ name: String, columns: Int) throws -> Tensor<Float> {
        let folder = ProcessInfo.processInfo.environment["PEERS_DATA"] ?? "PEERS_DATA"
        let path = folder + "/" + name
        guard let data = FileManager.default.contents(atPath: path), !data.isEmpty,
            data.count.isMultiple(of: 4 * columns)
        else { throw MissingData(file: path) }
        let values = data.withUnsafeBytes { bytes in
            (0..<data.count / 4).map { place in
                Float(
                    bitPattern: UInt32(
                        littleEndian: bytes.loadUnaligned(
                            fromByteOffset: 4 * place, as: UInt32.self)))
            }
        }
        return Tensor(values, shape: [values.count / columns, columns])
    }
}
