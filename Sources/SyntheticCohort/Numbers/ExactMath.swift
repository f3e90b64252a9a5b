/// Sine, cosine, angle and exponential from additions and multiplications alone.
///
/// The functions of the C library differ in the last bit from one system to the next. What decides
/// a pixel uses these, so a cohort has the same pixels everywhere before its tiles are compressed.
enum ExactMath {
    /// sin(2 pi t), for an angle given in turns.
    static func sine(turns: Double) -> Double {
        var folded = turns - turns.rounded(.down)
        if folded > 0.75 {
            folded -= 1
        } else if folded > 0.25 {
            folded = 0.5 - folded
        }
        let angle = 2 * Double.pi * folded
        let square = angle * angle
        // Taylor's series up to the 15th power: below 1e-11 on a quarter turn.
        var term = angle
        var sum = angle
        for order in stride(from: 2.0, through: 14.0, by: 2.0) {
            term *= -square / (order * (order + 1))
            sum += term
        }
        return sum
    }

    /// cos(2 pi t), for an angle given in turns.
    static func cosine(turns: Double) -> Double { sine(turns: turns + 0.25) }

    /// e to the power of x.
    static func exponential(_ x: Double) -> Double {
        let logarithmOfTwo = 0.693147180559945309417
        let bounded = min(max(x, -700), 700)
        let power = (bounded / logarithmOfTwo).rounded()
        let rest = bounded - power * logarithmOfTwo
        var term = 1.0
        var sum = 1.0
        for order in 1...14 {
            term *= rest / Double(order)
            sum += term
        }
        return sum * Double(sign: .plus, exponent: Int(power), significand: 1)
    }

    /// The direction of (x, y) in turns, from 0 at the positive x axis to 1, with an error below
    /// 2e-6 turns.
    ///
    /// Source: Abramowitz and Stegun, Handbook of mathematical functions, 1964, 4.4.47.
    static func turns(x: Float, y: Float) -> Float {
        let width = abs(x)
        let height = abs(y)
        let larger = max(width, height)
        guard larger > 0 else { return 0 }
        let ratio = min(width, height) / larger
        let square = ratio * ratio
        let inner = 0.1801410 + square * (-0.0851330 + square * 0.0208351)
        let angle = ratio * (0.9998660 + square * (-0.3302995 + square * inner))
        var turn = angle * 0.159154943
        if height > width { turn = 0.25 - turn }
        if x < 0 { turn = 0.5 - turn }
        return y < 0 ? 1 - turn : turn
    }
}
