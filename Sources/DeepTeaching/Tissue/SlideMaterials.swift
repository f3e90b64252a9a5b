/// What lies where on a slide: glass, tissue, pen, black blocks and folds, one of them for each pixel.
public struct SlideMaterials: Sendable, Equatable {
    /// A material a pixel, at a coarse resolution, in its frame.
    public let raster: SlideRaster<MaterialPixels>

    /// Materials that were found elsewhere.
    public init(_ raster: SlideRaster<MaterialPixels>) { self.raster = raster }

    /// The pixels of one material.
    public func mask(of material: SlideMaterial) -> Mask { mask { $0 == material } }

    /// The pixels of those materials for which `isWanted` is true.
    public func mask(where isWanted: (SlideMaterial) -> Bool) -> Mask {
        let wanted = SlideMaterial.allCases.map(isWanted)
        return Mask(
            size: raster.size, pixels: raster.pixels.materials.map { wanted[Int($0.rawValue)] })
    }

    /// The tissue that lies flat, as a mask of the slide.
    public var tissue: TissueMask {
        TissueMask(SlideRaster(mask(of: .tissue), frame: raster.frame))
    }

    /// Which share of the slide each material has, from 0 to 1; together 1, and all 0 on a picture
    /// without pixels.
    public var shares: [SlideMaterial: Double] {
        var counts = [Int](repeating: 0, count: SlideMaterial.allCases.count)
        for material in raster.pixels.materials { counts[Int(material.rawValue)] += 1 }
        let all = Double(max(1, raster.size.area))
        return Dictionary(
            uniqueKeysWithValues: SlideMaterial.allCases.map {
                ($0, Double(counts[Int($0.rawValue)]) / all)
            })
    }
}
