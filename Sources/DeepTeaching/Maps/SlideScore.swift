/// One number for a whole slide: how sure a map is that there is tumour anywhere.
///
/// With it slides are ranked, and an ROC curve drawn. Only cells with tissue count; a map without any
/// scores 0.
public enum SlideScore: Sendable, Hashable, Codable {
    /// The surest cell. One wrong cell of ten thousand decides.
    case maximum

    /// The probability below which a share from 0 to 1 of the cells lies, interpolated between two.
    case quantile(Double)

    /// The mean of so many of the surest cells, or of all if there are fewer. It does not ask where
    /// they lie.
    case meanOfLargest(Int)

    /// The largest mean over a disk: of all cells whose centres lie within a radius in micrometres of
    /// that of a cell with tissue. Cells that are sure together count, single ones hardly.
    case smoothedMaximum(radius: Double)
}

extension ConfidenceMap {
    /// How sure the map is that the slide holds tumour, from 0 to 1.
    ///
    /// - Throws: `MapError` if the map holds something that is no probability, or the rule makes no
    ///   sense.
    public func score(_ rule: SlideScore) throws -> Double {
        let cells = try tissueProbabilities()
        switch rule {
        case .maximum: return cells.max() ?? 0
        case .quantile(let share):
            guard 0...1 ~= share else {
                throw MapError.unusableSetting(
                    name: "The share of a quantile", value: "\(share)", allowed: "one from 0 to 1")
            }
            return cells.isEmpty ? 0 : DeepTeaching.quantile(share, ofSorted: cells.sorted())
        case .meanOfLargest(let count):
            guard count > 0 else {
                throw MapError.unusableSetting(
                    name: "The number of cells to average", value: "\(count)",
                    allowed: "one or more")
            }
            let largest = cells.sorted(by: >).prefix(count)
            return largest.reduce(0, +) / Double(max(1, largest.count))
        case .smoothedMaximum(let radius):
            guard radius >= 0 else {
                throw MapError.unusableSetting(
                    name: "The radius of a disk", value: "\(radius)",
                    allowed: "micrometres of 0 or more")
            }
            return smoothed(radius: radius).values.max().map { Double($0) } ?? 0
        }
    }

    /// For each cell with tissue the mean over those with tissue in a disk around it; 0 elsewhere.
    ///
    /// - Parameter radius: in micrometres; 0 or more.
    public func smoothed(radius: Double) -> Plane {
        require(radius >= 0, "a disk cannot have the radius \(radius)")
        let size = probabilities.size
        let offsets = size.offsets(within: radius, cell: cellMicrons)
        var result = Plane(size: size)
        for y in 0..<size.height {
            for x in 0..<size.width where covered[x: x, y: y] {
                var (sum, count) = (0.0, 0)
                for offset in offsets {
                    let other = PixelIndex(x: x + offset.x, y: y + offset.y)
                    guard size.contains(other), covered[x: other.x, y: other.y] else { continue }
                    sum += Double(probabilities[x: other.x, y: other.y])
                    count += 1
                }
                result[x: x, y: y] = Float(sum / Double(count))
            }
        }
        return result
    }
}
