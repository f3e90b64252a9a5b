/// The calls of Lesson 19's exercises.
public enum SlideAttentionCalls {
    /// Attention pooling.
    public static let attentionPool = Call("attentionPool(instances:projection:direction:)") {
        (
            contract: any SlideAttentionContract.Type, instances: [[Double]],
            projection: [[Double]], direction: [Double]
        ) in
        try contract.attentionPool(
            instances: instances, projection: projection, direction: direction)
    }

    /// Attention pooling with a gate.
    public static let gatedAttentionPool = Call(
        "gatedAttentionPool(instances:projection:gate:direction:)"
    ) {
        (
            contract: any SlideAttentionContract.Type, instances: [[Double]],
            projection: [[Double]], gate: [[Double]], direction: [Double]
        ) in
        try contract.gatedAttentionPool(
            instances: instances, projection: projection, gate: gate, direction: direction)
    }

    /// Places, none of them twice.
    public static let sampleWithoutReplacement = Call(
        "sampleWithoutReplacement(attention:draws:numbers:)"
    ) {
        (
            contract: any SlideAttentionContract.Type, attention: [Double], draws: Int,
            numbers: [Double]
        ) in
        try contract.sampleWithoutReplacement(
            attention: attention, draws: draws, numbers: numbers)
    }

    /// The sum over all places, from some of them.
    public static let samplingEstimate = Call("samplingEstimate(values:attention:replacing:)") {
        (
            contract: any SlideAttentionContract.Type, values: [[Double]], attention: [Double],
            replacing: Bool
        ) in
        try contract.samplingEstimate(
            values: values, attention: attention, replacing: replacing)
    }

    /// The share of the pixels that were read.
    public static let processedFraction = Call(
        "processedFraction(width:height:reduction:patchSide:corners:)"
    ) {
        (
            contract: any SlideAttentionContract.Type, width: Int, height: Int, reduction: Int,
            patchSide: Int, corners: [PatchCorner]
        ) in
        try contract.processedFraction(
            width: width, height: height, reduction: reduction, patchSide: patchSide,
            corners: corners)
    }
}
