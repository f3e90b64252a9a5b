/// How a picture is stained: the colours of its two stains, and how much of each there is where
/// there is much.
public struct StainProfile: Sendable, Equatable, Codable {
    /// The colours.
    public let stains: StainVectors

    /// The amount of haematoxylin that 99 % of the stained pixels stay below.
    public let hematoxylin: Double

    /// The amount of eosin that 99 % of the stained pixels stay below.
    public let eosin: Double

    /// Stains and their amounts in units of the stain vectors.
    public init(stains: StainVectors, hematoxylin: Double, eosin: Double) {
        require(
            hematoxylin > 0 && eosin > 0 && hematoxylin.isFinite && eosin.isFinite,
            "amounts of stain are above 0, not \(hematoxylin) and \(eosin)")
        self.stains = stains
        self.hematoxylin = hematoxylin
        self.eosin = eosin
    }

    /// The least angle in degrees between two stains. Noise spreads one stain, ink or black by
    /// less; the two stains of the laboratories of CAMELYON17 lie 13 to 30 degrees apart.
    static let leastSpread = 5.0

    /// Stains that were found in some pixels, with their amounts there.
    ///
    /// - Throws: `StainError` if they are one stain, or one of them is hardly there.
    init(_ stains: StainVectors, in pixels: StainedPixels) throws {
        guard stains.spread >= Self.leastSpread else {
            throw StainError.oneStain(degrees: stains.spread)
        }
        let rows = try stains.pseudoinverse()
        func strongest(_ row: SIMD3<Double>, _ name: String) throws -> Double {
            let amount = quantile(0.99, of: pixels.map { row.dot($0) })
            guard amount > 0.02 else { throw StainError.faintStain(name: name) }
            return amount
        }
        self.init(
            stains: stains, hematoxylin: try strongest(rows.hematoxylin, "haematoxylin"),
            eosin: try strongest(rows.eosin, "eosin"))
    }
}

extension StainProfile {
    private enum CodingKeys: String, CodingKey { case stains, hematoxylin, eosin }

    /// A profile that comes from elsewhere, such as a file.
    ///
    /// - Throws: `DecodingError` if an amount is not above 0, or a stain has no direction.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func amount(_ key: CodingKeys) throws -> Double {
            let amount = try container.decode(Double.self, forKey: key)
            guard amount > 0, amount.isFinite else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container,
                    debugDescription: "an amount of stain is above 0, not \(amount)")
            }
            return amount
        }
        self.init(
            stains: try container.decode(StainVectors.self, forKey: .stains),
            hematoxylin: try amount(.hematoxylin), eosin: try amount(.eosin))
    }
}
