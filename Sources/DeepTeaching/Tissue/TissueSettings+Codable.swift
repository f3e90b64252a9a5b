extension TissueSettings: Codable {
    private enum Key: String, CodingKey {
        case measure, micronsPerPixel, thresholdRange, minimumContrast, lowerShare, minimumLuma
        case penHues, blueHues, bluePenSaturation, minimumArea, maximumHoleArea, excluded
    }

    /// What a file leaves out has its default, so that files of before a setting was added can be
    /// read.
    ///
    /// - Throws: `DecodingError` with a sentence if a setting makes no sense.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            measure: try values.decodeIfPresent(TissueMeasure.self, forKey: .measure) ?? .saturation
        )
        func read<Value: Decodable>(_ key: Key, _ value: inout Value) throws {
            value = try values.decodeIfPresent(Value.self, forKey: key) ?? value
        }
        try read(.micronsPerPixel, &micronsPerPixel)
        try read(.thresholdRange, &thresholdRange)
        try read(.minimumContrast, &minimumContrast)
        try read(.lowerShare, &lowerShare)
        try read(.minimumLuma, &minimumLuma)
        try read(.penHues, &penHues)
        try read(.blueHues, &blueHues)
        try read(.bluePenSaturation, &bluePenSaturation)
        try read(.minimumArea, &minimumArea)
        try read(.maximumHoleArea, &maximumHoleArea)
        try read(.excluded, &excluded)
        if let problem {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: problem))
        }
    }

    /// Writes all settings.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(measure, forKey: .measure)
        try values.encode(micronsPerPixel, forKey: .micronsPerPixel)
        try values.encode(thresholdRange, forKey: .thresholdRange)
        try values.encode(minimumContrast, forKey: .minimumContrast)
        try values.encode(lowerShare, forKey: .lowerShare)
        try values.encode(minimumLuma, forKey: .minimumLuma)
        try values.encode(penHues, forKey: .penHues)
        try values.encode(blueHues, forKey: .blueHues)
        try values.encode(bluePenSaturation, forKey: .bluePenSaturation)
        try values.encode(minimumArea, forKey: .minimumArea)
        try values.encode(maximumHoleArea, forKey: .maximumHoleArea)
        // In one order, so that equal settings give equal files.
        try values.encode(excluded.sorted { $0.rawValue < $1.rawValue }, forKey: .excluded)
    }
}
