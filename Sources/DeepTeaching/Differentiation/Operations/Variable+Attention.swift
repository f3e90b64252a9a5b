extension Variable {
    /// e_bi = sum over w of u_w tanh(a_biw + h_bw), in one pass: how well each place fits the state.
    /// With t = tanh(a + h) and the gradient g of e: dL/da = g u (1 - t^2), dL/dh is its sum over the
    /// places, and dL/du is the sum of g t.
    ///
    /// - Parameters:
    ///   - state: h, `[batch, width]`.
    ///   - weights: u, `[width]`.
    /// - Returns: e, `[batch, place]`, for places a `[batch, place, width]`.
    @specialized(where Scalar == Float)
    public func additiveScores(state: Variable, weights: Variable) -> Variable {
        let result = Scalar.Kernels.additiveScores(
            value, state.value, weights: weights.value)
        return Variable(result.scores, from: [self, state, weights]) { [u = weights.value] in
            let gradients = Scalar.Kernels.additiveScoreGradients(
                result, weights: u, gradient: $0)
            return [gradients.places, gradients.state, gradients.weights]
        }
    }

    /// y_i = m_i exp(x_i) / sum_j m_j exp(x_j) in each row along the last axis: what is masked out gets
    /// exactly 0; dL/dx = y (dL/dy - sum(y dL/dy)), which is 0 there, too.
    ///
    /// - Parameter mask: m, 1 for what takes part and 0 for what does not, of the same shape; at least one
    ///   1 in each row.
    public func softmax(where mask: Tensor<Scalar>) -> Variable {
        let y = value.softmax(where: mask)
        return Variable(y, from: self) { gradient in
            let weighted = gradient * y
            return weighted - y * weighted.sum(axes: [y.rank - 1], keepingAxes: true)
        }
    }
}
