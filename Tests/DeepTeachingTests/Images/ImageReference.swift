import DeepTeaching
import Foundation

/// What NumPy, SciPy, scikit-image and Pillow say: `Tests/Reference/images.py` makes the file.
struct ImageReference: Decodable {
    struct MaskCase: Decodable {
        let name: String
        let rows: [String]
        let morphology: [String: String]
        let four: String
        let fourCount: Int
        let eight: String
        let eightCount: Int
        let filled: String
        let squaredDistances: String
        let joined: [String: String]
        let regions: [RegionCase]

        var mask: Mask { Mask(rows: rows) }
    }

    struct RegionCase: Decodable {
        let area: Int
        let box: [Int]
        let centroid: [Double]
        let major: Double
        let minor: Double
        let eccentricity: Double
        let extent: Double
        let solidity: Double
        let perimeter: Double
        let feret: Double
    }

    struct Picture: Decodable {
        let height: Int
        let width: Int
        let bytes: [UInt8]

        var image: Image {
            Image(size: PixelSize(width: width, height: height), pixels: bytes)
        }
    }

    struct Resizing: Decodable {
        let height: Int
        let width: Int
        let bytes: [UInt8]
        let results: [Picture]
    }

    struct Colors: Decodable {
        let height: Int
        let width: Int
        let bytes: [UInt8]
        let luma: [Float]
        let hsv: [Float]
    }

    struct Thresholds: Decodable {
        let bytes: [Float]
        let byteThreshold: Double
        let floats: [Float]
        let floatThreshold: Double
    }

    struct Polygon: Decodable {
        let points: [[Double]]
        let height: Int
        let width: Int
        let rows: [String]
    }

    let masks: [MaskCase]
    let resizing: Resizing
    let colors: Colors
    let thresholds: Thresholds
    let polygons: [Polygon]

    static func load() throws -> ImageReference {
        let file = House.root.appending(path: "Tests/Reference/images.json")
        return try JSONDecoder().decode(ImageReference.self, from: Data(contentsOf: file))
    }

    /// The FNV-1a hash of whole numbers, four bytes each, lowest byte first.
    static func hash(_ values: [Int32]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for value in values {
            for shift in stride(from: 0, to: 32, by: 8) {
                let byte = UInt8(truncatingIfNeeded: value >> Int32(shift))
                hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    static func hash(_ mask: Mask) -> String { hash(mask.pixels.map { $0 ? 1 : 0 }) }
}

extension Mask {
    /// A mask drawn with "#" for foreground and "." for background.
    init(rows: [String]) {
        self.init(
            size: PixelSize(width: rows.first?.count ?? 0, height: rows.count),
            pixels: rows.flatMap { $0.map { $0 == "#" } })
    }

    /// The mask drawn so, for messages.
    var rows: [String] {
        (0..<size.height).map { y in
            String((0..<size.width).map { x in self[x: x, y: y] ? "#" : "." })
        }
    }
}
