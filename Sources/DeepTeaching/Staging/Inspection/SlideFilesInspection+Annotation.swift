import Foundation

extension SlideFilesInspection {
    /// Looks at the outlines alone, which are read much sooner than slides.
    public init(ofAnnotationOf files: SlideFiles) {
        self.files = files
        inspectAnnotation(on: nil)
    }

    /// Looks at the outlines.
    ///
    /// - Parameter slide: the size of the slide's level 0; nil if the slide cannot be read.
    mutating func inspectAnnotation(on slide: PixelSize?) {
        guard let url = files.annotation else { return }
        let outlines: [Annotation]
        do {
            try Self.checkFile(url)
            let file = try AnnotationFile(url)
            outlines = file.annotations.seen(in: files.region)
            for warning in file.warnings {
                add(.unusualAnnotation(warning), to: url, remedy: .nothing)
            }
        } catch {
            return add(error, to: url, remedy: annotationRemedy) { .unreadableAnnotation($0) }
        }
        compareWithLabel(outlines, of: url)
        if let slide { comparePositions(of: outlines, in: url, with: slide) }
    }

    /// Without its outlines a positive slide says less, but nothing wrong. A negative one would be
    /// learnt from as normal, although the outlines may say something else.
    private var annotationRemedy: InspectionFinding.Remedy {
        files.type == .negative ? .leaveOutSlide(files.name) : .leaveOutAnnotation(files.name)
    }

    private mutating func compareWithLabel(_ outlines: [Annotation], of url: URL) {
        let tumors = outlines.count { $0.kind == .tumor }
        switch files.type {
        case .negative? where tumors > 0:
            add(.tumorOnNegative(outlines: tumors), to: url, remedy: annotationRemedy)
        case let type? where type != .negative && tumors == 0:
            add(.noTumor(type: type), to: url, remedy: annotationRemedy)
        default: break
        }
    }

    private mutating func comparePositions(
        of outlines: [Annotation], in url: URL, with slide: PixelSize
    ) {
        let positions = outlines.map { OutlinePosition($0, slide: slide) }
        let beside = positions.count { $0 == .beside }
        let over = positions.count { $0 == .overBorder }
        if beside > 0 {
            add(
                .outlinesBeside(outlines: beside, of: outlines.count, slide: slide), to: url,
                remedy: annotationRemedy)
        } else if over > 0 {
            add(
                .outlinesOverBorder(outlines: over, of: outlines.count), to: url, remedy: .nothing)
        }
    }
}

/// Where an outline lies.
private enum OutlinePosition {
    case onSlide
    case overBorder
    case beside

    init(_ annotation: Annotation, slide: PixelSize) {
        let x = annotation.outline.map(\.x)
        let y = annotation.outline.map(\.y)
        guard let left = x.min(), let right = x.max(), let top = y.min(), let bottom = y.max()
        else {
            self = .onSlide
            return
        }
        let (width, height) = (Double(slide.width), Double(slide.height))
        if right <= 0 || bottom <= 0 || left >= width || top >= height {
            self = .beside
        } else if left < -1 || top < -1 || right > width + 1 || bottom > height + 1 {
            self = .overBorder
        } else {
            self = .onSlide
        }
    }
}
