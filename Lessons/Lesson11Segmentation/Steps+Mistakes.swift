import CourseKit
import DeepTeaching
import LessonSlides

/// Two mistakes in the order of reading, made by a network that has learnt.
extension SegmentationCourse {
    func showMistakes(_ data: RegionData, _ answers: SegmenterAnswers) throws {
        try lesson.step("mistakes") { step in
            guard let method = answers.networks[.sweeping], let trained = method.first,
                let network = trained.network as? Sequential<Float>
            else { return }
            let regions = data.unknown
            func scores(_ mistake: MistakenSweep.Mistake) throws -> MaskScores {
                let wrong = TrainedSegmenter(
                    kind: .sweeping, network: network.with(mistake))
                return try MaskScores(wrong.masks(of: regions), regions)
            }
            let right = method.unknown[0]
            let (carried, turned) = (try scores(.carriesState), try scores(.leavesTurned))
            step.number("rightDice", right.mean(\.dice))
            step.number("wrongCarriedDice", carried.mean(\.dice))
            step.number("wrongTurnedDice", turned.mean(\.dice))
            step.number("strangers", strangers(network, regions), .percent(1))
            let own = strangers(network.with(.carriesState), regions)
            step.number("wrongStrangers", own, .percent(1))
            let loss = right.mean(\.dice) - carried.mean(\.dice)
            let turn = right.mean(\.dice) - turned.mean(\.dice)
            step.choose("turned", turn > 0.02 ? "worse" : "hidden")
            step.choose("carried", loss > 0.02 ? "worse" : loss < -0.02 ? "better" : "hidden")
        }
    }

    /// The share of an image's pixels whose answer another image before it in the batch changes.
    private func strangers(_ network: Sequential<Float>, _ regions: [SegmentedRegion]) -> Double {
        let few = Array(regions.prefix(16))
        let first = TrainedSegmenter(kind: .sweeping, network: network)
        let forwards = first.masks(of: few)
        let backwards = Array(first.masks(of: few.reversed()).reversed())
        let changed = zip(forwards, backwards).reduce(0) { sum, pair in
            sum + zip(pair.0.pixels, pair.1.pixels).count { $0 != $1 }
        }
        let pixels = few.reduce(0) { $0 + $1.truth.size.area }
        return Double(changed) / Double(max(1, pixels))
    }
}

/// The sweeps of a network that has learnt, with a mistake.
struct MistakenSweep: ParameterFreeLayer {
    typealias Scalar = Float

    enum Mistake {
        /// All rows of all images are read as one long row, and so are the columns.
        case carriesState

        /// What the backward readers know stands where it was read, not where it belongs.
        case leavesTurned
    }

    let sweep: RowColumnSweep<Float>
    let mistake: Mistake

    func callAsFunction(_ images: Variable<Float>, in pass: Pass) -> Variable<Float> {
        let rows = read(images, sweep.rows, in: pass)
        return read(rows.transposed([0, 2, 1, 3]), sweep.columns, in: pass)
            .transposed([0, 2, 1, 3])
    }

    /// Reads along the width: `[batch, height, width, channels]` to twice the hidden numbers.
    private func read(
        _ images: Variable<Float>, _ readers: Bidirectional<GRU<Float>>, in pass: Pass
    ) -> Variable<Float> {
        let shape = images.shape
        switch mistake {
        case .carriesState:
            // listing: MistakenSweep.carried
            let long = images.reshaped([1, shape[0] * shape[1] * shape[2], shape[3]])
            return readers(long, in: pass).reshaped(Array(shape.dropLast()) + [-1])
        // end listing
        case .leavesTurned:
            let lines = images.reshaped([shape[0] * shape[1], shape[2], shape[3]])
            let before = readers.forward(lines, in: pass)
            let after = readers.backward(lines.reversed(axis: 1), in: pass)
            return Variable.concatenated([before, after], axis: 2)
                .reshaped(Array(shape.dropLast()) + [-1])
        }
    }
}

extension Sequential<Float> {
    /// The same network whose sweeps make a mistake.
    fileprivate func with(_ mistake: MistakenSweep.Mistake) -> Sequential {
        Sequential(
            layers.map { layer in
                guard let sweep = layer as? RowColumnSweep<Float> else { return layer }
                return MistakenSweep(sweep: sweep, mistake: mistake)
            })
    }
}
