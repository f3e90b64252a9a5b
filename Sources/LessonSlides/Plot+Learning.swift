import CourseKit

/// Curves that lessons about learning draw.
extension Plot.Curve {
    /// The losses of the steps of a training, as means of some at a time: single ones jump. Each
    /// mean stands over its first step.
    public init(
        _ name: String, smoothing losses: some Collection<Double>, by count: Int = 10,
        style: Style = .line
    ) {
        let losses = Array(losses)
        let starts = Array(stride(from: 0, to: losses.count, by: count))
        let means = starts.map { start in
            let part = losses[start..<min(start + count, losses.count)]
            return part.reduce(0, +) / Double(part.count)
        }
        self.init(name, x: starts.map { Double($0) }, y: means, style: style)
    }
}
