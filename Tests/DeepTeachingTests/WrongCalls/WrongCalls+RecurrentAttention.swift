@testable import DeepTeaching

private let pictures = Tensor<Float>.ones([2, 6, 6])
private let sensor = GlimpseSensor(size: 2, scales: 2)
private let places = Tensor<Float>.zeros([2, 2])

private func model(_ change: (inout RecurrentAttention<Float>.Settings) -> Void = { _ in })
    -> RecurrentAttention<Float>
{
    var generator = SeededGenerator(seed: 0)
    var settings = RecurrentAttention<Float>.Settings(
        sensor: sensor, glimpses: 3, classes: 2, hidden: 3, features: 2)
    change(&settings)
    return RecurrentAttention(settings, using: &generator)
}

private func looked(
    _ policy: GlimpsePolicy<Float>, first: Tensor<Float>? = nil
) -> RecurrentAttention<Float>.Look {
    model().look(at: GlimpsePictures(pictures, sensor: sensor), first: first, policy: policy)
}

/// Retinas that see nothing, policies that draw nothing, and draws that do not fit.
let wrongGlimpses: [WrongCall] = [
    WrongCall("a retina of no pixels", "a glimpse of 0 x 0 numbers at 1 scales") {
        _ = GlimpseSensor(size: 0, scales: 1)
    },
    WrongCall("a retina of no scales", "a glimpse of 2 x 2 numbers at 0 scales") {
        _ = GlimpseSensor(size: 2, scales: 0)
    },
    WrongCall("a glimpse of a matrix", "pictures of shape [2, 2] are none") {
        _ = sensor(places, at: places)
    },
    WrongCall("a glimpse of pictures without pixels", "pictures of shape [2, 0, 6] are none") {
        _ = sensor(Tensor<Float>.zeros([2, 0, 6]), at: places)
    },
    WrongCall("three places in two pictures", "places of shape [3, 2] do not fit") {
        _ = sensor(pictures, at: .zeros([3, 2]))
    },
    WrongCall("pictures that nobody looks at", "by 0 samples") {
        _ = GlimpsePictures(pictures, sensor: sensor, samples: 0)
    },
    WrongCall("another place than the glimpse's", "do not fit glimpses of shape [2, 8]") {
        _ = model().glimpse(.zeros([2, 8]), at: .zeros([1, 2]), in: .inference)
    },
    WrongCall("a model without a glimpse", "a model of 0 glimpses") {
        _ = RecurrentAttention<Float>.Settings(sensor: sensor, glimpses: 0, classes: 2)
    },
    WrongCall("another retina than the model's", "cannot be seen by") {
        let other = GlimpsePictures(pictures, sensor: GlimpseSensor(size: 3, scales: 1))
        _ = model().look(at: other)
    },
    WrongCall("first places that do not fit", "first places of shape [1, 2] do not fit") {
        _ = looked(.mean, first: .zeros([1, 2]))
    },
    WrongCall("given places that do not fit", "must be [2, 2, 2]") {
        _ = looked(.given(.zeros([3, 2, 2])))
    },
    WrongCall("noise that does not fit", "noise of shape [2, 2] does not fit") {
        _ = looked(.sampled(noise: places, deviation: 0.1))
    },
    WrongCall("a policy of deviation 0", "a policy cannot have the deviation 0.0") {
        _ = looked(.sampled(noise: .zeros([2, 2, 2]), deviation: 0))
    },
    WrongCall("a policy of no deviation", "a policy cannot have the deviation nan") {
        _ = gaussianLogProbability(of: places, mean: Variable(places), deviation: .nan)
    },
    WrongCall("a spread down to 0", "a policy cannot have the deviation 0.0") {
        _ = PolicySpread(from: 0.2, to: 0)
    },
    WrongCall("a spread after the end", "step 3 is none of 3") {
        _ = PolicySpread(from: 0.2, to: 0.1).deviation(atStep: 3, of: 3)
    },
    WrongCall("the probability of other places", "do not fit means of shape [1, 2]") {
        _ = gaussianLogProbability(of: places, mean: Variable(.zeros([1, 2])), deviation: 1)
    },
    WrongCall("REINFORCE of no moves", "0 moves do not fit 0 advantages") {
        _ = reinforceLoss(logProbabilities: [Variable<Float>](), advantages: [])
    },
    WrongCall("advantages of other rows", "do not fit advantages of shape [3]") {
        _ = reinforceLoss(
            logProbabilities: [Variable(Tensor<Float>.ones([2]))], advantages: [.ones([3])])
    },
    WrongCall("a baseline of no others", "there is nothing to compare with") {
        _ = leaveOneOutBaselines(rewards: Tensor<Float>.ones([4]), samples: 1)
    },
    WrongCall("an objective of no others", "1 samples leave none to compare with") {
        _ = GlimpseObjective(reward: .rightAnswer, baseline: .leaveOneOut, samples: 1)
    },
    WrongCall("a reward without a floor", "the floor must be above 0") {
        _ = GlimpseObjective(
            reward: .logProbability(floor: 0), baseline: .learned, samples: 1)
    },
    WrongCall("a loss of places that were not drawn", "look with the policy .sampled") {
        _ = hybridLoss(of: looked(.mean), labels: [0, 1], objective: .paper)
    },
    WrongCall("a picture smaller than a digit", "it has from 28 to 4096 pixels a side") {
        _ = DigitScene(side: 27, pieces: 0)
    },
    WrongCall("batches of more pictures than there are", "cannot be made of 2 pictures") {
        _ = GlimpseBatches(
            of: pictures, labels: [0, 1], size: 3, steps: 1, for: model().settings, samples: 1,
            spread: PolicySpread(from: 0.2, to: 0.1), seed: 0)
    },
]
