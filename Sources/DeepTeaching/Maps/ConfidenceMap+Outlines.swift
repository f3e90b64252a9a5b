extension ConfidenceMap {
    /// The borders of the regions of tumour as polygons on the slide, in level-0 pixels: those that
    /// `detections(settings:)` measures, in the order of `tumorMask(settings:)`.
    public func outlines(
        settings: DetectionSettings = DetectionSettings()
    ) -> [Polygon<BaselinePoint>] {
        SlideRaster(tumorMask(settings: settings), frame: frame)
            .outlines(connectivity: settings.connectivity)
    }

    /// What a program found on the slide, for QuPath: each region a detection of the class Tumor.
    public func geoJSON(settings: DetectionSettings = DetectionSettings()) -> GeoJSONFile {
        GeoJSONFile(
            features: outlines(settings: settings).map { area in
                GeoJSONFeature(
                    classification: Annotation.Kind.tumor.group, color: Annotation.Kind.tumor.color,
                    objectType: .detection, areas: [area])
            })
    }
}
