import Curriculum
import DeepTeaching
import Solutions

extension TissueExtractionMutants {
    /// Holes are tumour like the rest.
    public enum HolesIgnored: TissueExtractionMutant {
        /// The answer.
        public static func rasterize(
            polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
        ) throws -> Mask {
            mask(size) { point in polygons.contains { contains($0, point) } }
        }
    }

    /// Holes are filled as if they were outlines of tumour.
    public enum HolesFilled: TissueExtractionMutant {
        /// The answer.
        public static func rasterize(
            polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
        ) throws -> Mask {
            mask(size) { point in (polygons + holes).contains { contains($0, point) } }
        }
    }

    /// A hole is cut only out of the outline in the same place of the list.
    public enum HoleOfOneOutlineOnly: TissueExtractionMutant {
        /// The answer.
        public static func rasterize(
            polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
        ) throws -> Mask {
            mask(size) { point in
                polygons.indices.contains(where: { index in
                    let isHole = index < holes.count && contains(holes[index], point)
                    return contains(polygons[index], point) && !isHole
                })
            }
        }
    }

    /// The top left corner of a pixel for its centre.
    public enum CornerForCentre: TissueExtractionMutant {
        /// The answer.
        public static func rasterize(
            polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
        ) throws -> Mask {
            mask(size) { point in
                let corner = PixelPoint(x: point.x - 0.5, y: point.y - 0.5)
                return polygons.contains { contains($0, corner) }
                    && !holes.contains { contains($0, corner) }
            }
        }
    }

    /// x and y swapped.
    public enum RowForColumn: TissueExtractionMutant {
        /// The answer.
        public static func rasterize(
            polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
        ) throws -> Mask {
            mask(size) { point in
                let swapped = PixelPoint(x: point.y, y: point.x)
                return polygons.contains { contains($0, swapped) }
                    && !holes.contains { contains($0, swapped) }
            }
        }
    }

    /// The rectangle around an outline.
    public enum RectangleAround: TissueExtractionMutant {
        /// The answer.
        public static func rasterize(
            polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
        ) throws -> Mask {
            mask(size) { point in
                polygons.contains { isInBounds($0, point) }
                    && !holes.contains { isInBounds($0, point) }
            }
        }
    }

    /// Corners beyond the picture are moved to its border.
    public enum CornersPulledInside: TissueExtractionMutant {
        /// The answer.
        public static func rasterize(
            polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
        ) throws -> Mask {
            func pulled(_ outline: [PixelPoint]) -> [PixelPoint] {
                outline.map { corner in
                    PixelPoint(
                        x: min(Double(size.width), max(0, corner.x)),
                        y: min(Double(size.height), max(0, corner.y)))
                }
            }
            return try TissueExtractionSolution.rasterize(
                polygons: polygons.map(pulled), holes: holes.map(pulled), size: size)
        }
    }

    /// Corners rounded to whole pixels.
    public enum CornersRounded: TissueExtractionMutant {
        /// The answer.
        public static func rasterize(
            polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
        ) throws -> Mask {
            func rounded(_ outline: [PixelPoint]) -> [PixelPoint] {
                outline.map { PixelPoint(x: $0.x.rounded(), y: $0.y.rounded()) }
            }
            return try TissueExtractionSolution.rasterize(
                polygons: polygons.map(rounded), holes: holes.map(rounded), size: size)
        }
    }

    /// The crossings of all outlines and holes are counted together.
    public enum AllCrossingsTogether: TissueExtractionMutant {
        /// The answer.
        public static func rasterize(
            polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
        ) throws -> Mask {
            mask(size) { point in isOdd((polygons + holes).reduce(0) { $0 + crossings($1, point) })
            }
        }
    }

    /// The last corner is not joined to the first.
    public enum LeftOpen: TissueExtractionMutant {
        /// The answer.
        public static func rasterize(
            polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
        ) throws -> Mask {
            mask(size) { point in
                polygons.contains { isOdd(crossings($0, point, closes: false)) }
                    && !holes.contains { isOdd(crossings($0, point, closes: false)) }
            }
        }
    }

    /// A corner at the height of the centre belongs to both of its edges.
    public enum CornerCountedTwice: TissueExtractionMutant {
        /// The answer.
        public static func rasterize(
            polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
        ) throws -> Mask {
            mask(size) { point in
                polygons.contains { isOdd(crossings($0, point, countsBothEnds: true)) }
                    && !holes.contains { isOdd(crossings($0, point, countsBothEnds: true)) }
            }
        }
    }

    /// The crossings of all outlines are counted together: where two overlap is a hole.
    public enum OverlapIsAHole: TissueExtractionMutant {
        /// The answer.
        public static func rasterize(
            polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
        ) throws -> Mask {
            mask(size) { point in
                isOdd(polygons.reduce(0) { $0 + crossings($1, point) })
                    && !holes.contains { contains($0, point) }
            }
        }
    }

    /// Only the first outline.
    public enum FirstOutlineOnly: TissueExtractionMutant {
        /// The answer.
        public static func rasterize(
            polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
        ) throws -> Mask {
            try TissueExtractionSolution.rasterize(
                polygons: Array(polygons.prefix(1)), holes: holes, size: size)
        }
    }

    /// Whatever is wound around at all is inside: the non-zero rule.
    public enum NonZeroWinding: TissueExtractionMutant {
        /// The answer.
        public static func rasterize(
            polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
        ) throws -> Mask {
            mask(size) { point in
                polygons.contains { winding($0, point) != 0 }
                    && !holes.contains { winding($0, point) != 0 }
            }
        }
    }
}

extension TissueExtractionAlternatives {
    /// Fills row by row between pairs of crossings; a centre on an edge falls on the other side.
    public enum RowByRow: TissueExtractionMutant {
        /// The answer.
        public static func rasterize(
            polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
        ) throws -> Mask {
            var mask = Mask(size: size)
            for y in 0..<size.height {
                for (outlines, value) in [(polygons, true), (holes, false)] {
                    for outline in outlines {
                        let places = edgeCrossings(outline, y: Double(y) + 0.5).sorted()
                        for pair in stride(from: 0, to: places.count - 1, by: 2) {
                            for x in 0..<size.width
                            where places[pair] < Double(x) + 0.5
                                && Double(x) + 0.5 <= places[pair + 1]
                            {
                                mask[x: x, y: y] = value
                            }
                        }
                    }
                }
            }
            return mask
        }
    }
}

private func mask(_ size: PixelSize, where isInside: (PixelPoint) -> Bool) -> Mask {
    var mask = Mask(size: size)
    for y in 0..<size.height {
        for x in 0..<size.width {
            mask[x: x, y: y] = isInside(PixelPoint(x: Double(x) + 0.5, y: Double(y) + 0.5))
        }
    }
    return mask
}

private func isOdd(_ count: Int) -> Bool { !count.isMultiple(of: 2) }

private func contains(_ outline: [PixelPoint], _ point: PixelPoint) -> Bool {
    isOdd(crossings(outline, point))
}

/// How many edges cross the line from a point to the right.
private func crossings(
    _ outline: [PixelPoint], _ point: PixelPoint, closes: Bool = true, countsBothEnds: Bool = false
) -> Int {
    edges(outline, closes: closes).count { a, b in
        let isCrossed =
            countsBothEnds
            ? a.y != b.y && min(a.y, b.y) <= point.y && point.y <= max(a.y, b.y)
            : (a.y <= point.y) != (b.y <= point.y)
        return isCrossed && place(a, b, y: point.y) > point.x
    }
}

/// How often an outline winds around a point.
private func winding(_ outline: [PixelPoint], _ point: PixelPoint) -> Int {
    edges(outline).reduce(0) { sum, edge in
        let (a, b) = edge
        guard (a.y <= point.y) != (b.y <= point.y), place(a, b, y: point.y) > point.x else {
            return sum
        }
        return sum + (a.y <= point.y ? 1 : -1)
    }
}

private func edgeCrossings(_ outline: [PixelPoint], y: Double) -> [Double] {
    edges(outline).filter { ($0.0.y < y) != ($0.1.y < y) }.map { place($0.0, $0.1, y: y) }
}

private func edges(
    _ outline: [PixelPoint], closes: Bool = true
) -> [(PixelPoint, PixelPoint)] {
    let next = closes ? Array(outline.dropFirst() + outline.prefix(1)) : Array(outline.dropFirst())
    return Array(zip(outline, next))
}

private func place(_ a: PixelPoint, _ b: PixelPoint, y: Double) -> Double {
    a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)
}

private func isInBounds(_ outline: [PixelPoint], _ point: PixelPoint) -> Bool {
    outline.contains { $0.x <= point.x } && outline.contains { $0.x > point.x }
        && outline.contains { $0.y <= point.y } && outline.contains { $0.y > point.y }
}
