import DeepTeaching
import Foundation

/// What scikit-image measures of regions: `Tests/Reference/regions.py` makes the file.
struct RegionReference: Decodable {
    struct Measures: Decodable {
        let label: Int
        let area: Int
        let box: [Int]
        let centroid: [Double]
        let major: Double
        let minor: Double
        let eccentricity: Double
        let orientation: Double
        let extent: Double
        let solidity: Double
        let convexArea: Int
        let perimeter: Double
        let feret: Double

        /// Power of the row, power of the column, moment.
        let central: [[Double]]
        let normalized: [[Double]]
        let hu: [Double]
        let mean: Double
        let minimum: Double
        let maximum: Double
    }

    let name: String
    let rows: [String]

    /// A value from 0 to 4095 for each pixel, divided by 4096 before it is measured.
    let values: [Float]
    let four: [Measures]
    let eight: [Measures]

    static func load() throws -> [RegionReference] {
        try reference("regions", as: [RegionReference].self)
    }
}
