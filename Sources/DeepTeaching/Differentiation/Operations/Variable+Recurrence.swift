// Whole sequences of recurrent steps as one operation. The gradients of a step follow from those of the
// step after it; what they mean for the weights is one product over all steps.
extension Variable {
    /// The states of a gated recurrent unit, h_t from s_t and m = h_(t-1) U + c; see ``GRUStep``.
    ///
    /// - Parameters:
    ///   - start: h_0, `[batch, hidden]`.
    ///   - weights: U, `[hidden, 3 * hidden]`.
    ///   - bias: c, `[3 * hidden]`.
    /// - Returns: of this one's s, `[time, batch, 3 * hidden]`, the states `[time, batch, hidden]`.
    func gruStates(from start: Variable, weights: Variable, bias: Variable) -> Variable {
        let (s, u) = (value, weights.value)
        var states = [start.value]
        var steps: [GRUStep<Scalar>] = []
        for time in 0..<shape[0] {
            let m = states[time].matrixProduct(u, bias: bias.value)
            steps.append(
                Scalar.Kernels.gruStep(time, seen: s, remembered: m, state: states[time]))
            states.append(steps[time].state)
        }
        let needsStart = !start.isConstant
        return Variable(
            states.count == 1
                ? .zeros([0] + start.shape) : .stacked(Array(states.dropFirst())),
            from: [self, start, weights, bias]
        ) { [states, steps] gradient in
            if steps.isEmpty { return [nil, nil, nil, nil] }
            let gradients = gradient.unstacked()
            let turned = u.transposed()  // [3 hidden, hidden]
            var (ofSeen, ofRemembered): ([Tensor<Scalar>], [Tensor<Scalar>]) = ([], [])
            var ofState = Tensor<Scalar>.zeros(start.shape)
            for time in gradients.indices.reversed() {
                ofState.add(gradients[time])
                let step = Scalar.Kernels.gruGradients(
                    steps[time], state: states[time], gradient: ofState)
                ofSeen.append(step.seen)
                ofRemembered.append(step.remembered)
                ofState = step.state
                if time > 0 || needsStart { ofState.add(step.remembered.matrixProduct(turned)) }
            }
            let before = Tensor.concatenated(states.dropLast())  // [time * batch, hidden]
            let remembered = Tensor.concatenated(ofRemembered.reversed())
            return [
                .stacked(ofSeen.reversed()), needsStart ? ofState : nil,
                before.matrixProduct(remembered, transposingFirst: true), remembered.sum(axes: [0]),
            ]
        }
    }

    /// The answers of a long short-term memory, and its cells where asked for: h_t and c_t from s_t,
    /// m = h_(t-1) U + d and c_(t-1); see ``LSTMStep``.
    ///
    /// - Parameters:
    ///   - output: h_0, `[batch, hidden]`.
    ///   - cell: c_0, `[batch, hidden]`.
    ///   - weights: U, `[hidden, 4 * hidden]`.
    ///   - bias: d, `[4 * hidden]`.
    ///   - keepsCells: whether somebody goes on from the cells. A sequence that is read to its end
    ///     has no use for them, and is spared a copy of them and their gradient.
    /// - Returns: of this one's s, `[time, batch, 4 * hidden]`, the answers
    ///   `[1, time, batch, hidden]`, or the answers and then the cells `[2, time, batch, hidden]`.
    func lstmStates(
        fromOutput output: Variable, cell: Variable, weights: Variable, bias: Variable,
        keepsCells: Bool
    ) -> Variable {
        let (s, u) = (value, weights.value)
        let time = shape[0]
        var (outputs, cells) = ([output.value], [cell.value])
        var steps: [LSTMStep<Scalar>] = []
        for now in 0..<time {
            let m = outputs[now].matrixProduct(u, bias: bias.value)
            steps.append(
                Scalar.Kernels.lstmStep(now, seen: s, remembered: m, cell: cells[now]))
            outputs.append(steps[now].output)
            cells.append(steps[now].cell)
        }
        let needsStart = !output.isConstant
        let kept = outputs.dropFirst() + (keepsCells ? cells.dropFirst() : [])
        let shape = [keepsCells ? 2 : 1, time] + output.shape
        return Variable(
            time == 0 ? .zeros(shape) : Tensor.stacked(Array(kept)).reshaped(shape),
            from: [self, output, cell, weights, bias]
        ) { [outputs, cells, steps, count = kept.count] gradient in
            if steps.isEmpty { return [nil, nil, nil, nil, nil] }
            let gradients = gradient.reshaped([count] + output.shape).unstacked()
            let turned = u.transposed()  // [4 hidden, hidden]
            var ofSums: [Tensor<Scalar>] = []
            var ofOutput = Tensor<Scalar>.zeros(output.shape)
            var ofCell = ofOutput
            for now in (0..<time).reversed() {
                ofOutput.add(gradients[now])
                if keepsCells { ofCell.add(gradients[time + now]) }
                let step = Scalar.Kernels.lstmGradients(
                    steps[now], cell: cells[now], gradient: ofOutput, cellGradient: ofCell)
                ofSums.append(step.sums)
                ofCell = step.cell
                if now > 0 || needsStart { ofOutput = step.sums.matrixProduct(turned) }
            }
            let before = Tensor.concatenated(outputs.dropLast())  // [time * batch, hidden]
            let sums = Tensor.concatenated(ofSums.reversed())  // [time * batch, 4 hidden]
            return [
                sums.reshaped([time] + s.shape.dropFirst()), needsStart ? ofOutput : nil, ofCell,
                before.matrixProduct(sums, transposingFirst: true), sums.sum(axes: [0]),
            ]
        }
    }
}
