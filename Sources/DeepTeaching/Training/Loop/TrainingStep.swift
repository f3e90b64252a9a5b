/// The place of a step in a training.
struct StepPlace {
    let epoch: Int
    let step: Int

    /// The pass of this step: each has a random stream of its own.
    func pass(seed: UInt64) -> Pass {
        var generator = SeededGenerator(seed: seed, stream: "step \(step)")
        return .training(seed: generator.next())
    }
}

/// One step: the gradients of the loss, the running statistics, and the update.
///
/// - Throws: ``TrainingError`` before a bad update is made, and what the loss throws; the model and the optimiser are then as they were.
func makeStep<Model: Parameterized, Batch>(
    _ model: inout Model, _ optimizer: inout some Optimizer<Model.Scalar>, batch: Batch,
    at place: StepPlace, seed: UInt64, clippingNorm: Double?,
    loss: (Model, Batch, Pass) throws -> Variable<Model.Scalar>
) throws -> Double {
    let pass = place.pass(seed: seed)
    let traced = try tracedGradients(of: model) { try loss($0, batch, pass) }
    let (value, raw) = (traced.loss, traced.gradients)
    if !value.isFinite {
        let graph = try computationGraph(of: model) { try loss($0, batch, place.pass(seed: seed)) }
        throw TrainingError.notANumber(at: place, seenIn: graph, loss: Double(value))
    }
    if !traced.reachesParameters {
        throw TrainingError.noGradient(epoch: place.epoch, step: place.step)
    }
    // Gradients come into being from the loss backwards: the last bad one was the first.
    if let index = raw.values.lastIndex(where: { !$0.isFinite() }) {
        throw TrainingError.notANumber(
            epoch: place.epoch, step: place.step, place: "the gradient of \(raw.names[index])",
            value: word(for: Double(raw.values[index].firstNotFinite ?? 0)))
    }
    optimizer.update(&model, along: clippingNorm.map { raw.clipped(toNorm: $0) } ?? raw)
    model.updateStatistics(from: pass)
    return Double(value)
}

/// The word for a number that is infinite or none; the sign of what is no number means nothing.
func word(for value: Double) -> String { value.isNaN ? "nan" : "\(value)" }

extension TrainingError {
    /// The error of a loss that is no number: it names the first value of the graph that is none, and
    /// the layer to which that value belongs.
    static func notANumber(
        at place: StepPlace, seenIn graph: ComputationGraph, loss: Double
    ) -> TrainingError {
        guard let bad = graph.steps.firstIndex(where: { $0.notFinite != nil }) else {
            return .notANumber(
                epoch: place.epoch, step: place.step, place: "the loss", value: word(for: loss))
        }
        let step = graph.steps[bad]
        let value = word(for: step.notFinite ?? loss)
        let what: String
        if step.isParameter {
            what = "the parameter \(step.operation)"
        } else if let layer = graph.layer(of: bad) {
            what = "the result of \(step.operation) in the layer \(layer)"
        } else {
            what = "the result of \(step.operation)"
        }
        return .notANumber(epoch: place.epoch, step: place.step, place: what, value: value)
    }
}

extension ComputationGraph {
    /// The layer that computed a step: the one whose parameters are nearest on the way back. A
    /// parameter "hidden.weights" belongs to the layer "hidden".
    func layer(of step: Int) -> String? {
        var waiting = [step]
        var known: Set<Int> = [step]
        var position = 0
        while position < waiting.count {
            let current = steps[waiting[position]]
            if current.isParameter {
                let parts = current.operation.split(separator: ".")
                return parts.count > 1 ? parts.dropLast().joined(separator: ".") : nil
            }
            waiting += current.operands.reversed().filter { known.insert($0).inserted }
            position += 1
        }
        return nil
    }
}
