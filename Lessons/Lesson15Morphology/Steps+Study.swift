import CourseKit
import DeepTeaching
import LessonSlides

/// Step 8: what each operation does to the detections, on all slides and with all detectors.
extension MorphologyCourse {
    func showStudy() throws {
        try lesson.step("study") { step in
            let slides = study.slides
            let results = parallelMap(Cleaning.all.count) { index in
                (0..<MapStudy.detectors).map {
                    CleaningResult(Cleaning.all[index], on: slides, detector: $0)
                }
            }
            step.table("study", rows: zip(Cleaning.all, results).map(row))
            func means(_ key: String) -> CleaningResult {
                CleaningResult(meanOf: results[place(key)])
            }
            func spread(_ key: String, _ value: (CleaningResult) -> Double) -> Spread {
                Spread(values: results[place(key)].map(value))
            }
            func compare(_ key: String, _ value: (CleaningResult) -> Double) -> String {
                relation(spread(key, value), spread("plain", value))
            }
            let (plain, opened, whole) = (means("plain"), means("opened"), means("whole"))
            step.number("plainAlarms", plain.falseAlarms, .decimals(1))
            step.number("openedAlarms", opened.falseAlarms, .decimals(1))
            step.number("wholeAlarms", whole.falseAlarms, .decimals(1))
            step.number("plainFound", plain.found, .percent(0))
            step.number("openedFound", opened.found, .percent(0))
            step.number("wholeFound", whole.found, .percent(0))
            step.number("plainError", plain.lengthError, .decimals(2))
            step.number("openedError", opened.lengthError, .decimals(2))
            step.number("wholeError", whole.lengthError, .decimals(2))
            step.choose("alarmsEffect", compare("opened", \.falseAlarms))
            step.choose("foundEffect", compare("opened", \.found))
            step.choose("errorEffect", compare("whole", \.lengthError))
            step.choose("joinedEffect", compare("joined", \.lengthError))
            let orders = ["ordered", "swapped"].map { key in results[place(key)].map(\.regions) }
            step.choose("orderEffect", orders[0] == orders[1] ? "same" : "differs")
            step.number("studyLesions", study.lesionCount)
            step.number("studyNegative", study.slides.count { !$0.record.isPositive })
        }
    }

    private func place(_ key: String) -> Int { Cleaning.all.firstIndex { $0.key == key } ?? 0 }

    /// Below or above with each detector, or neither.
    private func relation(_ one: Spread, _ other: Spread) -> String {
        let pairs = zip(one.values, other.values)
        if pairs.allSatisfy({ $0 == $1 }) { return "same" }
        if pairs.allSatisfy({ $0 < $1 }) { return "below" }
        if pairs.allSatisfy({ $0 > $1 }) { return "above" }
        return "mixed"
    }

    private func row(_ cleaning: Cleaning, _ results: [CleaningResult]) -> [String] {
        func cell(_ format: NumberFormat, _ value: (CleaningResult) -> Double) -> String {
            let values = Set(results.map { format.text(value($0)) })
            return values.count == 1
                ? values.joined() : Spread(values: results.map(value)).range(format)
        }
        return [
            cleaning.name, cell(.decimals(1), \.falseAlarms), cell(.decimals(1), \.regions),
            cell(.decimals(2), \.found), cell(.decimals(2), \.lengthError),
        ]
    }
}

extension MapStudy {
    /// The lesions of all slides.
    var lesionCount: Int { slides.reduce(0) { $0 + $1.lesions.count } }
}
