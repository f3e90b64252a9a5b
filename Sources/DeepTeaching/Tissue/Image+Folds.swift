extension Image {
    /// How dark and colourful each pixel is: S - V of the HSV model, from -1 (white) to 1.
    ///
    /// Where tissue lies double, twice as much stain holds back light: the saturation rises and the
    /// value falls, so their difference tells folds better than either. It is the S - I of the
    /// sources with the value for the intensity.
    ///
    /// Sources: Bautista and Yagi, Improving the visualization and detection of tissue folds in whole
    /// slide images through color enhancement, Journal of Pathology Informatics, 2010; Kothari, Phan
    /// and Wang, Eliminating tissue-fold artifacts in histopathological whole-slide images for improved
    /// image-based prediction of cancer grade, Journal of Pathology Informatics, 2013.
    public func saturationLessValue() -> Plane {
        let width = size.width
        let values: [Float] = parallelRows(size.height, elementsPerRow: width) { row, output in
            pixels.withUnsafeBufferPointer { pixels in
                for column in 0..<width {
                    let index = 3 &* (row &* width &+ column)
                    let (red, green, blue) = (pixels[index], pixels[index + 1], pixels[index + 2])
                    let largest = max(red, green, blue)
                    let range = largest - min(red, green, blue)
                    let saturation = largest == 0 ? 0 : Float(range) / Float(largest)
                    output[column] = saturation - Float(largest) / 255
                }
            }
        }
        return Plane(size: size, values: values)
    }

    /// The pixels of tissue that are much darker and more colourful than the slide's tissue as a rule,
    /// with what hangs together with them and is rather so.
    func folds(in tissue: Mask, _ settings: MaterialSettings) -> Mask {
        let measure = saturationLessValue()
        let values = zip(measure.values, tissue.pixels).filter(\.1).map { Double($0.0) }
        guard !values.isEmpty else { return tissue }
        let middle = median(values)
        // The median deviation is that of most pixels, however dark the folds are.
        let deviation = 1.4826 * median(values.map { abs($0 - middle) })
        let high = middle + max(settings.minimumFoldContrast, settings.foldDeviations * deviation)
        let low = middle + settings.foldRimShare * (high - middle)
        return measure.mask(above: Float(low)).intersection(tissue)
            .reconstructed(
                from: measure.mask(above: Float(high)).intersection(tissue), connectivity: .eight)
    }
}

/// The middle of some numbers in order, the upper of two; there must be one.
private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
