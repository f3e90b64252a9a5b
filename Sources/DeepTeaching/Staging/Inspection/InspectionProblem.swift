/// What can be wrong, or odd, with a file that a long job is going to read.
public enum InspectionProblem: Error, Sendable, Equatable {
    /// The file is a link to something that is not there.
    case brokenLink(target: String)

    /// The file has no bytes.
    case empty

    /// It is no file that can be read from its beginning to its end.
    case pipeOrDevice

    /// The user may not read the file.
    case forbidden

    // Slides

    /// The slide cannot be opened or read.
    case unreadableSlide(SlideError)

    /// Neither the file nor the caller says how large a pixel is.
    case unknownResolution

    /// Not even one patch fits onto the slide.
    case tooSmall(size: PixelSize, patchSide: Double)

    /// Something about the slide is unusual.
    case unusualSlide(SlideWarning)

    /// The file says another resolution than the caller, in micrometres per pixel.
    case otherResolution(file: Double, told: Double)

    /// Other slides show the very same picture.
    case samePicture(as: [String])

    /// Another file in the folder has this name.
    case secondFile(path: String)

    // Annotations and masks

    /// The outlines cannot be read.
    case unreadableAnnotation(SlideError)

    /// Something in the annotation encloses nothing, such as a stray click.
    case unusualAnnotation(AnnotationWarning)

    /// The slide is labelled positive, but its annotation holds no outline of tumour.
    case noTumor(type: MetastasisType)

    /// The slide is labelled negative, but its annotation holds outlines of tumour.
    case tumorOnNegative(outlines: Int)

    /// Outlines lie beside the slide.
    case outlinesBeside(outlines: Int, of: Int, slide: PixelSize)

    /// Outlines reach over the border of the slide.
    case outlinesOverBorder(outlines: Int, of: Int)

    /// The mask cannot be opened.
    case unreadableMask(SlideError)

    /// The mask has another size than the slide.
    case otherMaskSize(mask: PixelSize, slide: PixelSize)

    // The folder

    /// The table of stages, or a folder, is wrong.
    case folder(StagingError)

    /// Whether work cannot go on with the file; otherwise it is only odd.
    public var isFault: Bool {
        switch self {
        case .otherResolution, .unusualSlide, .unusualAnnotation, .outlinesOverBorder,
            .unreadableMask, .otherMaskSize:
            false
        default: true
        }
    }
}
