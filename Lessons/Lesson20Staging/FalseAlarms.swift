import DeepTeaching

/// How often the network takes patches of negative slides for tumour.
struct FalseAlarms {
    /// For each slide the patches with tissue, and those of them that are taken for tumour.
    private let slides: [(patches: Int, alarms: Int)]

    /// Counts the false alarms on the negative ones of some slides.
    init(on all: [MappedSlide]) {
        slides = all.filter { $0.type == .negative }.map { mapped in
            let scores = zip(mapped.map.probabilities.values, mapped.map.covered.pixels)
                .filter(\.1).map(\.0)
            return (scores.count, scores.count { $0 > 0.5 })
        }
    }

    /// The number of negative slides.
    var slideCount: Int { slides.count }

    /// The share of their patches that is taken for tumour; not a number without patches.
    var rate: Double { Double(slides.reduce(0) { $0 + $1.alarms }) / Double(patchCount) }

    var patchesPerSlide: Double { Double(patchCount) / Double(slideCount) }

    private var patchCount: Int { slides.reduce(0) { $0 + $1.patches } }

    /// The number of slides with at least one false alarm.
    var alarmedSlides: Int { slides.count { $0.alarms > 0 } }

    var cleanSlides: Int { slideCount - alarmedSlides }

    /// Whether clearly more slides have no false alarm than would if mistakes were independent: by two
    /// standard deviations of such a count.
    var areClustered: Bool {
        Double(cleanSlides) > expectedClean + 2 * expectedClean.squareRoot()
    }

    /// How many slides would have no false alarm if mistakes were independent: the sum of (1 - q)^n.
    var expectedClean: Double {
        slides.reduce(0) { sum, slide in
            sum + (0..<slide.patches).reduce(1.0) { product, _ in product * (1 - rate) }
        }
    }
}

/// The area under the ROC curve over the patches of some slides whose truth is known; nil if all are
/// of one kind.
func patchArea(_ all: [MappedSlide]) throws -> Double? {
    var scores: [Double] = []
    var labels: [Bool] = []
    for mapped in all {
        let truth = mapped.map.truth(from: try mapped.slide.outlines())
        for (index, isCovered) in mapped.map.covered.pixels.enumerated() where isCovered {
            // The rest of a positive slide is unknown, as in training.
            guard truth.pixels[index] || mapped.type == .negative else { continue }
            scores.append(Double(mapped.map.probabilities.values[index]))
            labels.append(truth.pixels[index])
        }
    }
    return try? ROCCurve(scores: scores, labels: labels).area
}
