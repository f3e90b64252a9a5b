import DeepTeaching

/// The calls of Lesson 7's exercises.
public enum AugmentationCalls {
    /// One of eight ways to lay a picture.
    public static let dihedral = Call("dihedral(image:k:)") {
        (contract: any AugmentationContract.Type, image: Image, k: Int) in
        try contract.dihedral(image, k: k)
    }

    /// A picture and its mask, moved together.
    public static let apply = Call("apply(map:image:mask:)") {
        (contract: any AugmentationContract.Type, map: AffineWarp, image: Image, mask: Mask) in
        try contract.apply(map, to: image, mask: mask)
    }

    /// A batch of pictures with their masks.
    public static let augment = Call("augment(pictures:draws:isTraining:)") {
        (
            contract: any AugmentationContract.Type, pictures: [MaskedImage], draws: [Double],
            isTraining: Bool
        ) in
        try contract.augment(pictures, draws: draws, isTraining: isTraining)
    }

    /// More or less stain.
    public static let stainJitter = Call("stainJitter(image:stains:factors:)") {
        (
            contract: any AugmentationContract.Type, image: Image, stains: StainBasis,
            factors: [Double]
        ) in
        try contract.stainJitter(image, stains: stains, factors: factors)
    }

    /// Other light, then the scale of the training pictures.
    public static let normalize = Call("normalize(image:light:statistics:)") {
        (
            contract: any AugmentationContract.Type, image: Image, light: Double,
            statistics: ChannelStatistics
        ) in
        try contract.normalize(image, light: light, statistics: statistics)
    }

    /// The mean over eight ways to lay a picture.
    public static let predictWithTestTimeAugmentation = Call(
        "predictWithTestTimeAugmentation(image:network:)"
    ) {
        (contract: any AugmentationContract.Type, image: Plane, network: PixelNetwork) in
        try contract.predictWithTestTimeAugmentation(image, network: network)
    }
}
