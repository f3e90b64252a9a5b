import DeepTeaching

/// A slide, its confidence map and what the map says in numbers.
struct MappedSlide: Sendable {
    let slide: SlideRecord
    let map: ConfidenceMap
    let features: SlideFeatures

    var type: MetastasisType { slide.type }
}

/// The maps of all slides.
struct MappedSlides {
    let training: [MappedSlide]
    let test: [MappedSlide]
}

/// A test slide and what a classifier says of it.
struct Finding {
    let mapped: MappedSlide
    let prediction: MetastasisPrediction

    var slide: SlideRecord { mapped.slide }
}
