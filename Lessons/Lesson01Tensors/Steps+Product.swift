import CourseKit
import Curriculum
import DeepTeaching

/// Step 9: the product of two matrices, slowly and fast.
extension TensorCourse {
    func showProduct() throws {
        try lesson.step("product") { step in
            let side = lesson.options.full ? 768 : 192
            step.number("ladderSide", side)
            step.number("ladderOperations", side * side * side)
            var generator = SeededGenerator(seed: lesson.seed, stream: "matrix ladder")
            let a = Tensor<Float>.uniform([side, side], from: -1, to: 1, using: &generator)
            let b = Tensor<Float>.uniform([side, side], from: -1, to: 1, using: &generator)
            climb(a, b, step)
            step.figure("walks", Self.walks())
            let checked = Self.time { MatrixLadder.checked(a.elements, b.elements, side) }
            step.duration("rungChecked", seconds: checked.seconds)
            showWrongRows(step)
            let (rows, columns) = (a.slice(0..<8).inDouble, b.slice(0..<5, axis: 1).inDouble)
            try step.compare(
                mine, TensorsCalls.matrixProduct, rows, columns, with: rows.matrixProduct(columns))
        }
    }

    private func climb(_ a: Tensor<Float>, _ b: Tensor<Float>, _ step: LessonStep) {
        let side = a.shape[0]
        let library = Self.time { a.matrixProduct(b) }
        var farthest: Float = 0
        func seconds(_ product: MatrixLadder.Product) -> Double {
            let (left, right) = (a.elements, b.elements)
            let run = Self.time {
                var sums = [Float](repeating: 0, count: side * side)
                product(left, right, &sums, side)
                return sums
            }
            let result = Tensor(run.value, shape: [side, side])
            farthest = max(farthest, (result - library.value).absolute().maximum().scalar)
            return run.seconds
        }
        let (defined, swapped) = (
            seconds(MatrixLadder.asDefined), seconds(MatrixLadder.swapped)
        )
        step.duration("rungDefined", seconds: defined)
        step.duration("rungTurned", seconds: seconds(MatrixLadder.turned))
        step.duration("rungSwapped", seconds: swapped)
        step.duration("rungBlocks", seconds: seconds(MatrixLadder.inBlocks))
        step.duration("rungVectors", seconds: seconds(MatrixLadder.inVectors))
        step.duration("rungLibrary", seconds: library.seconds)
        step.number("rungsDiffer", farthest, .scientific(0))
        step.choose("swap", 2 * swapped < defined ? "faster" : "other")
    }

    /// What some work returns, and the best time of four runs.
    private static func time<Value>(_ work: () -> Value) -> (value: Value, seconds: Double) {
        let clock = ContinuousClock()
        let start = clock.now
        var value = work()
        var best = clock.now - start
        for _ in 0..<3 { best = min(best, clock.measure { value = work() }) }
        return (value, best / .seconds(1))
    }

    /// When each place of a matrix is read first, column by column and row by row.
    private static func walks() -> Image {
        func walk(right: Int, down: Int) -> Image {
            var order = Plane(size: PixelSize(side: 12))
            for y in 0..<12 {
                for x in 0..<12 { order[x: x, y: y] = Float(x * right + y * down) }
            }
            return order.colored(over: 0...143).enlarged(by: 20)
        }
        return .sideBySide([walk(right: 12, down: 1), walk(right: 1, down: 12)], spacing: 24)
    }

    private func showWrongRows(_ step: LessonStep) {
        let (rows, depth) = (16, 3)
        var generator = SeededGenerator(seed: lesson.seed, stream: "wrong rows")
        func wrongest(columns: Int) -> Float {
            let a = Tensor<Float>.uniform([rows, depth], from: 0, to: 1, using: &generator)
            let b = Tensor<Float>.uniform([depth, columns], from: 0, to: 1, using: &generator)
            let wrong = MatrixLadder.withWrongRowLength(
                a.elements, b.elements, rows: rows, depth: depth, columns: columns)
            return zip(wrong, a.matrixProduct(b).elements).map { abs($0 - $1) }.max() ?? 0
        }
        step.number("squareRowLength", wrongest(columns: depth))
        step.number("wrongRowLength", wrongest(columns: 2))
    }
}
