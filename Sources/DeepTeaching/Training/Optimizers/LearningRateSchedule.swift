import Foundation

/// How the learning rate changes from step to step.
public struct LearningRateSchedule: Sendable, Equatable, Codable {
    /// The course of the rate after the warm-up.
    public enum Course: Sendable, Equatable, Codable {
        /// The same for all steps.
        case constant

        /// Multiplied by `factor` after each `length` steps.
        case steps(length: Int, factor: Double)

        /// Multiplied by `factor` after each step.
        case exponential(factor: Double)

        /// Down along half a cosine to `last` times the first rate, for `length` steps; then it stays
        /// there.
        ///
        /// Source: Loshchilov and Hutter, SGDR: stochastic gradient descent with warm restarts, 2017.
        case cosine(length: Int, last: Double)

        /// The first rate for `hold` steps, then down in a line to `last` times that rate, for `length`
        /// steps; then it stays there.
        case linear(hold: Int, length: Int, last: Double)
    }

    /// The course of the rate after the warm-up.
    public let course: Course

    /// For how many steps the rate first grows in a line from almost 0.
    public let warmUp: Int

    /// A schedule of a course and a warm-up, in steps.
    public init(_ course: Course, warmUp: Int = 0) {
        let fault = Self.fault(course, warmUp)
        require(fault == nil, fault ?? "")
        self.course = course
        self.warmUp = warmUp
    }

    /// Warm-up and cosine: a rise over `warmUp` steps, but no more than a quarter of all, then a fall to
    /// nothing along half a cosine.
    public static func warmUpAndCosine(steps: Int, warmUp: Int) -> LearningRateSchedule {
        require(
            steps >= 0 && warmUp >= 0,
            "the learning rate cannot rise for \(warmUp) of \(steps) steps: both start at 0")
        let rise = min(warmUp, steps / 4)
        return LearningRateSchedule(.cosine(length: max(steps - rise, 1), last: 0), warmUp: rise)
    }

    /// The learning rate of step `step` (from 0) of a training whose full rate is `rate`.
    public func rate(atStep step: Int, of rate: Double) -> Double {
        require(step >= 0, "steps are counted from 0: there is no step \(step)")
        if step < warmUp { return rate * Double(step + 1) / Double(warmUp + 1) }
        return rate * factor(afterSteps: step - warmUp)
    }

    private func factor(afterSteps steps: Int) -> Double {
        switch course {
        case .constant: return 1
        case .steps(let length, let factor): return pow(factor, Double(steps / length))
        case .exponential(let factor): return pow(factor, Double(steps))
        case .cosine(let length, let last):
            let progress = min(1, Double(steps) / Double(length))
            return last + (1 - last) * (1 + cos(.pi * progress)) / 2
        case .linear(let hold, let length, let last):
            let progress = min(1, max(0, Double(steps - hold) / Double(length)))
            return 1 - (1 - last) * progress
        }
    }
}

extension LearningRateSchedule {
    private enum CodingKeys: String, CodingKey { case course, warmUp }

    /// A schedule that comes from a file.
    ///
    /// - Throws: `DecodingError` if it is none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let course = try container.decode(Course.self, forKey: .course)
        let warmUp = try container.decode(Int.self, forKey: .warmUp)
        if let fault = Self.fault(course, warmUp) {
            throw DecodingError.dataCorruptedError(
                forKey: .course, in: container, debugDescription: fault)
        }
        self.init(course, warmUp: warmUp)
    }

    /// What is wrong with a course and a warm-up; nil if nothing is.
    private static func fault(_ course: Course, _ warmUp: Int) -> String? {
        if warmUp < 0 { return "a warm-up cannot last \(warmUp) steps" }
        let (length, factor): (Int, Double)
        switch course {
        case .constant: (length, factor) = (1, 1)
        case .exponential(let each): (length, factor) = (1, each)
        case .steps(let each, let share), .cosine(let each, let share):
            (length, factor) = (each, share)
        case .linear(let hold, let each, let share):
            if hold < 0 { return "a learning rate cannot be held for \(hold) steps" }
            (length, factor) = (each, share)
        }
        if length < 1 { return "a schedule of \(length) steps is none: it must be positive" }
        let isUsable = factor >= 0 && factor.isFinite
        return isUsable ? nil : "the factor of a learning rate is \(factor), it must be from 0 on"
    }
}
