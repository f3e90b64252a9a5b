import DeepTeaching
import LessonSlides

/// Of each hospital the slides with most outlines of up to two patients, and slides without any
/// metastasis of the first of them and of another patient, as far as there are such.
func contrastingSlides(of all: [SlideRecord]) throws -> [SlideRecord] {
    try Set(all.map(\.center)).sorted().flatMap { center -> [SlideRecord] in
        let here = all.filter { $0.center == center }
        let outlined = try here.filter { $0.type == .macro && $0.annotation != nil }
            .map { slide in
                (slide: slide, count: try slide.outlines().count { $0.kind == .tumor })
            }
            .filter { $0.count > 0 }
            .sorted { ($0.count, $1.slide.name) > ($1.count, $0.slide.name) }.map(\.slide)
        let first = outlined.first
        let second = outlined.first { $0.patient != first?.patient }
        let negative = here.filter { $0.type == .negative }
        let same = negative.first { $0.patient == first?.patient }
        let other = negative.first { $0.patient != first?.patient }
        return [first, second, same, other].compactMap(\.self)
    }
}
