import Foundation

extension SlideFeature {
    /// A value of this feature on a scale on which equal steps say equally much. It rises with the value.
    ///
    /// - Lengths, areas and counts: log(1 + x / unit), since 0.1 mm and 0.2 mm are as far apart as 1 mm
    ///   and 2 mm. The units are those in which isolated tumour cells measure about 1: 0.1 mm, 0.01 mm2.
    /// - Probabilities of the whole map: log(p / (1 - p)), p kept from 0.001 to 0.999.
    /// - Deviations, and probabilities of regions, which are 0 or above a threshold: as they are.
    func evidence(_ value: Double) -> Double {
        switch self {
        case .probability(.standardDeviation): return value
        case .probability:
            let share = min(max(value, 0.001), 0.999)
            return log(share / (1 - share))
        case .regions(let measure, threshold: _):
            switch measure {
            case .count: return log1p(max(0, value))
            case .area, .largestArea, .tissueFraction: return log1p(max(0, value) / 0.01)
            case .longestDiameter, .secondDiameter, .largestWidth:
                return log1p(max(0, value) / 0.1)
            case .largestMaximum, .largestMean: return value
            }
        }
    }
}

extension SlideFeatures {
    /// The evidence of some features of several slides, axes [slide, feature].
    ///
    /// - Throws: `StagingError.otherFeatures` if a slide lacks one of them.
    static func evidence(
        of slides: [SlideFeatures], features: [SlideFeature]
    ) throws -> Tensor<Double> {
        let rows = try slides.flatMap { slide in
            try features.map { feature in
                guard let value = slide[feature] else {
                    throw StagingError.otherFeatures(found: slide.features, expected: features)
                }
                return feature.evidence(value)
            }
        }
        return Tensor(rows, shape: [slides.count, features.count])
    }
}
