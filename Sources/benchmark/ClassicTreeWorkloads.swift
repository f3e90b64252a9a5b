import DeepTeaching

extension Workload {
    /// One tree on 50,000 samples of 30 features, and a forest of 100 trees on 20,000; 10,000 further
    /// samples are predicted.
    static var classicTrees: [Workload] {
        [
            treeFit("full", DecisionTree()), treeFit("depth12", DecisionTree(maximumDepth: 12)),
            Workload(name: "tree_predict_depth12", items: 10_000, unit: "rows/s") {
                let data = try TreeData()
                let tree = try DecisionTree(maximumDepth: 12)
                    .fit(data.features(0..<50_000), labels: data.labels(0..<50_000))
                let test = data.features(50_000..<60_000)
                return { used { try tree.predictions(for: test) } }
            },
            Workload(name: "forest_100_n20k_d30_fit", items: 100, unit: "trees/s") {
                let data = try TreeData()
                let (features, labels) = (data.features(0..<20_000), data.labels(0..<20_000))
                return { used { try RandomForest(trees: 100).fit(features, labels: labels) } }
            },
            Workload(name: "forest_100_predict_10k", items: 10_000, unit: "rows/s") {
                let data = try TreeData()
                let forest = try RandomForest(trees: 100)
                    .fit(data.features(0..<20_000), labels: data.labels(0..<20_000))
                let test = data.features(50_000..<60_000)
                return { used { try forest.predictions(for: test) } }
            },
        ]
    }

    private static func treeFit(_ name: String, _ settings: DecisionTree) -> Workload {
        Workload(name: "tree_n50k_d30_\(name)_fit", items: 50_000, unit: "rows/s") {
            let data = try TreeData()
            let (features, labels) = (data.features(0..<50_000), data.labels(0..<50_000))
            return { used { try settings.fit(features, labels: labels) } }
        }
    }

    /// Runs what cannot fail on these data; a failure would make a time without work.
    private static func used<Value>(_ work: () throws -> Value) {
        do { _ = try work() } catch { fatalError("the peers' data cannot be used: \(error)") }
    }
}

/// The peers' samples for trees: rows 0 to 49,999 to learn from, the rest to predict.
private struct TreeData {
    private let all: Tensor<Float>
    private let classes: [Int]

    init() throws {
        all = try PeerData.table("tree_x", columns: 30)
        classes = try PeerData.labels("tree_y")
        guard all.shape[0] == 60_000, classes.count == 60_000 else {
            throw MissingData(file: "tree_x.f32")
        }
    }

    func features(_ rows: Range<Int>) -> Tensor<Float> { all.rows(at: Array(rows)) }

    func labels(_ rows: Range<Int>) -> [Int] { Array(classes[rows]) }
}
