import Foundation
import XCTest

/// Whether what takes long to prove is proved too: with the environment variable
/// `DEEPTEACHING_PROVE=1`, as `.ci/run` sets it.
public let isProving = ProcessInfo.processInfo.environment["DEEPTEACHING_PROVE"] == "1"

/// Skips a test that takes long, unless all is to be proved.
///
/// - Parameter reason: what makes it long, and which shorter test always runs: the sentence that the
///   reader of a skipped test sees.
public func skipUnlessProving(_ reason: String) throws {
    try XCTSkipUnless(isProving, "\(reason) DEEPTEACHING_PROVE=1 runs this test too.")
}
