import DeepTeaching

/// How large the lesson's experiments are.
struct LookingPlan {
    /// How many pictures there are to train on, and to test on.
    let training, test: Int

    /// How many steps a training has, and how many pictures a step sees.
    let steps, batch: Int

    /// The length of the state, and of what is known of a glimpse.
    let hidden, features: Int

    /// How many fields of slides there are to train on, and how many steps that takes.
    let fields, fieldSteps: Int

    /// How many draws the policy gradient is estimated from.
    let draws: Int

    /// What `swift run` does.
    static let usual = LookingPlan(
        training: 20_000, test: 5000, steps: 700, batch: 64, hidden: 128, features: 64,
        fields: 1500, fieldSteps: 120, draws: 4000)

    /// What shows that all of it runs.
    static let small = LookingPlan(
        training: 300, test: 200, steps: 30, batch: 16, hidden: 24, features: 16, fields: 60,
        fieldSteps: 10, draws: 1000)

    /// Glimpses of 12 x 12 numbers at three scales.
    static let sensor = GlimpseSensor(size: 12, scales: 3)

    /// The model for so many classes.
    func settings(classes: Int = 10, glimpses: Int = 4) -> RecurrentAttention<Float>.Settings {
        RecurrentAttention<Float>.Settings(
            sensor: Self.sensor, glimpses: glimpses, classes: classes, hidden: hidden,
            features: features)
    }
}
