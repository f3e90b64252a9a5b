import DeepTeaching

/// What SciPy, scikit-image and OpenCV say: `Tests/Reference/filters.py` makes the file.
struct FilterReference: Decodable {
    struct Picture: Decodable {
        let width: Int
        let height: Int
        let values: [Double]
    }

    struct Blur: Decodable {
        let border: String
        let sigma: Double
        let by: String
        let values: [Double]
    }

    struct Resize: Decodable {
        let width: Int
        let height: Int
        let antialiased: Bool
        let values: [Double]
    }

    struct Warp: Decodable {
        /// xx, xy, yx, yy, dx, dy; nil where the field bends the plane.
        let map: [Double]?
        let border: String
        let bilinear: [Double]
        let nearest: [Double]
    }

    let constant: Double
    let plane: Picture
    let blurs: [Blur]
    let resizes: [Resize]
    let warps: [Warp]
    let dx: [Double]
    let dy: [Double]
    let fields: [Warp]

    static func load() throws -> FilterReference {
        try reference("filters", as: FilterReference.self)
    }

    var size: PixelSize { PixelSize(width: plane.width, height: plane.height) }

    /// The plane that all are made of.
    var source: Plane { Plane(size: size, values: plane.values.map { Float($0) }) }

    func border(_ name: String) -> BorderPolicy {
        switch name {
        case "reflect": .reflect
        case "mirror": .mirror
        case "nearest": .nearest
        case "wrap": .wrap
        default: .constant(Float(constant))
        }
    }
}
