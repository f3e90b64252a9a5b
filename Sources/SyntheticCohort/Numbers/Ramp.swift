/// 0 up to `from`, 1 beyond `to`, and a straight line between.
@inline(__always)
func ramp(_ value: Float, _ from: Float, _ to: Float) -> Float {
    min(max((value - from) / (to - from), 0), 1)
}

/// The value between two, a given share of the way from the first to the second.
@inline(__always)
func mix<Value: SIMD>(_ first: Value, _ second: Value, _ share: Float) -> Value
where Value.Scalar == Float {
    first + (second - first) * share
}

/// The number between two, a given share of the way from the first to the second.
@inline(__always)
func mix(_ first: Float, _ second: Float, _ share: Float) -> Float {
    first + (second - first) * share
}
