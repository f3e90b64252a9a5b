import CourseKit
import DeepTeaching
import Foundation

/// Step 3: all patches at once.
extension MapCourse {
    func showDense() throws {
        try lesson.step("dense") { step in
            let (mapped, detector) = (study.main, study.detectors[0])
            let slide = try mapped.record.open()
            let (side, finest) = (detector.side, PatchClassifier<Float>.step)
            step.number("step", finest)
            step.number("seenBy", (side / finest) * (side / finest))
            let cost = Multiplications(of: detector.networks[0])
            let patches = mapped.patches(stride: finest)
            let places = patches.indices.count
            let dense = patches.strips.reduce(0) {
                $0 + cost.picture($1.size(ofPatch: side))
            }
            step.number("places", places)
            step.number("placesCost", Double(places) * cost.patch / 1e9, .integer)
            step.number("denseCost", dense / 1e9, .integer)
            step.number("saved", Double(places) * cost.patch / dense, .decimals(0))
            let coarse = Double(mapped.patches(stride: side).indices.count) * cost.patch
            step.number("againstCoarse", dense / coarse, .decimals(1))
            step.number(
                "answersRatio",
                Double(places) / Double(mapped.patches(stride: side).indices.count), .integer)
            // listing: MapCourse.dense
            let start = Date()
            let atOnce = try detector.denseMap(of: slide, tissue: mapped.tissue)
            let middle = Date()
            let edgeToEdge = try detector.map(of: slide, tissue: mapped.tissue)
            // end listing
            let end = Date()
            step.duration("timeDense", seconds: middle.timeIntervalSince(start))
            step.duration("timeEdges", seconds: end.timeIntervalSince(middle))
            step.number(
                "patchDifference",
                edgeToEdge.largestDifference(from: mapped.map(stride: side, detector: 0)),
                .decimals(7))
            let difference = atOnce.largestDifference(from: mapped.dense[0])
            step.number("denseDifference", difference, .decimals(7))
            let thumbnail = try mapped.thumbnail()
            step.figure(
                "strides",
                .sideBySide(
                    [side, side / 2, finest].map {
                        mapped.map(stride: $0, detector: 0).overlaid(thumbnail)
                    }, spacing: 8))
        }
    }
}

extension ConfidenceMap {
    /// The largest difference between the probabilities of two maps with the same cells.
    fileprivate func largestDifference(from other: ConfidenceMap) -> Double {
        zip(probabilities.values, other.probabilities.values)
            .reduce(0) { max($0, abs(Double($1.0) - Double($1.1))) }
    }
}
