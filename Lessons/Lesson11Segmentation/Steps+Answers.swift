import CourseKit
import DeepTeaching
import LessonSlides

/// Four answers beside each other.
extension SegmentationCourse {
    func showAnswers(
        _ data: RegionData, _ threshold: ColorThreshold
    ) throws -> SegmenterAnswers {
        try lesson.step("answers") { step in
            let training = SegmentationTraining(of: source.grid)
            step.number("epochs", training.epochs)
            step.number("runs", Self.runs)
            let answers = try SegmenterAnswers(
                data, threshold: threshold, training: training, runs: Self.runs, lesson: lesson)
            giveNumbers(answers, step)
            step.figure("answers", picture(answers, data))
            return answers
        }
    }

    private func giveNumbers(_ answers: SegmenterAnswers, _ step: LessonStep) {
        step.number("thresholdKnownDice", answers.threshold.knownDice.mean)
        step.number("thresholdDice", answers.threshold.dice.mean)
        step.number("thresholdIoU", answers.threshold.intersectionOverUnion.mean)
        let methods = Segmenter.allCases.compactMap { answers.networks[$0] }
        step.number("convolutionParameters", methods[0].parameters)
        step.number("convolutionKnown", methods[0].knownDice.mean)
        step.number("convolutionDice", methods[0].dice.mean)
        step.text("convolutionRange", methods[0].dice.range(.decimals(3)))
        step.number("convolutionIoU", methods[0].intersectionOverUnion.mean)
        step.number("sweepParameters", methods[1].parameters)
        step.number("sweepKnown", methods[1].knownDice.mean)
        step.number("sweepDice", methods[1].dice.mean)
        step.text("sweepRange", methods[1].dice.range(.decimals(3)))
        step.number("sweepIoU", methods[1].intersectionOverUnion.mean)
        step.number("uNetParameters", methods[2].parameters)
        step.number("uNetKnown", methods[2].knownDice.mean)
        step.number("uNetDice", methods[2].dice.mean)
        step.text("uNetRange", methods[2].dice.range(.decimals(3)))
        step.number("uNetIoU", methods[2].intersectionOverUnion.mean)
        chooseWords(methods, answers.threshold, step)
    }

    private func chooseWords(
        _ methods: [SegmenterAnswers.Method], _ threshold: SegmenterAnswers.Method,
        _ step: LessonStep
    ) {
        let (plain, sweeping, uNet) = (methods[0].dice, methods[1].dice, methods[2].dice)
        let orders = Set(methods.map { Self.order($0.dice, threshold.dice) })
        step.choose("learning", orders.count == 1 ? orders.first ?? "overlaps" : "overlaps")
        step.choose("sweep", Self.order(sweeping, plain))
        step.choose("skip", Self.order(uNet, plain))
        step.choose("rivals", Self.order(sweeping, uNet))
        let losses = methods.map { $0.knownDice.mean - $0.dice.mean }
        let loss = losses.reduce(0, +) / Double(losses.count)
        step.number("hospitalLoss", 100 * loss, .decimals(0))
        step.choose("hospital", loss > 0.03 ? "harder" : loss < -0.03 ? "easier" : "alike")
    }

    /// Whether all trainings of one network are better than all of another one.
    static func order(_ first: Spread, _ second: Spread) -> String {
        first.isAbove(second) ? "above" : second.isAbove(first) ? "below" : "overlaps"
    }

    /// Rows of tissue, truth, and the four answers with their errors.
    private func picture(_ answers: SegmenterAnswers, _ data: RegionData) -> Image {
        let chosen = data.bordered(data.unknown).prefix(5)
        let indices = chosen.compactMap { region in
            data.unknown.firstIndex { $0.image == region.image }
        }
        let factor = enlargement(to: 128)
        return .grid(
            indices.flatMap { index -> [Image] in
                let region = data.unknown[index]
                let truth = region.image.overlaying(region.truth, color: .vermilion, opacity: 0.5)
                return
                    ([region.image, truth]
                    + answers.all.map { region.picture(of: $0.unknown[0].masks[index]) })
                    .map { $0.enlarged(by: factor) }
            }, columns: 2 + answers.all.count)
    }

    /// The shares of tumour of small and of large structures.
    private static let small = 0.05..<0.5
    private static let large = 0.5..<1.001

    func showSizes(_ answers: SegmenterAnswers) throws {
        try lesson.step("sizes") { step in
            let edges = [0.1, 0.3, 0.5, 0.7, 0.9, 1.001]
            let bins = zip(edges, edges.dropFirst()).map { $0..<$1 }
            let counts = bins.map { bin in
                answers.threshold.unknown[0].regions.count { bin.contains($0.tumorShare) }
            }
            let used = bins.indices.filter { counts[$0] > 0 }
            let names = ["threshold", "convolutions", "sweeps", "unet"]
            step.plot(
                "sizes",
                zip(names, answers.all).map { name, method in
                    Plot.Curve(
                        name, x: used.map { 100 * (bins[$0].lowerBound + 0.1) },
                        y: used.map { method.dice(ofShares: bins[$0]).mean })
                }, xRange: 0...100, yRange: 0...1)
            giveSizes(answers, step)
        }
    }

    private func giveSizes(_ answers: SegmenterAnswers, _ step: LessonStep) {
        let (small, large) = (Self.small, Self.large)
        let methods = Segmenter.allCases.compactMap { answers.networks[$0] }
        step.number("thresholdSmall", answers.threshold.dice(ofShares: small).mean)
        step.number("thresholdLarge", answers.threshold.dice(ofShares: large).mean)
        step.number("thresholdAlarms", answers.threshold.falseAlarms.mean, .percent(1))
        step.number("convolutionSmall", methods[0].dice(ofShares: small).mean)
        step.number("convolutionLarge", methods[0].dice(ofShares: large).mean)
        step.text(
            "convolutionLargeRange", methods[0].dice(ofShares: large).range(.decimals(3)))
        step.number("convolutionAlarms", methods[0].falseAlarms.mean, .percent(1))
        step.number("sweepSmall", methods[1].dice(ofShares: small).mean)
        step.number("sweepLarge", methods[1].dice(ofShares: large).mean)
        step.text(
            "sweepLargeRange", methods[1].dice(ofShares: large).range(.decimals(3)))
        step.number("sweepAlarms", methods[1].falseAlarms.mean, .percent(1))
        step.number("uNetSmall", methods[2].dice(ofShares: small).mean)
        step.number("uNetLarge", methods[2].dice(ofShares: large).mean)
        step.text(
            "uNetLargeRange", methods[2].dice(ofShares: large).range(.decimals(3)))
        step.number("uNetAlarms", methods[2].falseAlarms.mean, .percent(1))
        let rise = ([answers.threshold] + methods).allSatisfy {
            $0.dice(ofShares: large).mean > $0.dice(ofShares: small).mean
        }
        step.choose("slope", rise ? "rises" : "mixed")
        chooseSizes(methods, step)
    }

    private func chooseSizes(_ methods: [SegmenterAnswers.Method], _ step: LessonStep) {
        let (small, large) = (Self.small, Self.large)
        let sweeping = methods[1]
        func gain(_ shares: Range<Double>) -> Double {
            sweeping.dice(ofShares: shares).mean - methods[0].dice(ofShares: shares).mean
        }
        step.number("smallGain", gain(small))
        step.number("largeGain", gain(large))
        step.choose(
            "large",
            Self.order(sweeping.dice(ofShares: large), methods[0].dice(ofShares: large)))
        let most = max(gain(small), gain(large))
        step.choose(
            "where", most <= 0 ? "nowhere" : gain(large) == most ? "large" : "small")
        step.choose("alarms", Self.order(methods[0].falseAlarms, sweeping.falseAlarms))
    }
}

extension RegionData {
    /// About six regions through which a border runs, from all over the list, so that several slides are
    /// seen.
    func bordered(_ regions: [SegmentedRegion]) -> [SegmentedRegion] {
        let sorted = regions.filter { 0.15..<0.85 ~= $0.tumorShare }
        let step = max(1, sorted.count / 6)
        let chosen = stride(from: 0, to: sorted.count, by: step).map { sorted[$0] }
        return chosen.isEmpty ? Array(regions.prefix(6)) : chosen
    }
}

extension SegmentedRegion {
    /// The region with what a mask found, missed and took for tumour.
    func picture(of mask: Mask) -> Image {
        func pixels(_ condition: (Bool, Bool) -> Bool) -> Mask {
            Mask(
                size: truth.size,
                pixels: zip(mask.pixels, truth.pixels).map { condition($0, $1) })
        }
        return
            image
            .overlaying(pixels { $0 && $1 }, color: .vermilion, opacity: 0.5)
            .overlaying(pixels { !$0 && $1 }, color: .blue, opacity: 0.8)
            .overlaying(pixels { $0 && !$1 }, color: .orange, opacity: 0.9)
    }
}
