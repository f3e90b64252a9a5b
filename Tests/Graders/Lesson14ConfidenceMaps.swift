import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 14.
    public static let confidenceMaps = LessonGrader(
        confidenceMapsContract, solution: ConfidenceMapsSolution.self,
        exercises: [
            ConfidenceMapsGraders.stitch, ConfidenceMapsGraders.nonMaximumSuppression,
            ConfidenceMapsGraders.slideScore, ConfidenceMapsGraders.detections,
        ])
}

/// The graders of the exercises of Lesson 14, one file each.
enum ConfidenceMapsGraders {
    /// A map of some size, each cell between two numbers.
    static func noise(
        _ columns: Int, _ rows: Int, in range: ClosedRange<Double> = 0.02...0.98,
        _ generator: inout SeededGenerator
    ) -> [[Double]] {
        (0..<rows).map { _ in
            (0..<columns).map { _ in generator.uniform(range.lowerBound, range.upperBound) }
        }
    }

    /// Rows and columns swapped.
    static func transposed<Value>(_ rows: [[Value]]) -> [[Value]] {
        (rows.first?.indices ?? 0..<0).map { column in rows.map { $0[column] } }
    }

    /// The columns and rows of all cells above a threshold, in the order of reading.
    static func cells(
        of map: [[Double]], above threshold: Double
    ) -> [(column: Int, row: Int)] {
        map.indices.flatMap { row in
            map[row].indices.filter { map[row][$0] > threshold }.map { (column: $0, row: row) }
        }
    }
}
