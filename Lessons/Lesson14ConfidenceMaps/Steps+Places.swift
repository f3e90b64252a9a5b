import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 6: from cells of a map to pixels of the slide.
extension MapCourse {
    func showPlaces() throws {
        try lesson.step("places") { step in
            let (mapped, side) = (study.main, study.strides[0])
            let map = mapped.map(stride: side, detector: 0)
            step.number("coarseCell", map.cellMicrons.mean, .integer)
            step.number("halfCell", map.cellMicrons.mean / 2, .integer)
            let center = mapped.centerMap(detector: 0)
            step.number("originX", center.frame.origin.x, .decimals(1))
            step.number("downsample", center.frame.downsample, .decimals(1))
            step.text("placesSlide", mapped.record.name)
            // listing: MapCourse.detections
            let detections = mapped.dense[0].detections()
            let table = DetectionTable(
                peaks: detections.map {
                    MapPeak(center: $0.center, probability: $0.maximumProbability)
                })
            // end listing
            step.number("detectionCount", detections.count)
            step.table("list", rows: detections.prefix(6).map(row))
            step.text("csv", try table.text().split(separator: "\n").first.map(String.init) ?? "")
            try showWrongFrames(step)
            try compareOwnPlaces(step)
        }
    }

    private func row(_ detection: Detection) -> [String] {
        [
            NumberFormat.decimals(3).text(detection.maximumProbability),
            NumberFormat.integer.text(detection.center.x),
            NumberFormat.integer.text(detection.center.y),
            NumberFormat.decimals(2).text(detection.longestDiameter / 1000),
            study.main.lesions.label(at: detection.center) == nil ? "no" : "yes",
        ]
    }

    /// How often the surest detection of a slide with metastases lies in one, if the frame is not minded.
    private func showWrongFrames(_ step: LessonStep) throws {
        let results = try WrongFrame.all.map { way in
            try study.each { detector in
                let surest = study.slides.map { slide -> [MapPeak] in
                    let map = slide.map(stride: study.strides[0], detector: detector)
                    return slide.record.isPositive ? Array(way.places(map).prefix(1)) : []
                }
                return try Findings(surest, on: study.slides)
            }
        }
        step.table(
            "frames",
            rows: zip(WrongFrame.all, results).map { way, findings in
                [way.name, Spread(values: findings.map(\.precision)).range(.percent(0))]
            })
        let hits = [0, 2].map { results[$0].map(\.precision) }
        step.choose(
            "swapped",
            hits.joined().contains { $0 > 0 } ? Self.relation(hits[0], hits[1]) : "nothing")
        let means = results.map { Spread(values: $0.map(\.precision)).mean }
        step.number("foundRight", means[0], .percent(0))
        step.number("foundCorner", means[1], .percent(0))
        step.number("foundSwapped", means[2], .percent(0))
        step.number("foundCells", means[3], .percent(0))
    }

    private func compareOwnPlaces(_ step: LessonStep) throws {
        let map = study.main.map(stride: study.strides[0], detector: 0)
        var settings = DetectionSettings()
        settings.fillsHoles = false
        let library = map.detections(settings: settings).map { [$0.center.x, $0.center.y] }
            .sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
        try step.compare(
            mine, ConfidenceMapsCalls.detections, map.rows, Double(MapStudy.threshold),
            map.frame.origin, map.frame.downsample, with: library,
            part: { own in
                own.map { [$0.center.x, $0.center.y] }.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
            })
    }
}

/// A way to get from cells to the slide.
private struct WrongFrame: Sendable {
    let name: String

    /// Where a point of the map, in its cells, is said to be.
    let place: @Sendable (PixelPoint, RasterFrame) -> BaselinePoint

    func places(_ map: ConfidenceMap) -> [MapPeak] {
        map.detections().map { detection in
            MapPeak(
                center: place(map.frame.position(of: detection.center), map.frame),
                probability: detection.maximumProbability)
        }
    }

    static let all = [
        WrongFrame(name: "centre of the region") { $1.point(at: $0) },
        WrongFrame(name: "half a cell forgotten") { point, frame in
            frame.point(at: PixelPoint(x: point.x - 0.5, y: point.y - 0.5))
        },
        WrongFrame(name: "x and y swapped") { point, frame in
            frame.point(at: PixelPoint(x: point.y, y: point.x))
        },
        WrongFrame(name: "cells in place of pixels") { point, _ in
            BaselinePoint(x: point.x, y: point.y)
        },
    ]
}
