import Curriculum
import DeepTeaching

/// Lesson 18, RecurrentAttention: what it is about, in a sentence.
public enum RecurrentAttentionExercise: RecurrentAttentionContract {
    /// The sum of the values.
    ///
    ///     total = sum over i of values[i]
    ///
    /// Example: [1, 2, 3] gives 6.
    ///
    /// Hint: what do you begin with?
    public static func total(values: [Double]) throws -> Double {
        // TODO: your code here, in place of the next line.
        return try todo()
    }
}
