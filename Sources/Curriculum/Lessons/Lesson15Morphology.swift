import DeepTeaching

/// The functions to write in Lesson 15: from a map full of specks to lesions that can be measured.
public protocol MorphologyContract: Sendable {
    /// The pixels around which all of the element lies in the mask.
    static func erode(_ mask: Mask, by element: [Offset]) throws -> Mask

    /// The pixels that the element reaches from a pixel of the mask.
    static func dilate(_ mask: Mask, by element: [Offset]) throws -> Mask

    /// The mask without what a disk of this diameter does not fit into, and the mask with the gaps
    /// closed that it does not fit into.
    static func openAndClose(
        _ mask: Mask, diameter micrometres: Double, micronsPerPixel: Double
    ) throws -> OpenedAndClosed

    /// The number of its connected region for each pixel, row by row; 0 is background.
    static func connectedComponents(
        of mask: Mask, connectivity: Connectivity
    ) throws -> [[Int]]

    /// The mask with the background filled that cannot reach the border.
    static func fillHoles(of mask: Mask) throws -> Mask

    /// The distance of each pixel to the nearest background, row by row.
    static func distanceTransform(of mask: Mask) throws -> [[Double]]

    /// Labels in which regions that lie closer together than a distance are one.
    static func joinWithin(
        micrometres: Double, labels: [[Int]], micronsPerPixel: Double
    ) throws -> [[Int]]
}

/// A pixel of a structuring element, as seen from its origin.
public struct Offset: Codable, Sendable, Hashable {
    /// Columns to the right of the origin; below 0 to the left.
    public var dx: Int

    /// Rows below the origin; below 0 above.
    public var dy: Int

    /// An offset.
    public init(dx: Int, dy: Int) {
        self.dx = dx
        self.dy = dy
    }
}

/// Two ways to clean one mask.
public struct OpenedAndClosed: Codable, Sendable, Equatable {
    /// What is left of the mask.
    public var opened: Mask

    /// The mask and its gaps.
    public var closed: Mask

    /// Two masks.
    public init(opened: Mask, closed: Mask) {
        self.opened = opened
        self.closed = closed
    }
}

extension LessonOutline {
    /// Lesson 15: how do you clean a map before you measure on it?
    public static let morphology = LessonOutline(
        name: "Lesson15Morphology",
        question: "How do you clean a map before you measure on it?",
        exercises: [
            Exercise(
                "erode", title: "Keep the pixels around which the element fits",
                checks: ["fits": 7, "direction": 4, "border": 3],
                step: "Where does the element fit?",
                documentation: "Mask.eroded(by:)",
                librarysOwn: ["eroded", "opened", "StructuringElement"]),
            Exercise(
                "dilate", title: "Add all pixels that the element reaches",
                checks: ["reaches": 7, "direction": 4, "border": 3],
                step: "Where does the element fit?",
                documentation: "Mask.dilated(by:)",
                librarysOwn: ["dilated", "closed", "StructuringElement"]),
            Exercise(
                "openAndClose", title: "Remove specks and close gaps, by size in micrometres",
                checks: ["opened": 7, "closed": 7],
                step: "Opening and closing",
                documentation: "Mask.opened(by:); Mask.closed(by:)",
                librarysOwn: ["opened", "closed", "whiteTopHat", "blackTopHat"]),
            Exercise(
                "connectedComponents", title: "Number the connected regions",
                checks: ["neighbours": 6, "merging": 9, "numbers": 3],
                step: "Which cells belong together?",
                documentation: "Mask.connectedComponents(connectivity:); Rosenfeld and Pfaltz, "
                    + "Sequential operations in digital picture processing, 1966",
                librarysOwn: ["connectedComponents", "LabelImage"]),
            Exercise(
                "fillHoles", title: "Fill what cannot reach the border",
                checks: ["holes": 6, "corners": 3, "open sides": 3],
                step: "Holes",
                documentation: "Mask.fillingHoles()",
                librarysOwn: ["fillingHoles", "connectedComponents", "reconstructed"]),
            Exercise(
                "distanceTransform", title: "Measure how deep each pixel lies inside",
                checks: ["nearest": 8, "border": 3, "no background": 3],
                step: "How deep inside?",
                documentation: "Mask.distanceTransform(); Felzenszwalb and Huttenlocher, Distance "
                    + "transforms of sampled functions, 2012",
                librarysOwn: ["distanceTransform"]),
            Exercise(
                "joinWithin", title: "Join lesions that lie closer than 75 micrometres",
                checks: ["distance": 7, "chains": 4, "micrometres": 3],
                step: "One metastasis or two?",
                documentation: "Mask.joined(within:connectivity:)",
                librarysOwn: ["joined"]),
        ])
}

/// The contract of Lesson 15 with the calls of its exercises.
public let morphologyContract = LessonContract<any MorphologyContract.Type>(
    .morphology,
    calls: [
        MorphologyCalls.erode.listed, MorphologyCalls.dilate.listed,
        MorphologyCalls.openAndClose.listed, MorphologyCalls.connectedComponents.listed,
        MorphologyCalls.fillHoles.listed, MorphologyCalls.distanceTransform.listed,
        MorphologyCalls.joinWithin.listed,
    ])
