import DeepTeaching

/// The calls of Lesson 14's exercises.
public enum ConfidenceMapsCalls {
    /// A map of patches.
    public static let stitch = Call("stitch(predictions:side:stride:columns:rows:)") {
        (
            contract: any ConfidenceMapsContract.Type, predictions: [PatchPrediction], side: Int,
            stride: Int, columns: Int, rows: Int
        ) in
        try contract.stitch(
            predictions, side: side, stride: stride, columns: columns, rows: rows)
    }

    /// The peaks of a map.
    public static let nonMaximumSuppression = Call(
        "nonMaximumSuppression(map:radius:threshold:)"
    ) {
        (
            contract: any ConfidenceMapsContract.Type, map: [[Double]], radius: Double,
            threshold: Double
        ) in
        try contract.nonMaximumSuppression(map, radius: radius, threshold: threshold)
    }

    /// One number of a slide.
    public static let slideScore = Call("slideScore(probabilities:covered:count:)") {
        (
            contract: any ConfidenceMapsContract.Type, probabilities: [[Double]],
            covered: [[Bool]], count: Int
        ) in
        try contract.slideScore(probabilities: probabilities, covered: covered, largest: count)
    }

    /// Places on the slide.
    public static let detections = Call("detections(map:threshold:origin:downsample:)") {
        (
            contract: any ConfidenceMapsContract.Type, map: [[Double]], threshold: Double,
            origin: BaselinePoint, downsample: Double
        ) in
        try contract.detections(
            in: map, threshold: threshold, origin: origin, downsample: downsample)
    }
}
