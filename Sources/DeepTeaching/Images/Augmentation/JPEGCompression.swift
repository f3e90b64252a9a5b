import CTIFF
import CTIFFShim

extension Image {
    /// The picture after JPEG: written with a quality, and read again.
    ///
    /// The colours are stored at half the resolution, as scanners do it. The bytes go through memory,
    /// by the JPEG codec of libtiff.
    ///
    /// - Parameter quality: from 1 (hardly a picture) to 100.
    /// - Throws: `PictureError` if the quality is out of range, there is no pixel, or the codec fails.
    public func compressed(jpegQuality quality: Int) throws -> Image {
        guard 1...100 ~= quality else {
            throw PictureError.unusableNumber(
                name: "JPEG quality", value: "\(quality)", allowed: "a whole number from 1 to 100")
        }
        try PictureError.checkPixels(size)
        tiff_capture_errors()
        guard let memory = tiff_memory_create() else { throw jpegFailure() }
        defer { tiff_memory_free(memory) }
        try write(to: memory, quality: quality)
        return try Image(jpegIn: memory, size: size)
    }

    private func write(to memory: OpaquePointer, quality: Int) throws {
        guard let file = tiff_memory_open(memory) else { throw jpegFailure() }
        defer { TIFFClose(file) }
        for (tag, value) in [
            (TIFFTAG_IMAGEWIDTH, size.width), (TIFFTAG_IMAGELENGTH, size.height),
            (TIFFTAG_ROWSPERSTRIP, size.height),
        ] { _ = tiff_set_uint32(file, UInt32(tag), UInt32(value)) }
        for (tag, value) in [
            (TIFFTAG_BITSPERSAMPLE, 8), (TIFFTAG_SAMPLESPERPIXEL, 3),
            (TIFFTAG_PLANARCONFIG, Int(PLANARCONFIG_CONTIG)),
            (TIFFTAG_COMPRESSION, Int(COMPRESSION_JPEG)),
            (TIFFTAG_PHOTOMETRIC, Int(PHOTOMETRIC_YCBCR)),
        ] { _ = tiff_set_uint16(file, UInt32(tag), UInt16(value)) }
        _ = tiff_set_int(file, UInt32(TIFFTAG_JPEGQUALITY), Int32(quality))
        _ = tiff_set_int(file, UInt32(TIFFTAG_JPEGCOLORMODE), JPEGCOLORMODE_RGB)
        let written = pixels.withUnsafeBytes { pixels in
            TIFFWriteEncodedStrip(
                file, 0, UnsafeMutableRawPointer(mutating: pixels.baseAddress),
                tmsize_t(pixels.count))
        }
        guard written == tmsize_t(pixels.count) else { throw jpegFailure() }
    }

    private init(jpegIn memory: OpaquePointer, size: PixelSize) throws {
        guard let file = tiff_memory_read(memory) else { throw jpegFailure() }
        defer { TIFFClose(file) }
        _ = tiff_set_int(file, UInt32(TIFFTAG_JPEGCOLORMODE), JPEGCOLORMODE_RGB)
        var bytes = [UInt8](repeating: 0, count: size.valueCount(3))
        let read = bytes.withUnsafeMutableBytes { bytes in
            TIFFReadEncodedStrip(file, 0, bytes.baseAddress, tmsize_t(bytes.count))
        }
        guard read == tmsize_t(bytes.count) else { throw jpegFailure() }
        self.init(size: size, pixels: bytes)
    }
}

private func jpegFailure() -> PictureError {
    let reason = String(cString: tiff_take_last_error())
    return .notCompressed(reason: reason.isEmpty ? "libtiff does not say why" : reason)
}
