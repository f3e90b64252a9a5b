/// One of the 28 numbers that a random forest learns from in the manner of the winners of CAMELYON16.
///
/// The paper counts 28 features of a heatmap and names four: the share of tumour in the tissue, the area of
/// the tumour by that of its convex hull, the mean prediction and the longest axis. This list completes them
/// to 28 with what the same library of region properties measures: two numbers of the whole slide at each
/// of five thresholds, and nine of each of the two largest regions above 0.5.
///
/// Source: Wang, Khosla, Gargeya, Irshad and Beck, Deep learning for identifying metastatic breast cancer,
/// arXiv:1606.05718, 2016.
public enum HeatmapFeature: Sendable, Hashable, CaseIterable {
    /// Of the whole slide, above a threshold.
    case slide(SlideMeasure, above: HeatmapThreshold)

    /// Of one of the largest regions above 0.5.
    case region(RegionRank, ShapeMeasure)

    /// All 28: of the slide threshold by threshold, then of the largest region and of the second.
    public static var allCases: [HeatmapFeature] {
        HeatmapThreshold.allCases.flatMap { threshold in
            SlideMeasure.allCases.map { .slide($0, above: threshold) }
        }
            + RegionRank.allCases.flatMap { rank in
                ShapeMeasure.allCases.map { .region(rank, $0) }
            }
    }

    /// What is measured of the whole slide. Neither has a unit.
    public enum SlideMeasure: String, Sendable, CaseIterable {
        /// The area above the threshold by the area of tissue.
        case tumorByTissue

        /// The sum of the probabilities above the threshold by the number of cells with tissue.
        case confidenceByTissue
    }

    /// Which region, by its area.
    public enum RegionRank: Int, Sendable, CaseIterable {
        /// The largest.
        case largest

        /// The next.
        case second
    }

    /// What is measured of a region. Lengths are mm, areas mm2.
    public enum ShapeMeasure: String, Sendable, CaseIterable {
        /// Its area, mm2.
        case area

        /// How stretched the ellipse of its second moments is, from 0 (a circle) to 1 (a line).
        case eccentricity

        /// Its area by that of its bounding box.
        case extent

        /// Its area by that of its convex hull.
        case solidity

        /// The long axis of the ellipse, mm.
        case majorAxis

        /// The longer side of the bounding box by the shorter one, from 1.
        case boxRatio

        /// Its largest probability.
        case maximumProbability

        /// Its mean probability.
        case meanProbability

        /// Its smallest probability.
        case minimumProbability
    }
}

/// The probabilities above which cells count as tumour.
public enum HeatmapThreshold: Double, Sendable, CaseIterable {
    /// Above 0.5.
    case half = 0.5

    /// Above 0.6.
    case sixTenths = 0.6

    /// Above 0.7.
    case sevenTenths = 0.7

    /// Above 0.8.
    case eightTenths = 0.8

    /// Above 0.9.
    case nineTenths = 0.9
}
