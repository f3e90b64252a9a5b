import DeepTeaching

/// Slides, one half of them with tumour, each with its overview.
struct SlideCohort: Sendable {
    let slides: [DrawnSlide]
    let overviews: [[Float]]

    /// Draws slides, each from a random stream of its own.
    init(count: Int, seed: UInt64, stream: String) {
        slides = parallelMap(count) { number in
            var generator = SeededGenerator(seed: seed, stream: "\(stream) \(number)")
            return DrawnSlide(isTumor: number % 2 == 0, using: &generator)
        }
        overviews = slides.map { $0.overview() }
    }

    /// The overviews of some slides: `[slide, side, side, 1]`.
    func overviews(of chosen: [Int]) -> Tensor<Float> {
        let side = SlideReading.overviewSide
        return Tensor(chosen.flatMap { overviews[$0] }, shape: [chosen.count, side, side, 1])
    }

    /// 1 where the overview shows tissue at a place, 0 where it shows glass: `[slide, place]`.
    func tissue(of chosen: [Int]) -> Tensor<Float> {
        let side = SlideReading.gridSide
        let factor = SlideReading.overviewSide / side
        return overviews(of: chosen).reshaped([chosen.count, side, factor, side, factor])
            .mean(axes: [2, 4]).reshaped([chosen.count, SlideReading.placeCount]) .> 0.07
    }

    /// The places of each slide where the overview shows tissue.
    func tissuePlaces(of chosen: [Int]) -> [[Int]] {
        let tissue = tissue(of: chosen).elements
        return chosen.indices.map { row in
            (0..<SlideReading.placeCount).filter { tissue[row * SlideReading.placeCount + $0] > 0 }
        }
    }

    /// How many places with tissue a slide has, the mean over all.
    var meanTissuePlaces: Double {
        let places = tissuePlaces(of: Array(slides.indices))
        return Double(places.reduce(0) { $0 + $1.count }) / Double(max(1, slides.count))
    }

    /// The patches at some places of each slide, as the networks see them:
    /// `[slide * place, side, side, 1]`.
    func patches(of chosen: [Int], at places: [[Int]]) -> Tensor<Float> {
        let (side, count) = (SlideReading.patchSide, places.reduce(0) { $0 + $1.count })
        let area = side * side
        let numbers = [Float](unsafeUninitializedCapacity: count * area) { patches, filled in
            for (slide, row) in zip(chosen, places) {
                for place in row {
                    let patch = UnsafeMutableBufferPointer(
                        rebasing: patches[filled..<filled + area])
                    slides[slide].read(patchAt: place, as: SlideReading.numbers, into: patch)
                    filled += area
                }
            }
        }
        return Tensor(numbers, shape: [count, side, side, 1])
    }

    /// 1 for tumour, 0 for none: `[slide, 1]`.
    func labels(of chosen: [Int]) -> Tensor<Float> {
        Tensor(chosen.map { slides[$0].isTumor ? 1 : 0 }, shape: [chosen.count, 1])
    }

    /// The share of all places that show tumour, in slides that have any.
    var tumorShare: Double {
        let positive = slides.filter(\.isTumor)
        let places = positive.reduce(0) { sum, slide in
            sum + (0..<SlideReading.placeCount).count { slide.showsTumor(at: $0) }
        }
        return Double(places) / Double(positive.count * SlideReading.placeCount)
    }
}
