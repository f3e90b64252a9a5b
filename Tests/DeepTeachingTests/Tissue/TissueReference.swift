import DeepTeaching
import Foundation

/// What NumPy, SciPy, scikit-image and Pillow say: `Tests/Reference/tissue.py` makes the file.
struct TissueReference: Decodable {
    struct Hysteresis: Decodable {
        let name: String
        let height: Int
        let width: Int
        let values: [Float]
        let low: Float
        let high: Float
        let four: [String]
        let eight: [String]

        var plane: Plane { Plane(size: PixelSize(width: width, height: height), values: values) }
    }

    struct Measures: Decodable {
        let height: Int
        let width: Int
        let bytes: [UInt8]
        let measures: [String: [Double]]
        let thresholds: [String: Double]
        let saturationLessValue: [Double]

        var image: Image {
            Image(size: PixelSize(width: width, height: height), pixels: bytes)
        }
    }

    struct AreaCase: Decodable {
        let x: Double
        let y: Double
        let area: Double
        let pieces: [String]
        let holes: [String]
    }

    struct Areas: Decodable {
        let rows: [String]
        let cases: [AreaCase]
    }

    struct Sums: Decodable {
        let rows: [String]

        /// Column, row, width, height and the number of foreground pixels.
        let rectangles: [[Int]]
    }

    let hysteresis: [Hysteresis]
    let measures: Measures
    let areas: Areas
    let sums: Sums

    static func load() throws -> TissueReference {
        try reference("tissue", as: TissueReference.self)
    }
}
