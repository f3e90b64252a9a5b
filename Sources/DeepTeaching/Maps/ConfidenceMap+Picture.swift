import Foundation

extension ConfidenceMap {
    /// The map as a picture: probabilities in colours, what was not looked at in one colour.
    public func picture(by map: ColorMap = .perceptual, uncovered: RGB = .white) -> Image {
        Image(size: probabilities.size, color: uncovered)
            .overlaying(probabilities, where: covered, by: map, opacity: 1)
    }

    /// The cells of the map whose centre is annotated as tumour, to be shown beside the map.
    public func truth(from annotations: [Annotation]) -> Mask {
        truth(
            of: TumorMask(
                annotations,
                slideSize: PixelSize(
                    width: Int((Double(probabilities.size.width) * downsample).rounded(.up)),
                    height: Int((Double(probabilities.size.height) * downsample).rounded(.up))),
                downsample: downsample))
    }

    /// The cells of the map whose centre is foreground in a mask of the slide.
    public func truth(of mask: some SlideMask) -> Mask {
        var truth = Mask(size: probabilities.size)
        for y in 0..<truth.size.height {
            for x in 0..<truth.size.width {
                truth[x: x, y: y] = mask.contains(
                    BaselinePoint(
                        x: (Double(x) + 0.5) * downsample, y: (Double(y) + 0.5) * downsample))
            }
        }
        return truth
    }
}
