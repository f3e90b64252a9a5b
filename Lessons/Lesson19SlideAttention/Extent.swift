import ArgumentParser

/// How much the lesson draws and trains.
struct Extent {
    /// What can be chosen on the command line.
    enum Profile: String, ExpressibleByArgument, CaseIterable {
        case usual, nano
    }

    /// Slides to learn from, and slides for tests.
    let (training, test): (Int, Int)

    /// Trainings that differ in their seed.
    let runs: Int

    /// Steps of a training.
    let steps: Int

    /// Steps of the training without the entropy term.
    let wrongSteps: Int

    /// Bags, trainings and steps of the comparison of poolings.
    let (bags, bagRuns, bagSteps): (Int, Int, Int)

    /// Whether each training has slides of its own, and another network reads all pixels in training.
    let isFull: Bool

    init(_ profile: Profile, isFull: Bool) {
        self.isFull = isFull
        switch profile {
        case .usual:
            (training, test, runs, steps) = (600, isFull ? 200 : 100, 3, isFull ? 800 : 450)
            (wrongSteps, bags, bagRuns, bagSteps) = (isFull ? 800 : 450, 200, 3, 300)
        case .nano:
            (training, test, runs, steps) = (300, 60, 1, 360)
            (wrongSteps, bags, bagRuns, bagSteps) = (20, 100, 1, 300)
        }
    }
}
