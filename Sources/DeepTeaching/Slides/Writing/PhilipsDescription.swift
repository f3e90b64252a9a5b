/// The XML text in which a Philips file describes itself.
///
/// Real files fill their levels up to whole tiles, and OpenSlide 4 works out the true size of a
/// level from its pixel spacing: level 0 divided by the downsample, rounded down. OpenSlide 3
/// believes the TIFF instead. Here the levels have just the sizes that OpenSlide 4 works out, so
/// both agree; what hangs over the border is part of the last tiles only.
///
/// Source: the OpenSlide project's description of the Philips format.
struct PhilipsDescription {
    /// The name of the program that wrote the file; OpenSlide looks how it begins.
    static let software = "Philips DP v1.0"

    /// The sizes of all levels in pixels, the finest first.
    let levelSizes: [PixelSize]

    /// The resolution of level 0.
    let micronsPerPixel: MicronsPerPixel

    /// The whole text.
    var xml: String {
        let levels = levelSizes.indices.flatMap { level in
            ["<DataObject ObjectType=\"PixelDataRepresentation\">"]
                + attributes(ofLevel: level) + ["</DataObject>"]
        }
        let lines =
            [
                "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>",
                "<DataObject ObjectType=\"DPUfsImport\">",
                Self.attribute("DICOM_MANUFACTURER", "0x0008", "0x0070", "IString", "Synthetic"),
                Self.opening("PIM_DP_SCANNED_IMAGES", "0x301D", "0x1003"),
                "<Array>", "<DataObject ObjectType=\"DPScannedImage\">",
                Self.attribute("PIM_DP_IMAGE_TYPE", "0x301D", "0x1004", "IString", "WSI"),
                spacing(ofLevel: 0),
                Self.opening("PIIM_PIXEL_DATA_REPRESENTATION_SEQUENCE", "0x1001", "0x8B01"),
                "<Array>",
            ] + levels + [
                "</Array>", "</Attribute>", "</DataObject>", "</Array>", "</Attribute>",
                "</DataObject>", "",
            ]
        return lines.joined(separator: "\n")
    }

    private func attributes(ofLevel level: Int) -> [String] {
        let size = levelSizes[level]
        let columns = "PIIM_PIXEL_DATA_REPRESENTATION_COLUMNS"
        let rows = "PIIM_PIXEL_DATA_REPRESENTATION_ROWS"
        let number = "PIIM_PIXEL_DATA_REPRESENTATION_NUMBER"
        return [
            spacing(ofLevel: level),
            Self.attribute(columns, "0x2001", "0x115E", "IUInt32", "\(size.width)"),
            Self.attribute(number, "0x1001", "0x8B02", "IUInt16", "\(level)"),
            Self.attribute(rows, "0x2001", "0x115D", "IUInt32", "\(size.height)"),
        ]
    }

    /// Millimetres from row to row, then from column to column, as DICOM orders them.
    private func spacing(ofLevel level: Int) -> String {
        // To a millionth of a micrometre: 0.00194 rather than 0.0019399999999999999.
        let values = [micronsPerPixel.y, micronsPerPixel.x].map {
            "&quot;\(($0 * Double(1 << level) * 1e6).rounded() / 1e9)&quot;"
        }
        return Self.attribute(
            "DICOM_PIXEL_SPACING", "0x0028", "0x0030", "IDoubleArray",
            values.joined(separator: " "))
    }

    private static func attribute(
        _ name: String, _ group: String, _ element: String, _ kind: String, _ value: String
    ) -> String {
        "<Attribute Name=\"\(name)\" Group=\"\(group)\" Element=\"\(element)\" "
            + "PMSVR=\"\(kind)\">\(value)</Attribute>"
    }

    private static func opening(_ name: String, _ group: String, _ element: String) -> String {
        "<Attribute Name=\"\(name)\" Group=\"\(group)\" Element=\"\(element)\" "
            + "PMSVR=\"IDataObjectArray\">"
    }
}
