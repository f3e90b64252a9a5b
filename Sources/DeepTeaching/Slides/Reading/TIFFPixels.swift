import CTIFFShim

/// How a directory of a TIFF stores its pixels.
struct TIFFPixels: Sendable {
    /// The method of compression by its TIFF number.
    let compression: Int

    /// How many channels a pixel has.
    let samplesPerPixel: Int

    /// Whether channels behind the colours have no meaning that is known, such as an infrared one.
    /// libtiff takes them for transparency.
    let hasUnknownChannels: Bool

    /// Whether the installed libtiff knows the compression.
    let hasCodec: Bool

    private let photometric: Int
    private let bitsPerSample: Int
    private let sampleFormat: Int
    private let isInterleaved: Bool
    private let showsColors: Bool

    /// The pixels of the current directory of an open file.
    init(current file: OpaquePointer) {
        func short(_ tag: Int32) -> Int {
            var value: UInt16 = 0
            return tiff_get_uint16(file, UInt32(tag), &value) ? Int(value) : 0
        }
        compression = short(TIFFTAG_COMPRESSION)
        photometric = short(TIFFTAG_PHOTOMETRIC)
        bitsPerSample = short(TIFFTAG_BITSPERSAMPLE)
        samplesPerPixel = short(TIFFTAG_SAMPLESPERPIXEL)
        sampleFormat = short(TIFFTAG_SAMPLEFORMAT)
        var meanings: UnsafePointer<UInt16>?
        let extraCount = tiff_extra_samples(file, &meanings)
        hasUnknownChannels =
            samplesPerPixel > 3 && photometric == Int(PHOTOMETRIC_RGB)
            && (0..<Int(extraCount)).allSatisfy {
                meanings?[$0] == UInt16(EXTRASAMPLE_UNSPECIFIED)
            }
        isInterleaved = short(TIFFTAG_PLANARCONFIG) == Int(PLANARCONFIG_CONTIG)
        hasCodec = TIFFIsCODECConfigured(UInt16(compression)) != 0
        showsColors = tiff_shows_colors(file)
    }

    /// Whether the pixels are 8-bit red, green, blue, and perhaps channels without meaning,
    /// interleaved, in a compression that libtiff decodes to just that.
    var isPlainRGB: Bool {
        hasBytes && hasCodec
            && (samplesPerPixel == 3 && photometric == Int(PHOTOMETRIC_RGB)
                || hasUnknownChannels || isJPEG)
    }

    /// Whether the pixels are 8-bit red, green, blue, each channel in tiles of its own.
    var isSeparateRGB: Bool {
        bitsPerSample == 8 && isUnsigned && !isInterleaved && hasCodec && samplesPerPixel == 3
            && photometric == Int(PHOTOMETRIC_RGB)
    }

    /// Whether the pixels are three 8-bit channels in JPEG, which OpenSlide decodes by itself.
    var isJPEG: Bool {
        compression == Int(COMPRESSION_JPEG) && hasBytes && samplesPerPixel == 3
            && (photometric == Int(PHOTOMETRIC_RGB) || photometric == Int(PHOTOMETRIC_YCBCR))
    }

    /// Whether the pixels are stored as they are.
    var isUncompressed: Bool { compression == Int(COMPRESSION_NONE) }

    /// Whether the compression is Aperio's JPEG 2000, which OpenSlide decodes by itself.
    var isAperioJPEG2000: Bool { compression == 33003 || compression == 33005 }

    private var hasBytes: Bool { bitsPerSample == 8 && isInterleaved && isUnsigned }

    private var isUnsigned: Bool {
        sampleFormat == Int(SAMPLEFORMAT_UINT) || sampleFormat == Int(SAMPLEFORMAT_VOID)
    }

    /// Why neither OpenSlide nor libtiff shows these pixels as they are; nil if one does.
    var refusal: SlideRefusal? {
        if isJPEG || isAperioJPEG2000 { return nil }
        guard hasCodec else { return .compression(compression) }
        if isPlainRGB { return nil }
        // libtiff would show signed numbers as if they were not, and unknown channels as clear.
        return showsColors && isUnsigned && !hasUnknownChannels ? nil : .pixels(kind)
    }

    /// How they are stored, in words.
    var kind: String {
        let numbers =
            switch sampleFormat {
            case Int(SAMPLEFORMAT_IEEEFP): "floating-point numbers"
            case Int(SAMPLEFORMAT_INT): "signed numbers"
            case Int(SAMPLEFORMAT_UINT), Int(SAMPLEFORMAT_VOID): "numbers"
            default: "complex numbers"
            }
        let channels = samplesPerPixel == 1 ? "1 channel" : "\(samplesPerPixel) channels"
        let model = isUnsigned ? ", in the colour model \(photometric) of TIFF" : ""
        return "\(channels) of \(bitsPerSample)-bit \(numbers)\(model)"
    }
}
