import DeepTeaching

/// What there is to see on a slide.
public enum Sight: String, Sendable, CaseIterable {
    /// The pale middle of a follicle.
    case germinalCenter
    /// The dense tissue of the outer node.
    case cortex
    /// The spaces through which lymph flows.
    case sinus
    /// The cords of the inner node.
    case medulla
    /// The fibrous skin of a node.
    case capsule
    /// Fat around a node, or in its hilum.
    case fat
    /// A bundle of nerve fibres.
    case nerve
    /// A vessel.
    case vessel
    /// A metastasis of each type.
    case isolatedCells
    case microMetastasis
    case macroMetastasis
    /// A crease where the section lies double.
    case fold
    /// A crack.
    case tear
    /// A spot out of focus.
    case defocus
    /// A stroke of a pen.
    case pen
    /// Air below the cover slip.
    case bubble
    /// A grain or fibre.
    case dust
    /// A rectangle that was not scanned.
    case blackBlock

    /// Whether it is spread out and looked for by the tissue fields; the rest is on lists.
    fileprivate var isSpreadOut: Bool {
        [.cortex, .sinus, .medulla, .capsule, .fat].contains(self)
    }

    /// How purely a point shows it, from 0 to 1, if it is spread out.
    fileprivate func share(of field: TissueField) -> Float {
        let shares = TissueShares(field)
        let depth = field[FieldIndex.depth]
        switch self {
        case .cortex:
            return shares.lymphoid * (1 - shares.germinal) * (1 - shares.sinus)
                * ramp(depth, 200, 300)
        case .sinus: return shares.lymphoid * shares.sinus
        case .medulla:
            return shares.lymphoid * ramp(field[FieldIndex.sinus], -40, -5) * ramp(depth, 300, 500)
        case .capsule:
            return ramp(depth, -4, 4) * (1 - ramp(field[FieldIndex.belowCapsule], -4, 4))
        case .fat: return shares.fat
        default: return 0
        }
    }
}

extension SlidePlan {
    /// The points of something on the slide, in micrometres; empty if there is none.
    ///
    /// Of tissue that is spread out only the point where it is purest is given.
    public func points(of sight: Sight) -> [SIMD2<Double>] {
        sight.isSpreadOut ? purestPoints(of: sight) : listed(sight)
    }

    private func listed(_ sight: Sight) -> [SIMD2<Double>] {
        func lesions(_ type: MetastasisType) -> [SIMD2<Double>] {
            self.lesions.filter { $0.type == type }.map(\.center)
        }
        func middle(_ line: Segment) -> SIMD2<Double> { SIMD2((line.start + line.end) / 2) }
        func point(_ x: Float, _ y: Float) -> SIMD2<Double> { SIMD2(Double(x), Double(y)) }
        switch sight {
        case .germinalCenter: return follicles.map { point($0.x, $0.y) }
        case .nerve: return nerves.map { point($0.x, $0.y) }
        case .vessel:
            return vessels.sorted { $0.semiMinor > $1.semiMinor }.map { point($0.x, $0.y) }
        case .isolatedCells: return lesions(.itc)
        case .microMetastasis: return lesions(.micro)
        case .macroMetastasis: return lesions(.macro)
        case .fold: return artefacts.folds.map { middle($0.line) }
        case .tear: return artefacts.tears.map { middle($0.line) }
        case .defocus:
            // At the border of the spot both are seen.
            return artefacts.blurredSpots.map { point($0.x + $0.radius, $0.y) }
        case .pen:
            return artefacts.strokes.compactMap { stroke in
                stroke.points.isEmpty ? nil : SIMD2(stroke.points[stroke.points.count / 2])
            }
        case .bubble: return artefacts.bubbles.map { point($0.x + $0.radius, $0.y) }
        case .dust: return artefacts.dust.map { middle($0.line) }
        case .blackBlock:
            return artefacts.blackBlocks.map { point($0.x.lowerBound, $0.y.lowerBound) }
        default: return []
        }
    }

    /// The point where the share is largest on average over 80 x 80 micrometres, if it is above a
    /// third.
    private func purestPoints(of sight: Sight) -> [SIMD2<Double>] {
        let width = Float(profile.slideSize.width) * Float(profile.micronsPerPixel)
        let height = Float(profile.slideSize.height) * Float(profile.micronsPerPixel)
        let source = FieldSource(plan: self, left: 0, top: 0, right: width, bottom: height)
        func mean(_ x: Float, _ y: Float) -> Float {
            var sum: Float = 0
            for offset in 0..<9 {
                let nearX = x + 40 * Float(offset % 3 - 1)
                let nearY = y + 40 * Float(offset / 3 - 1)
                sum += sight.share(of: source.field(x: nearX, y: nearY))
            }
            return sum / 9
        }
        var largest: Float = 1.0 / 3
        var points: [SIMD2<Double>] = []
        for y in stride(from: 100, to: height - 100, by: 120) {
            for x in stride(from: 100, to: width - 100, by: 120) {
                let found = mean(x, y)
                if found > largest {
                    largest = found
                    points = [SIMD2(Double(x), Double(y))]
                }
            }
        }
        return points
    }
}
