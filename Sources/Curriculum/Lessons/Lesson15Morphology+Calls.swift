import DeepTeaching

/// The calls of Lesson 15's exercises.
public enum MorphologyCalls {
    /// What an element fits into.
    public static let erode = Call("erode(mask:element:)") {
        (contract: any MorphologyContract.Type, mask: Mask, element: [Offset]) in
        try contract.erode(mask, by: element)
    }

    /// What an element reaches.
    public static let dilate = Call("dilate(mask:element:)") {
        (contract: any MorphologyContract.Type, mask: Mask, element: [Offset]) in
        try contract.dilate(mask, by: element)
    }

    /// Without specks, and without gaps.
    public static let openAndClose = Call("openAndClose(mask:diameter:micronsPerPixel:)") {
        (
            contract: any MorphologyContract.Type, mask: Mask, micrometres: Double,
            micronsPerPixel: Double
        ) in
        try contract.openAndClose(mask, diameter: micrometres, micronsPerPixel: micronsPerPixel)
    }

    /// Numbered regions.
    public static let connectedComponents = Call("connectedComponents(mask:connectivity:)") {
        (contract: any MorphologyContract.Type, mask: Mask, connectivity: Connectivity) in
        try contract.connectedComponents(of: mask, connectivity: connectivity)
    }

    /// Without holes.
    public static let fillHoles = Call("fillHoles(mask:)") {
        (contract: any MorphologyContract.Type, mask: Mask) in
        try contract.fillHoles(of: mask)
    }

    /// How deep inside.
    public static let distanceTransform = Call("distanceTransform(mask:)") {
        (contract: any MorphologyContract.Type, mask: Mask) in
        try contract.distanceTransform(of: mask)
    }

    /// One number for what lies close together.
    public static let joinWithin = Call("joinWithin(micrometres:labels:micronsPerPixel:)") {
        (
            contract: any MorphologyContract.Type, micrometres: Double, labels: [[Int]],
            micronsPerPixel: Double
        ) in
        try contract.joinWithin(
            micrometres: micrometres, labels: labels, micronsPerPixel: micronsPerPixel)
    }
}
