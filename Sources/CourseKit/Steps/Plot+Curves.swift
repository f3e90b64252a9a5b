import DeepTeaching
import Foundation

/// Curves of the evaluation as curves of a plot.
extension Plot.Curve {
    private init(_ name: String, line: [(x: Double, y: Double)], style: Style) {
        self.init(name, x: line.map(\.x), y: line.map(\.y), style: style)
    }

    /// The false positives to the right, the true positives upwards.
    public init(_ name: String, of curve: ROCCurve, style: Style = .line) {
        self.init(name, line: curve.line, style: style)
    }

    /// The recall to the right, the precision upwards, in steps.
    public init(_ name: String, of curve: PrecisionRecallCurve, style: Style = .line) {
        self.init(name, line: curve.line, style: style)
    }

    /// The probability to the right, the share of positives upwards.
    public init(_ name: String, of curve: CalibrationCurve, style: Style = .line) {
        self.init(name, line: curve.line, style: style)
    }

    /// The false positives a slide to the right, as logarithms to the base 2 (``Plot/Tick/camelyon`` are
    /// their marks), the sensitivity upwards.
    public init(_ name: String, of curve: FROCCurve, style: Style = .line) {
        self.init(name, line: curve.line().map { (log2($0.x), $0.y) }, style: style)
    }

    /// From the lower left to the upper right: chance in a ROC, probabilities that mean what they say in
    /// a calibration curve.
    public static func diagonal(_ name: String) -> Plot.Curve {
        Plot.Curve(name, x: [0, 1], y: [0, 1], style: .dashed)
    }

    /// A level line from 0 to 1: chance in a precision-recall curve lies at the prevalence.
    public static func level(_ name: String, at height: Double) -> Plot.Curve {
        Plot.Curve(name, x: [0, 1], y: [height, height], style: .dashed)
    }
}

extension Plot.Tick {
    /// The false positives a slide at which CAMELYON16 asks for the sensitivity, on a logarithmic axis.
    public static let camelyon = zip(
        FROCCurve.camelyonRates, ["1/4", "1/2", "1", "2", "4", "8"]
    ).map { Plot.Tick(log2($0), $1) }
}

extension Plot {
    /// ROC curves and the diagonal of chance.
    public static func roc(
        name: String, _ curves: [(name: String, curve: ROCCurve)], caption: String,
        alternative: String
    ) -> Plot {
        Plot(
            name: name, x: "false positive rate", y: "true positive rate",
            curves: curves.map { Curve($0.name, of: $0.curve) } + [.diagonal("chance")],
            caption: caption, alternative: alternative, xRange: 0...1, yRange: 0...1)
    }

    /// Precision-recall curves and, if all have one prevalence, the level of chance.
    public static func precisionRecall(
        name: String, _ curves: [(name: String, curve: PrecisionRecallCurve)], caption: String,
        alternative: String
    ) -> Plot {
        let levels = Set(curves.map(\.curve.prevalence))
        let chance = levels.count == 1 ? levels.map { Curve.level("chance", at: $0) } : []
        return Plot(
            name: name, x: "recall", y: "precision",
            curves: curves.map { Curve($0.name, of: $0.curve) } + chance, caption: caption,
            alternative: alternative, xRange: 0...1, yRange: 0...1)
    }

    /// Calibration curves and the diagonal on which probabilities mean what they say.
    public static func calibration(
        name: String, _ curves: [(name: String, curve: CalibrationCurve)], caption: String,
        alternative: String
    ) -> Plot {
        Plot(
            name: name, x: "predicted probability", y: "share of positives",
            curves: curves.map { Curve($0.name, of: $0.curve) } + [.diagonal("perfect")],
            caption: caption, alternative: alternative, xRange: 0...1, yRange: 0...1)
    }

    /// FROC curves over the logarithm of the false positives, from 1/8 to 16 a slide.
    public static func froc(
        name: String, _ curves: [(name: String, curve: FROCCurve)], caption: String,
        alternative: String
    ) -> Plot {
        Plot(
            name: name, x: "false positives per slide", y: "sensitivity",
            curves: curves.map { Curve($0.name, of: $0.curve) }, caption: caption,
            alternative: alternative, xRange: -3...4, yRange: 0...1, xTicks: Tick.camelyon)
    }
}
