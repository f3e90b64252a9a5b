import DeepTeaching
import Foundation

struct Experiment {
    let seed: UInt64
    func run() throws {
        func stamp(_ s: String) { print(Date().timeIntervalSince(start), s) }
        let start = Date()
        let table = SlideTable(seed: seed)
        stamp("table")
        for k in 0..<4 { print(SlideTable.typeNames[k], table.labels.count { $0 == k }) }
        for i in stride(from: 0, to: 60, by: 3) { print(table.labels[i], table.rows[i].map { ($0*1000).rounded()/1000 }) }
        for s in 0..<3 {
            let groups = try CrossValidation(SampleSplit.folds(of: table.labels, groups: table.patients, count: 5, seed: UInt64(s)))
            let leak = try CrossValidation(SampleSplit.folds(of: table.labels, count: 5, seed: UInt64(s)))
            for d in [1,2,3,4,6,8,12] {
                print("depth", d, try groups.evaluate(DecisionTree(maximumDepth: d), table.tensor, labels: table.labels).meanScore)
            }
            for (n, m) in [("forest", RandomForest(trees: 100)), ("forest leaf 5", RandomForest(trees: 100, minimumLeafSamples: 5))] {
                print(n, try groups.evaluate(m, table.tensor, labels: table.labels).meanScore, "leak", try leak.evaluate(m, table.tensor, labels: table.labels).meanScore)
            }
            let stains = table.columns { $0 == .haematoxylin || $0 == .eosin }
            for cv in [groups, leak] {
                let r = try cv.evaluate(RandomForest(trees: 100), stains.tensor, labels: stains.labels)
                let p = stains.labels.indices.map { 1 - r.probabilities[$0, 0] }
                print("stains", r.meanScore, try ROCCurve(scores: p, labels: stains.labels.map { $0 > 0 }).area)
            }
            stamp("folds")
            let logs = table.withLogarithms
            for p in [0.01, 0.1, 1, 10] {
                print("regression", p, try groups.evaluate(Standardizer().then(MultinomialRegression(penalty: p)), logs.tensor, labels: logs.labels).meanScore, try groups.evaluate(Standardizer().then(MultinomialRegression(penalty: p)), table.tensor, labels: logs.labels).meanScore)
            }
            stamp("regression")
            print("perceptron", try groups.evaluate(MultilayerPerceptron(hiddenLayers: [16], penalty: 1, learningRate: 0.01, epochs: 100, batchSize: 50), logs.tensor, labels: logs.labels).meanScore)
            stamp("perceptron")
            let rule = table[.diameter].map { $0 > 2 ? 3 : $0 > 0.2 ? 2 : $0 > 0 ? 1 : 0 }
            print("rule", Double(zip(rule, table.labels).count { $0 == $1 }) / Double(table.count))
        }
    }
}
