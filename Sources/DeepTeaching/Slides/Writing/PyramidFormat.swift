import CTIFFShim

/// In whose manner a slide's file speaks of itself.
public enum PyramidFormat: String, Sendable, Codable, CaseIterable {
    /// A plain pyramidal TIFF with its resolution in pixels per centimetre, which OpenSlide calls
    /// "generic-tiff". All tiles are stored, since OpenSlide 3 fails at one that is missing; where
    /// nothing was scanned they are white.
    case tiled

    /// A TIFF as scanners of Philips export it: an XML text holds the resolution of each level in
    /// millimetres. Tiles where nothing was scanned have no bytes.
    case philips

    /// Whether tiles where nothing was scanned may be left out.
    var isSparse: Bool { self == .philips }

    /// Writes what the format says of a level, beside how its tiles are stored.
    func describe(_ file: OpaquePointer?, level: Int, of writer: PyramidWriter) {
        switch self {
        case .tiled:
            // From micrometres to pixels per centimetre.
            let factor = Double(1 << level) * 1e-4
            _ = tiff_set_uint16(
                file, UInt32(TIFFTAG_RESOLUTIONUNIT), UInt16(RESUNIT_CENTIMETER))
            _ = tiff_set_double(
                file, UInt32(TIFFTAG_XRESOLUTION), 1 / (writer.micronsPerPixel.x * factor))
            _ = tiff_set_double(
                file, UInt32(TIFFTAG_YRESOLUTION), 1 / (writer.micronsPerPixel.y * factor))
        case .philips:
            // OpenSlide knows the format by this tag and the XML of the first directory.
            _ = tiff_set_string(file, UInt32(TIFFTAG_SOFTWARE), PhilipsDescription.software)
            if level == 0 {
                let description = PhilipsDescription(
                    levelSizes: writer.levelSizes, micronsPerPixel: writer.micronsPerPixel)
                _ = tiff_set_string(file, UInt32(TIFFTAG_IMAGEDESCRIPTION), description.xml)
            }
        }
    }
}
