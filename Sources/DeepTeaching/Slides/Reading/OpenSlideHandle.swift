import COpenSlide
import CTIFFShim
import Foundation

/// An open slide of the C library OpenSlide, closed when the last user lets it go.
///
/// All calls but closing are safe from several threads. An error latches: from then on each call on
/// the same handle fails, so it must be thrown away and the file opened again.
final class OpenSlideHandle: @unchecked Sendable {
    private let slide: OpaquePointer

    /// Opens a file.
    ///
    /// - Throws: `SlideError` with what OpenSlide says; it says little.
    init(path: String) throws {
        // OpenSlide reads TIFFs through libtiff and warns through GLib: both would write to
        // standard error by themselves.
        tiff_capture_errors()
        glib_capture_messages()
        guard let slide = openslide_open(path) else { throw SlideError.unknownFormat(path: path) }
        self.slide = slide
        if let reason = error { throw SlideError.unreadable(path: path, reason: reason) }
    }

    /// Opens a file that was looked at.
    ///
    /// - Throws: `SlideError` with the true cause, as far as the look shows it.
    convenience init(inspected inspection: SlideInspection) throws {
        do {
            try self.init(path: inspection.path)
        } catch {
            guard let refusal = inspection.refusal else { throw error }
            throw SlideError.refused(path: inspection.path, refusal)
        }
    }

    deinit { openslide_close(slide) }

    /// The error that has latched, if any.
    var error: String? { openslide_get_error(slide).map { String(cString: $0) } }

    /// Width, height and downsample of each level as the file declares them.
    var levels: [SlideLevel] {
        (0..<max(0, openslide_get_level_count(slide))).map { level in
            var width: Int64 = 0
            var height: Int64 = 0
            openslide_get_level_dimensions(slide, level, &width, &height)
            return SlideLevel(
                size: PixelSize(width: Int(width), height: Int(height)),
                downsample: openslide_get_level_downsample(slide, level))
        }
    }

    /// What the file says of itself, by OpenSlide's names such as "openslide.mpp-x".
    var properties: [String: String] {
        var properties: [String: String] = [:]
        guard let names = openslide_get_property_names(slide) else { return properties }
        var index = 0
        while let name = names[index] {
            if let value = openslide_get_property_value(slide, name) {
                properties[String(cString: name)] = String(cString: value)
            }
            index += 1
        }
        return properties
    }

    /// The pixels of a checked region, of the level by OpenSlide's count, over a background colour.
    ///
    /// - Returns: nil if an error has latched, in this call or before.
    func read(_ region: SlideRegion, level: Int, over background: RGB) -> Image? {
        let area = region.size.area
        let premultiplied = [UInt32](unsafeUninitializedCapacity: area) { pixels, count in
            openslide_read_region(
                slide, pixels.baseAddress, Int64(region.origin.x), Int64(region.origin.y),
                Int32(level),
                Int64(region.size.width), Int64(region.size.height))
            count = area
        }
        if error != nil { return nil }
        return Image(
            size: region.size, pixels: composite(premultiplied: premultiplied, over: background))
    }
}

/// Red, green and blue of premultiplied 0xAARRGGBB pixels over a background:
/// `colour = premultiplied + background * (255 - alpha) / 255`, rounded.
func composite(premultiplied: [UInt32], over background: RGB) -> [UInt8] {
    let red = UInt32(background.red)
    let green = UInt32(background.green)
    let blue = UInt32(background.blue)
    let total = 3 * premultiplied.count
    return [UInt8](unsafeUninitializedCapacity: total) { output, count in
        premultiplied.withUnsafeBufferPointer { pixels in
            var index = 0
            for pixel in pixels {
                let clear = 255 &- (pixel &>> 24)
                // Premultiplied colours never exceed alpha, so that no sum exceeds 255; damaged
                // files may break that rule, hence the minimum.
                let r = ((pixel &>> 16) & 255) &+ (red &* clear &+ 127) / 255
                let g = ((pixel &>> 8) & 255) &+ (green &* clear &+ 127) / 255
                let b = (pixel & 255) &+ (blue &* clear &+ 127) / 255
                output[index] = UInt8(truncatingIfNeeded: min(r, 255))
                output[index &+ 1] = UInt8(truncatingIfNeeded: min(g, 255))
                output[index &+ 2] = UInt8(truncatingIfNeeded: min(b, 255))
                index &+= 3
            }
        }
        count = total
    }
}
