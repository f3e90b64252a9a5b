import CourseKit

/// What the student's own functions give, beside the library.
extension BackpropagationCourse {
    /// Shows how far numbers of the student's lie from the library's.
    func compare(
        _ function: String, _ own: [Double], with library: [Double], in step: StepWriter
    ) {
        guard own.count == library.count else {
            step.words(
                "**Yours:** `\(function)` gives \(own.count) numbers. **The library's:** "
                    + "\(library.count).")
            return
        }
        let largest = zip(own, library).map { abs($0 - $1) }.max() ?? 0
        step.words(
            "**Yours:** `\(function)` differs from the library's by at most "
                + "\(NumberFormat.scientific(1).text(largest)).")
    }
}
