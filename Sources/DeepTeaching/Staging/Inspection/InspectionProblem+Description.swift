import Foundation

extension InspectionProblem: CustomStringConvertible, LocalizedError {
    /// What is wrong and what to do, without the name of the file, in one or two sentences.
    public var description: String {
        switch self {
        case .brokenLink(let target):
            "is a link to \(target), which is not there. Mount the disk or mend the link."
        case .pipeOrDevice: "is a pipe or a device. Put the file itself in its place."
        case .empty:
            "is empty (0 bytes). Copy it again."
        case .forbidden:
            "may not be read. Give yourself the right to read it."
        case .unreadableSlide(let error), .unreadableAnnotation(let error),
            .unreadableMask(let error):
            error.description
        case .unknownResolution:
            "does not say how many micrometres a pixel covers, or nothing credible. Say it, or "
                + "store it in the file."
        case .tooSmall(let size, let side):
            "has \(size) pixels at level 0, too few for a single patch of \(side.oneDecimal) level-0 "
                + "pixels. Check its resolution, or leave it out."
        case .unusualSlide(let warning):
            "is unusual. \(warning)"
        case .unusualAnnotation(let warning):
            "holds more than outlines. \(warning)"
        case .otherResolution(let file, let told):
            "says \(Self.rounded(file)) micrometres per pixel, but \(Self.rounded(told)) were told, "
                + "and count."
        case .samePicture(let others):
            "shows the very same picture as \(others.joined(separator: ", ")). Only one of the names "
                + "can be right: copy the slides again."
        case .secondFile(let path):
            "lies there twice, also as \(path). Keep one."
        case .noTumor(let type):
            "holds no outline of tumour, but its slide is labelled \(type.rawValue). Export the "
                + "annotation again, or correct the label."
        case .tumorOnNegative(let count):
            "holds \(Self.outlines(count)) of tumour, but its slide is labelled negative. One of the "
                + "two is wrong: correct it."
        case .outlinesBeside(let count, let all, let slide):
            "has \(count) of \(Self.outlines(all)) beside its slide of \(slide) pixels. It is of "
                + "another slide, or its places are not in level-0 pixels: export it again."
        case .outlinesOverBorder(let count, let all):
            "has \(count) of \(Self.outlines(all)) that reach over the border of its slide. What lies "
                + "outside does not count."
        case .otherMaskSize(let mask, let slide):
            "has \(mask) pixels, but its slide has \(slide). Masks are not read here; do not use it "
                + "elsewhere before you know why."
        case .folder(let error):
            error.description
        }
    }

    /// The same words, for callers that know only `Error`.
    public var errorDescription: String? { description }

    /// Whether the words name the file themselves.
    var namesFile: Bool {
        switch self {
        case .unreadableSlide, .unreadableAnnotation, .unreadableMask, .folder: true
        default: false
        }
    }

    /// Files keep pixels per centimetre in few bits, so most digits mean nothing.
    private static func rounded(_ micrometres: Double) -> Double {
        (micrometres * 10_000).rounded() / 10_000
    }

    private static func outlines(_ count: Int) -> String {
        count == 1 ? "1 outline" : "\(count) outlines"
    }
}
