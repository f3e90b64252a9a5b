import CourseKit
import DeepTeaching
import Foundation

/// Step 4: what the glass costs.
extension MapCourse {
    func showBackground() throws {
        try lesson.step("background") { step in
            let (mapped, detector) = (study.main, study.detectors[0])
            let slide = try mapped.record.open()
            let start = Date()
            let tissue = try detector.map(of: slide, tissue: mapped.tissue)
            let middle = Date()
            // listing: MapCourse.everything
            let everything = try detector.map(of: slide, tissue: .everywhere(on: slide))
            // end listing
            step.duration("timeTissue", seconds: middle.timeIntervalSince(start))
            step.duration("timeEverything", seconds: Date().timeIntervalSince(middle))
            let glass = zip(everything.probabilities.values, tissue.covered.pixels)
                .filter { !$0.1 }.map { Double($0.0) }
            let all = everything.covered.foregroundCount
            step.number("allPatches", all)
            step.number("tissuePatches", tissue.covered.foregroundCount)
            step.number("skipped", Double(glass.count) / Double(all), .percent(0))
            step.number("glassHighest", glass.max() ?? 0, .decimals(2))
            let alarms = glass.count { $0 > Double(MapStudy.threshold) }
            step.number("glassAlarms", alarms)
            step.choose("glass", alarms > 0 ? "alarms" : "quiet")
            step.choose("highest", (glass.max() ?? 0) > 0.1 ? "some" : "none")
            showMeans(tissue, all, step)
        }
    }

    /// What the number is that stands on glass, if it is averaged with the rest.
    private func showMeans(_ map: ConfidenceMap, _ cells: Int, _ step: LessonStep) {
        let values = map.coveredValues
        let sum = values.reduce(0, +)
        let glass = Double(cells - values.count)
        step.number("rightMean", sum / Double(values.count))
        step.number("halfMean", (sum + 0.5 * glass) / Double(cells))
        step.number("zeroMean", sum / Double(cells))
    }
}
