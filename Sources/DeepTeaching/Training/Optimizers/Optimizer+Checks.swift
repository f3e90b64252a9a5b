// Numbers that make an optimiser diverge or give no numbers are a mistake of who writes them down:
// what is not a number fails each of these comparisons.

/// Stops with a sentence unless the learning rate is a number from 0 on.
func requireLearningRate(_ rate: Double) {
    require(
        rate >= 0 && rate.isFinite, "the learning rate is \(rate), it must be a number from 0 on")
}

/// Stops with a sentence unless `share`, of which `name` says what it is, lies from 0 up to but not
/// including 1.
func requireDecay(_ share: Double, _ name: String) {
    require(
        0 <= share && share < 1,
        "the \(name) is \(share), it must be from 0 up to but not including 1")
}

/// Stops with a sentence unless the number, of which `name` says what it is, is one from 0 on.
func requireNotNegative(_ value: Double, _ name: String) {
    require(value >= 0 && value.isFinite, "the \(name) is \(value), it must be a number from 0 on")
}
