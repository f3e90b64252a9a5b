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
            try giveBorders(answers, data, step)
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

    /// How many of the borders lie between blocks of 4 x 4 pixels, of which the small maps are made.
    private func giveBorders(
        _ answers: SegmenterAnswers, _ data: RegionData, _ step: LessonStep
    ) throws {
        let (block, side) = (4, Double(source.grid.side))
        let truth = try MaskScores(data.unknown.map(\.truth), data.unknown)
        step.number("blockChance", (side / Double(block) - 1) / (side - 1), .percent(0))
        step.number("blockTruth", truth.borders(betweenBlocksOf: block), .percent(0))
        let shares = Segmenter.allCases.compactMap { answers.networks[$0] }.map { method in
            Spread(values: method.unknown.map { $0.borders(betweenBlocksOf: block) }).mean
        }
        step.number("blockConvolution", shares[0], .percent(0))
        step.number("blockSweep", shares[1], .percent(0))
        step.number("blockUNet", shares[2], .percent(0))
        let order = shares.indices.sorted { shares[$0] < shares[$1] }
        let isClear = shares[order[1]] - shares[order[0]] >= 0.02
        step.choose("borders", isClear ? ["convolution", "sweep", "uNet"][order[0]] : "alike")
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
