import CourseKit
import DeepTeaching
import LessonSlides

/// Step 7: what a finer map finds.
extension MapCourse {
    func showFinds() throws {
        try lesson.step("finds") { step in
            let ways = MapWay.all(strides: study.strides)
            let results = try ways.map { way in
                try study.each { detector in
                    try FindResult(study.peaks { way.map($0, detector) }, of: study)
                }
            }
            step.table("finds", rows: zip(ways, results).map(row))
            func scores(_ index: Int) -> [Double] { results[index].map(\.score) }
            func mean(_ index: Int) -> Double { Spread(values: scores(index)).mean }
            let (coarse, finest, center) = (0, ways.count - 2, ways.count - 1)
            step.number("coarseScore", mean(coarse), .decimals(2))
            step.number("finestScore", mean(finest), .decimals(2))
            step.number("centerScore", mean(center), .decimals(2))
            step.choose("finer", Self.relation(scores(finest), scores(coarse)))
            step.choose("averaging", Self.relation(scores(finest), scores(center)))
            let alarms = [center, finest].map { results[$0].map { $0.sure.falsePositives } }
            step.choose("alarms", Self.relation(alarms[0], alarms[1]))
            let smallCount = study.slides.reduce(0) { $0 + $1.lesions.small.count }
            step.number("smallCount", smallCount)
            step.choose("small", smallCount > 0 ? "some" : "none")
            step.plot(
                "froc",
                [(coarse, "coarse"), (finest, "fine"), (center, "center")].map { index, name in
                    results[index][0].curve.plotted(name)
                }, xRange: 0...10, yRange: 0...1)
        }
    }

    private func row(_ way: MapWay, _ results: [FindResult]) -> [String] {
        func cell(_ format: NumberFormat, _ value: (FindResult) -> Double?) -> String {
            let values = results.compactMap(value)
            return values.isEmpty ? "–" : Spread(values: values).range(format)
        }
        return [
            way.name, cell(.decimals(2), \.score), cell(.decimals(2), \.smallScore),
            cell(.percent(0), { $0.sure.found }), cell(.decimals(1), { $0.sure.falsePositives }),
        ]
    }
}

/// A way to make a map of what a detector says.
private struct MapWay: Sendable {
    let name: String
    let map: @Sendable (_ slide: MappedSlide, _ detector: Int) -> ConfidenceMap

    static func all(strides: [Int]) -> [MapWay] {
        let finest = PatchClassifier<Float>.step
        let coarser = strides.filter { $0 > finest } + [finest]
        return coarser.map { stride in
            MapWay(name: "mean, \(stride) pixels") { $0.map(stride: stride, detector: $1) }
        } + [MapWay(name: "middle alone, \(finest) pixels") { $0.centerMap(detector: $1) }]
    }
}

extension FROCCurve {
    /// The curve to draw.
    fileprivate func plotted(_ name: String) -> Plot.Curve {
        Plot.Curve(
            name, x: points.map(\.falsePositivesPerSlide), y: points.map(\.sensitivity),
            style: .steps)
    }
}
