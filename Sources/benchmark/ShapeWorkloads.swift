import DeepTeaching
import Foundation

extension Workload {
    /// Otsu's threshold, morphology, components, regions and distances on the peers' picture of tissue
    /// and their mask, 2048 x 2048 pixels each.
    static var shapes: [Workload] {
        func picture(
            _ name: String, _ prepare: @escaping (ShapeData) throws -> () -> Void
        ) -> Workload {
            Workload(name: name, items: 2048 * 2048, unit: "pixels/s") {
                try prepare(ShapeData())
            }
        }
        let disk = StructuringElement.disk(radius: 5)
        return [
            // With the mask above the threshold, as OpenCV gives it.
            picture("otsu_2048") { data in
                let gray = data.gray
                return {
                    let threshold = Histogram(ofBytes: gray).otsuBin ?? 255
                    _ = Mask(
                        size: PixelSize(side: 2048), bytes: gray, above: UInt8(threshold))
                }
            },
            picture("binary_opening_disk5_2048") { data in
                let mask = data.mask
                return { _ = mask.opened(by: disk) }
            },
            picture("binary_closing_disk5_2048") { data in
                let mask = data.mask
                return { _ = mask.closed(by: disk) }
            },
            picture("label_2048") { data in
                let mask = data.mask
                return { _ = mask.connectedComponents(connectivity: .four) }
            },
            picture("label_stats_2048") { data in
                let mask = data.mask
                return { _ = mask.connectedComponents(connectivity: .four).regions() }
            },
            picture("distance_transform_edt_2048") { data in
                let mask = data.mask
                return { _ = mask.distanceTransform() }
            },
        ] + regionTables
    }

    /// Tables of the measures of the mask's regions, as scikit-image makes them.
    private static var regionTables: [Workload] {
        [
            Workload(
                name: "regionprops_table_2048_area_bbox_centroid", items: 3117, unit: "regions/s"
            ) {
                let labels = try ShapeData().mask.connectedComponents(connectivity: .four)
                return {
                    _ = labels.regions().map { ($0.area, $0.boundingBox, $0.centroid) }
                }
            },
            Workload(name: "regionprops_table_2048_full", items: 3117, unit: "regions/s") {
                let data = try ShapeData()
                let labels = data.mask.connectedComponents(connectivity: .four)
                let gray = data.plane
                return {
                    let intensities = try! labels.intensities(of: gray)
                    let perimeters = labels.perimeters()
                    _ = labels.regions().map { region in
                        [
                            Double(region.area), region.centroid.x, region.centroid.y,
                            perimeters[region.label - 1], region.eccentricity, region.orientation,
                            region.majorAxis, region.minorAxis,
                            intensities[region.label - 1]?.mean ?? .nan,
                        ]
                    }
                }
            },
        ]
    }
}

/// The peers' picture and mask.
private struct ShapeData {
    /// The brightness of the tissue, from 0 to 255.
    let gray: [UInt8]

    let mask: Mask

    /// - Throws: `MissingData` if the files are not there.
    init() throws {
        let size = PixelSize(side: 2048)
        let image = Image(
            size: size, pixels: try PeerData.bytes("tissue_2048", count: 3 * size.area))
        gray = image.luma().values.map { UInt8($0) }
        mask = Mask(
            size: size, pixels: try PeerData.bytes("mask_2048", count: size.area).map { $0 != 0 })
    }

    var plane: Plane { Plane(size: PixelSize(side: 2048), values: gray.map { Float($0) }) }
}
