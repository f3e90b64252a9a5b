extension ConfidenceMap {
    /// The map as a picture: probabilities in colours, what was not looked at in one colour.
    public func picture(
        by map: ColorMap = .perceptual, uncovered: RGB = .white
    ) -> SlideRaster<Image> {
        SlideRaster(
            Image(size: probabilities.size, color: uncovered)
                .overlaying(probabilities, where: covered, by: map, opacity: 1),
            frame: frame)
    }

    /// The cells of the map whose centre is annotated as tumour, to be shown beside the map.
    public func truth(from annotations: [Annotation]) -> Mask {
        TumorMask(annotations, frame: frame, size: probabilities.size).mask
    }

    /// The cells of the map whose centre is foreground in a mask of the slide.
    public func truth(of mask: some SlideMask) -> Mask {
        mask.raster.resampled(over: SlideRaster(covered, frame: frame), outside: false).pixels
    }
}
