import DeepTeaching

extension Workload {
    /// Training steps of a network that looks six times at 196 places.
    static var softAttention: Workload {
        let name = "softattn_14x14x64_lstm256_n6_b64_train_adam"
        return Workload(name: name, items: 64, unit: "samples/s") {
            var generator = SeededGenerator(seed: 0)
            var network = AttendingNetwork(using: &generator)
            var optimizer = Adam<Float>()
            let grid = try AnnotationGrid(
                Variable(Tensor<Float>.normal([64, 196, 64], using: &generator)))
            let labels = (0..<64).map { _ in generator.index(below: 10) }
            return {
                let (_, gradients) = gradients(of: network) { network in
                    softmaxCrossEntropy(logits: network(grid), labels: labels)
                }
                optimizer.update(&network, along: gradients)
            }
        }
    }
}

/// Additive attention over places, an LSTM that begins at 0, and a class from its last state.
struct AttendingNetwork: Parameterized {
    var attention: SoftAttention<Float>
    var memory: LSTM<Float>
    var classes: Dense<Float>

    init(using generator: inout SeededGenerator) {
        attention = SoftAttention(features: 64, hidden: 256, width: 128, using: &generator)
        memory = LSTM(inputs: 64, hidden: 256, using: &generator)
        classes = Dense(inputs: 256, outputs: 10, using: &generator)
    }

    func callAsFunction(_ grid: AnnotationGrid<Float>) -> Variable<Float> {
        let prepared = attention.prepared(grid)
        let start = Variable(Tensor<Float>.zeros([grid.annotations.shape[0], 256]))
        var state = LSTM<Float>.State(output: start, cell: start)
        for _ in 0..<6 {
            state = memory.next(attention(prepared, after: state.output).context, after: state)
        }
        return classes(state.output, in: .inference)
    }

    mutating func visit(with visitor: ModelVisitor<Float>) {
        visitor("attention", &attention)
        visitor("memory", &memory)
        visitor("classes", &classes)
    }
}
