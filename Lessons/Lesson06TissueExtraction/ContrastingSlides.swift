import LessonSlides

/// Of each hospital the slide with most outlines, and one without any metastasis of the same
/// patient and one of another, as far as there are such.
func contrastingSlides(of all: [LessonSlide]) throws -> [LessonSlide] {
    try Set(all.map(\.center)).sorted().flatMap { center -> [LessonSlide] in
        let here = all.filter { $0.center == center }
        let outlined = try here.filter { $0.type == .macro && $0.annotation != nil }
            .map { slide in
                (slide: slide, count: try slide.outlines().count { $0.kind == .tumor })
            }
            .filter { $0.count > 0 }
        let most = outlined.map(\.count).max()
        let positive = outlined.first { $0.count == most }?.slide
        let negative = here.filter { $0.type == .negative }
        let same = negative.first { $0.patient == positive?.patient }
        let other = negative.first { $0.patient != positive?.patient }
        return [positive, same, other].compactMap(\.self)
    }
}
