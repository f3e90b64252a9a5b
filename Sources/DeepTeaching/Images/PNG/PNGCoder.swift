import CPNG
import Foundation

/// Bytes of grey or of red, green, blue become a PNG file, through libpng.
enum PNGCoder {
    /// How many bytes describe a pixel.
    enum Channels: Int {
        case gray = 1
        case rgb = 3

        /// libpng's name for it.
        var format: png_uint_32 { self == .gray ? 0 : png_uint_32(PNG_FORMAT_FLAG_COLOR) }
    }

    /// The bytes of a PNG file.
    static func encode(_ pixels: [UInt8], size: PixelSize, channels: Channels) throws -> Data {
        guard size.width > 0, size.height > 0 else {
            throw PNGError.notEncodable(size, reason: "it is empty")
        }
        var control = newControl()
        control.width = png_uint_32(size.width)
        control.height = png_uint_32(size.height)
        control.format = channels.format
        defer { png_image_free(&control) }
        // The first call measures, the second writes.
        var length: png_alloc_size_t = 0
        guard png_image_write_to_memory(&control, nil, &length, 0, pixels, 0, nil) != 0 else {
            throw PNGError.notEncodable(size, reason: message(of: control))
        }
        var data = Data(count: Int(length))
        let succeeded = data.withUnsafeMutableBytes {
            png_image_write_to_memory(&control, $0.baseAddress, &length, 0, pixels, 0, nil)
        }
        guard succeeded != 0 else {
            throw PNGError.notEncodable(size, reason: message(of: control))
        }
        return data.prefix(Int(length))
    }

    /// Writes a file that appears under its name only when it is whole.
    static func write(_ data: Data, to url: URL) throws {
        do {
            try data.write(to: url, options: .atomic)
        } catch {
            throw PNGError.unwritable(
                path: url.path, reason: "its folder does not exist, is protected or is full")
        }
    }

    private static func newControl() -> png_image {
        var control = png_image()
        control.version = png_uint_32(PNG_IMAGE_VERSION)
        return control
    }

    private static func message(of control: png_image) -> String {
        withUnsafeBytes(of: control.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
