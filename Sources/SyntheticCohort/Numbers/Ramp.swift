/// 0 up to `from`, 1 beyond `to`, and a straight line between.
@inline(__always)
func ramp(_ value: Float, _ from: Float, _ to: Float) -> Float {
    min(max((value - from) / (to - from), 0), 1)
}

/// The fields between two, a given share of the way from the first to the second. Not one generic
/// function with the next: a debug build does not specialise what stands in another file, and each pixel
/// passes here.
@inline(__always)
func mix(_ first: SIMD16<Float>, _ second: SIMD16<Float>, _ share: Float) -> SIMD16<Float> {
    first + (second - first) * share
}

/// The stains between two, a given share of the way from the first to the second.
@inline(__always)
func mix(_ first: SIMD2<Float>, _ second: SIMD2<Float>, _ share: Float) -> SIMD2<Float> {
    first + (second - first) * share
}

/// The number between two, a given share of the way from the first to the second.
@inline(__always)
func mix(_ first: Float, _ second: Float, _ share: Float) -> Float {
    first + (second - first) * share
}
