import DeepTeaching
import XCTest

final class DetectionTests: XCTestCase {
    private func map(
        _ rows: [String], origin: BaselinePoint = BaselinePoint(x: 0, y: 0),
        resolution: MicronsPerPixel = MicronsPerPixel(2)
    ) -> ConfidenceMap {
        ConfidenceMap(drawn: rows, origin: origin, resolution: resolution)
    }

    func testMeasuresAreInBaselinePixelsAndMicrometers() throws {
        let detections = map(
            ["00000", "07980", "00000"], resolution: MicronsPerPixel(x: 1, y: 2)
        ).detections()
        let detection = try XCTUnwrap(detections.first)
        XCTAssertEqual(detections.count, 1)
        XCTAssertEqual(detection.center, BaselinePoint(x: 25, y: 15))
        XCTAssertEqual(detection.area, 3 * 10 * 20)
        XCTAssertEqual(
            detection.longestDiameter, (30.0 * 30 + 20 * 20).squareRoot(), accuracy: 1e-9)
        XCTAssertEqual(detection.maximumProbability, 0.9, accuracy: 1e-6)
        XCTAssertEqual(detection.meanProbability, 0.8, accuracy: 1e-6)
    }

    func testASingleCellHasADiameter() {
        let detections = map(["00", "08"]).detections()
        XCTAssertEqual(detections.map(\.longestDiameter), [20 * 2.0.squareRoot()])
    }

    func testTheSurestComesFirstAndTheThresholdItselfIsBackground() {
        let detections = map(["6.70805"]).detections()
        XCTAssertEqual(detections.map { Int($0.maximumProbability * 10 + 0.5) }, [8, 7, 6])
        XCTAssertEqual(detections.map(\.center.x), [45, 25, 5])
    }

    func testClosingJoinsAndOpeningRemoves() {
        let gap = map(["0000000", "0990990", "0990990", "0990990", "0000000"])
        XCTAssertEqual(gap.detections().count, 2)
        var closing = DetectionSettings()
        closing.closingRadius = 20
        XCTAssertEqual(gap.detections(settings: closing).count, 1)
        closing.closingRadius = 19
        XCTAssertEqual(gap.detections(settings: closing).count, 2, "below one cell")

        let speck = map(["000000", "090000", "000999", "000999", "000999"])
        XCTAssertEqual(speck.detections().map(\.area), [9 * 400, 400])
        var opening = DetectionSettings()
        opening.openingRadius = 20
        XCTAssertEqual(speck.detections(settings: opening).count, 1)
    }

    func testHolesCountAsAreaButNotAsProbability() throws {
        let ring = map(["999", "9.9", "999"])
        let filled = try XCTUnwrap(ring.detections().first)
        XCTAssertEqual(filled.area, 9 * 400)
        XCTAssertEqual(filled.meanProbability, 0.9, accuracy: 1e-6)
        var settings = DetectionSettings()
        settings.fillsHoles = false
        XCTAssertEqual(ring.detections(settings: settings).first?.area, 8 * 400)
    }

    func testAMapWithoutTumorHasNoDetections() {
        XCTAssertEqual(map(["000", "..."]).detections(), [])
    }

    func testThePictureShowsCoveredCellsOnly() {
        let picture = map(["0.9"]).picture(by: .gray, uncovered: RGB(1, 2, 3)).pixels
        XCTAssertEqual(picture[x: 0, y: 0], .black)
        XCTAssertEqual(picture[x: 1, y: 0], RGB(1, 2, 3))
        XCTAssertEqual(picture[x: 2, y: 0], RGB(230, 230, 230))
    }

    func testTheTruthLiesOnTheGridOfTheMap() {
        let corners = [(12.0, 4.0), (38, 4), (38, 17), (12, 17)]
        let annotation = Annotation(
            name: "a", kind: .tumor, outline: corners.map { BaselinePoint(x: $0.0, y: $0.1) })
        let map = map(["00000", "00000", "00000"])
        let expected = Mask(rows: [".###.", ".###.", "....."])
        XCTAssertEqual(map.truth(from: [annotation]), expected)
        let fine = TumorMask(
            [annotation], slideSize: PixelSize(width: 50, height: 30), downsample: 1)
        XCTAssertEqual(map.truth(of: fine), expected)
        // A map of a part of the slide sees the part.
        let part = self.map(["00", "00"], origin: BaselinePoint(x: 30, y: 10))
        XCTAssertEqual(part.truth(from: [annotation]), Mask(rows: ["#.", ".."]))
        XCTAssertEqual(part.truth(of: fine), Mask(rows: ["#.", ".."]))
    }
}
