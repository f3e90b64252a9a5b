import DeepTeaching
import XCTest

@testable import MeasureCohort

final class LearningSettingsTests: XCTestCase {
    func testStainIsChangedOnlyOnDemand() {
        let plain = LearningSettings().augmentation(stainJitter: false)
        XCTAssertTrue(plain.turns)
        XCTAssertEqual([plain.stain, plain.color, plain.light], [0, 0, 0])
        XCTAssertEqual(LearningSettings().augmentation(stainJitter: true), PatchAugmentation())
    }
}
