import CourseKit
import DeepTeaching

/// Step 3: an image in three channels.
extension TensorCourse {
    func showChannels(_ region: PaintedTissue.Region) throws {
        try lesson.step("channels") { step in
            let image = region.image.tensor
            let contrast = showContrast(region, step)
            let strongest = contrast.indices.max { contrast[$0] < contrast[$1] } ?? 0
            step.text("strongestChannel", Self.channels[strongest])
            step.choose("channel", Self.channels[strongest])
            step.figure(
                "channels", .sideBySide((0..<3).map { image.gray(channel: $0) }, spacing: 8))

            // listing: Lesson01.channels
            let red = image.slice(0..<1, axis: 2)
            let mean = image.mean(axes: [0, 1])
            let deviation = image.variance(axes: [0, 1]).squareRoot()
            // end listing
            step.text("redShape", "\(red.shape)")
            step.text("meanShape", "\(mean.shape)")
            step.text("deviationShape", "\(deviation.shape)")
            step.number("meanRed", mean[0])
            step.number("meanGreen", mean[1])
            step.number("meanBlue", mean[2])
            step.number("deviationRed", deviation[0])
            step.number("deviationGreen", deviation[1])
            step.number("deviationBlue", deviation[2])
            let widest = (0..<3).max { deviation[$0] < deviation[$1] } ?? 0
            step.text("widestChannel", Self.channels[widest])
            step.choose("deviation", widest == strongest ? "same" : "other")
        }
    }

    /// - Returns: for each channel how much darker the nuclei are than the pink tissue.
    private func showContrast(_ region: PaintedTissue.Region, _ step: LessonStep) -> [Float] {
        let stains = zip(region.hematoxylin.values, region.eosin.values)
        let nuclei = meanLight(region.image, where: stains.map { $0 > $1 })
        let pink = meanLight(region.image, where: stains.map { $1 > $0 })
        let contrast = zip(pink, nuclei).map { $0 - $1 }
        step.number("nucleiRed", nuclei[0])
        step.number("nucleiGreen", nuclei[1])
        step.number("nucleiBlue", nuclei[2])
        step.number("pinkRed", pink[0])
        step.number("pinkGreen", pink[1])
        step.number("pinkBlue", pink[2])
        step.number("contrastRed", contrast[0])
        step.number("contrastGreen", contrast[1])
        step.number("contrastBlue", contrast[2])
        return contrast
    }

    /// The mean of each channel over some pixels.
    private func meanLight(_ image: Image, where isChosen: [Bool]) -> [Float] {
        let pixels = isChosen.indices.filter { isChosen[$0] }
        return image.tensor.reshaped([isChosen.count, 3]).gathered(pixels).mean(axes: [0]).elements
    }
}
