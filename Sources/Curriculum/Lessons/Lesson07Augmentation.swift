import DeepTeaching
import Foundation

/// The functions to write in Lesson 7: how one patch becomes many, and what must move with it.
public protocol AugmentationContract: Sendable {
    /// A picture in one of the eight ways to lay it.
    static func dihedral(_ image: Image, k: Int) throws -> Image

    /// A picture and its mask, moved by the same map.
    static func apply(_ map: AffineWarp, to image: Image, mask: Mask) throws -> MaskedImage

    /// A batch in which each picture is laid by a draw of its own, and its mask with it.
    static func augment(
        _ pictures: [MaskedImage], draws: [Double], isTraining: Bool
    ) throws -> [MaskedImage]

    /// A picture with more or less of each of its two stains.
    static func stainJitter(
        _ image: Image, stains: StainBasis, factors: [Double]
    ) throws -> Image

    /// A picture in other light, on the scale of the training pictures.
    static func normalize(
        _ image: Image, light: Double, statistics: ChannelStatistics
    ) throws -> Tensor<Double>

    /// The mean of what a network says of a picture in all eight ways to lay it.
    static func predictWithTestTimeAugmentation(
        _ image: Plane, network: PixelNetwork
    ) throws -> Plane
}

/// A picture and which of its pixels are tumour.
public struct MaskedImage: Codable, Sendable, Equatable {
    /// The picture.
    public var image: Image

    /// Its tumour, of the same size.
    public var mask: Mask

    /// A picture with its mask.
    public init(image: Image, mask: Mask) {
        self.image = image
        self.mask = mask
    }
}

/// Two stains, and how to read off their amounts.
public struct StainBasis: Codable, Sendable, Equatable {
    /// The optical densities of one unit of haematoxylin, and of one unit of eosin, in red, green and
    /// blue.
    public var vectors: [[Double]]

    /// What the densities of a pixel are multiplied by, and added up, to give the amount of
    /// haematoxylin, and that of eosin.
    public var weights: [[Double]]

    /// Stains of two directions; the weights are the rows of the pseudoinverse of their matrix.
    ///
    ///     w_H . H = 1    w_H . E = 0    w_E . H = 0    w_E . E = 1
    public init(hematoxylin h: [Double], eosin e: [Double]) {
        func dot(_ a: [Double], _ b: [Double]) -> Double {
            zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
        }
        let (hh, ee, he) = (dot(h, h), dot(e, e), dot(h, e))
        let determinant = hh * ee - he * he
        vectors = [h, e]
        weights = [
            zip(h, e).map { (ee * $0 - he * $1) / determinant },
            zip(h, e).map { (hh * $1 - he * $0) / determinant },
        ]
    }
}

/// A network of a single unit that says of each pixel how probable tumour is, from the pixel and its
/// eight neighbours. Like a larger one that has learnt from few patches, it prefers some directions.
public struct PixelNetwork: Codable, Sendable, Equatable {
    /// Nine weights, row by row.
    public var weights: [Float]

    /// What is added to the weighted sum.
    public var bias: Float

    /// A network of nine weights and a bias.
    public init(weights: [Float], bias: Float) {
        self.weights = weights
        self.bias = bias
    }

    /// The probability of tumour in each pixel; beyond the border everything is 0.
    public func callAsFunction(_ image: Plane) -> Plane {
        var result = image
        for y in 0..<image.size.height {
            for x in 0..<image.size.width {
                var sum = bias
                for (place, weight) in weights.enumerated() {
                    let (column, row) = (x + place % 3 - 1, y + place / 3 - 1)
                    if 0..<image.size.width ~= column && 0..<image.size.height ~= row {
                        sum += weight * image[x: column, y: row]
                    }
                }
                result[x: x, y: y] = 1 / (1 + exp(-sum))
            }
        }
        return result
    }
}

extension LessonOutline {
    /// Lesson 7: how to get more from few slides?
    public static let augmentation = LessonOutline(
        name: "Lesson07Augmentation",
        question: "How to get more from few slides?",
        exercises: [
            Exercise(
                "dihedral", title: "Lay a picture in one of eight ways",
                checks: ["turns": 8, "mirror": 6, "colours": 4],
                step: "Eight ways to lay a patch",
                documentation: "Dihedral",
                librarysOwn: ["Dihedral", "transformed"]),
            Exercise(
                "apply", title: "Move a picture and its mask by the same map",
                checks: ["image": 8, "mask": 7, "outside": 5],
                step: "Between the pixels",
                documentation: "AffineWarp; Image.warped(by:interpolation:border:)",
                librarysOwn: ["warped"]),
            Exercise(
                "augment", title: "Draw anew for each picture, and only while learning",
                checks: ["own draw": 5, "mask": 5, "eight ways": 3, "examination": 3],
                step: "One draw for each picture",
                documentation: "Augmentation", librarysOwn: ["Augmentation"]),
            Exercise(
                "stainJitter", title: "Give a picture more or less of each stain",
                checks: ["amounts": 9, "rest": 5, "range": 4],
                step: "More stain, less stain",
                documentation: "StainJitter; Tellez et al., 2018",
                librarysOwn: ["StainJitter", "applying"]),
            Exercise(
                "normalize", title: "Change the light first, then normalise",
                checks: ["scale": 6, "order": 4, "range": 2, "no contrast": 2],
                step: "Last of all, normalise",
                documentation: "Tensor.init(images:range:)", librarysOwn: []),
            Exercise(
                "predictWithTestTimeAugmentation", title: "Ask a network eight times",
                checks: ["turned back": 8, "all ways": 6],
                step: "Asking eight times",
                documentation: "PatchClassifier.probabilities(for:averaging:)",
                librarysOwn: ["probabilities"]),
        ])
}

/// The contract of Lesson 7 with the calls of its exercises.
public let augmentationContract = LessonContract<any AugmentationContract.Type>(
    .augmentation,
    calls: [
        AugmentationCalls.dihedral.listed, AugmentationCalls.apply.listed,
        AugmentationCalls.augment.listed, AugmentationCalls.stainJitter.listed,
        AugmentationCalls.normalize.listed,
        AugmentationCalls.predictWithTestTimeAugmentation.listed,
    ])
