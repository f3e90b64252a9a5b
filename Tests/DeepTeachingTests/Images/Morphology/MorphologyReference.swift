import DeepTeaching
import Foundation

/// What SciPy and scikit-image say: `Tests/Reference/morphology.py` makes the file.
struct MorphologyReference: Decodable {
    struct Element: Decodable {
        let rows: [String]

        /// Row and column of the origin, from the middle.
        let origin: [Int]

        var element: StructuringElement {
            let mask = Mask(rows: rows)
            return StructuringElement(
                mask,
                origin: PixelIndex(
                    x: mask.size.width / 2 + origin[1], y: mask.size.height / 2 + origin[0]))
        }
    }

    struct MaskCase: Decodable {
        let name: String
        let rows: [String]
        let marker: [String]
        let morphology: [String: [String: String]]
        let skeleton: String
        let reconstructedFour: String
        let reconstructedEight: String
        let distances: [Double]

        var mask: Mask { Mask(rows: rows) }
    }

    struct GrayCase: Decodable {
        let name: String
        let height: Int
        let width: Int
        let values: [Float]
        let morphology: [String: String]
        let connected: [String: String]

        var plane: Plane { Plane(size: PixelSize(width: width, height: height), values: values) }
    }

    struct Watershed: Decodable {
        let height: Int
        let width: Int
        let connectivity: Int
        let values: [Float]
        let mask: [String]
        let markers: [Int32]
        let labels: [Int32]
    }

    let elements: [String: Element]
    let masks: [MaskCase]
    let grays: [GrayCase]
    let watersheds: [Watershed]

    static func load() throws -> MorphologyReference {
        let file = House.root.appending(path: "Tests/Reference/morphology.json")
        return try JSONDecoder().decode(MorphologyReference.self, from: Data(contentsOf: file))
    }

    /// The hash of a plane of whole numbers, where the infinities are a million.
    static func hash(_ plane: Plane) -> String {
        ImageReference.hash(plane.values.map { Int32(max(-1e6, min(1e6, $0))) })
    }
}
