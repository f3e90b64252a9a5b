import DeepTeaching
import Foundation
import XCTest

/// The system's reasons are a few words, without classes, codes and full stops.
final class SystemReasonTests: XCTestCase {
    func testAFileIsInTheWayOfAFolder() {
        let error = reason { try Data([1]).write(to: URL(filePath: "/dev/null/tensor.npy")) }
        XCTAssertEqual(error, "Not a directory")
    }

    func testAFolderThatIsNotThere() {
        let error = reason { try Data([1]).write(to: URL(filePath: "/none/here/tensor.npy")) }
        XCTAssertEqual(error, "No such file or directory")
    }

    func testFoundationsOwnErrorsHaveWordsOfOurs() {
        XCTAssertEqual(systemReason(CocoaError(.fileWriteVolumeReadOnly)), "the disk is read-only")
        XCTAssertEqual(systemReason(CocoaError(.fileWriteOutOfSpace)), "the disk is full")
        XCTAssertEqual(
            systemReason(POSIXError(.EACCES)), "Permission denied")
    }

    private func reason(_ work: () throws -> Void) -> String? {
        do { try work() } catch { return systemReason(error) }
        return nil
    }
}
