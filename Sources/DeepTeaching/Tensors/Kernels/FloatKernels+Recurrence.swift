import CKernels

extension FloatKernels {
    /// The gates of blocks of rows, on all cores.
    public static func gruStep(
        _ time: Int, seen: Tensor<Float>, remembered: Tensor<Float>, state: Tensor<Float>
    ) -> GRUStep<Float> {
        requireRecurrentStep(time, seen: seen, remembered: remembered, state: state, gates: 3)
        let (rows, d) = (state.shape[0], state.shape[1])
        let gates = Tensor<Float>(uninitializedShape: [rows, 4 * d])
        let next = Tensor<Float>(uninitializedShape: [rows, d])
        inBlocks(of: rows) { first, count in
            withPointers(
                seen.storage, remembered.storage, state.storage, gates.storage, next.storage
            ) { s, m, h, gates, next in
                gru_step(
                    count, d, s + (time * rows + first) * 3 * d, m + first * 3 * d, h + first * d,
                    gates + first * 4 * d, next + first * d)
            }
        }
        return GRUStep(gates: gates, state: next)
    }

    /// The gradients of blocks of rows, on all cores.
    public static func gruGradients(
        _ step: GRUStep<Float>, state: Tensor<Float>, gradient: Tensor<Float>
    ) -> GRUGradients<Float> {
        requireRecurrentGradients(gates: step.gates, state: state, others: gradient)
        let (rows, d) = (state.shape[0], state.shape[1])
        let seen = Tensor<Float>(uninitializedShape: [rows, 3 * d])
        let remembered = Tensor<Float>(uninitializedShape: [rows, 3 * d])
        let before = Tensor<Float>(uninitializedShape: [rows, d])
        inBlocks(of: rows) { first, count in
            withPointers(
                step.gates.storage, state.storage, gradient.storage, seen.storage,
                remembered.storage, before.storage
            ) { gates, h, gradient, s, m, before in
                let (one, three) = (first * d, first * 3 * d)
                gru_gradients(
                    count, d, gates + first * 4 * d, h + one, gradient + one, s + three, m + three,
                    before + one)
            }
        }
        return GRUGradients(seen: seen, remembered: remembered, state: before)
    }

    /// The gates of blocks of rows, on all cores.
    public static func lstmStep(
        _ time: Int, seen: Tensor<Float>, remembered: Tensor<Float>, cell: Tensor<Float>
    ) -> LSTMStep<Float> {
        requireRecurrentStep(time, seen: seen, remembered: remembered, state: cell, gates: 4)
        let (rows, d) = (cell.shape[0], cell.shape[1])
        let gates = Tensor<Float>(uninitializedShape: [rows, 4 * d])
        let (next, output) = (
            Tensor<Float>(uninitializedShape: [rows, d]),
            Tensor<Float>(uninitializedShape: [rows, d])
        )
        inBlocks(of: rows) { first, count in
            withPointers(
                seen.storage, remembered.storage, cell.storage, gates.storage, next.storage,
                output.storage
            ) { s, m, c, gates, next, output in
                let (one, four) = (first * d, first * 4 * d)
                lstm_step(
                    count, d, s + time * rows * 4 * d + four, m + four, c + one, gates + four,
                    next + one, output + one)
            }
        }
        return LSTMStep(gates: gates, cell: next, output: output)
    }

    /// The gradients of blocks of rows, on all cores.
    public static func lstmGradients(
        _ step: LSTMStep<Float>, cell: Tensor<Float>, gradient: Tensor<Float>,
        cellGradient: Tensor<Float>
    ) -> LSTMGradients<Float> {
        requireRecurrentGradients(
            gates: step.gates, state: cell, others: step.cell, gradient, cellGradient)
        let (rows, d) = (cell.shape[0], cell.shape[1])
        let sums = Tensor<Float>(uninitializedShape: [rows, 4 * d])
        let before = Tensor<Float>(uninitializedShape: [rows, d])
        inBlocks(of: rows) { first, count in
            withPointers(
                step.gates.storage, cell.storage, step.cell.storage, gradient.storage,
                cellGradient.storage, sums.storage, before.storage
            ) { gates, c, next, gradient, ofNext, sums, before in
                let (one, four) = (first * d, first * 4 * d)
                lstm_gradients(
                    count, d, gates + four, c + one, next + one, gradient + one, ofNext + one,
                    sums + four, before + one)
            }
        }
        return LSTMGradients(sums: sums, cell: before)
    }

    /// Blocks of 32 rows: what one core does of a step.
    private static func inBlocks(
        of rows: Int, _ work: @Sendable (_ first: Int, _ count: Int) -> Void
    ) {
        parallel((rows + 31) / 32) { work($0 * 32, min(32, rows - $0 * 32)) }
    }
}
