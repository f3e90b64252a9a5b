import CTIFFShim
import DeepTeaching
import XCTest

/// What libtiff, OpenSlide and GLib print by themselves.
final class LibraryMessageTests: XCTestCase {
    func testNoLibrarysRawWordsReachStandardError() throws {
        let folder = try SlideFixtures.folder(for: self)
        let url = folder.appending(path: "slide.tif")
        let fine = RawTIFF.Page(SlideFixtures.picture(64, 64))
        var odd = fine
        // A tag that libtiff warns of, and tiles that lie beyond the end of the file.
        odd.numbers[65_000] = [1]
        odd.numbers[324] = [UInt32](repeating: 0x00ff_ffff, count: 16)
        let files: [[RawTIFF.Page]] = [
            [odd],
            // OpenSlide warns of levels out of order through GLib.
            [fine, RawTIFF.Page(SlideFixtures.picture(60, 640)).reduced],
            [fine.missing(3)], [],
        ]
        let words = try wordsOnStandardError {
            for pages in files {
                try RawTIFF(pages: pages).write(to: url)
                guard let slide = try? SlideFile(url) else { continue }
                _ = try? slide.thumbnail(maximumSide: 16)
            }
        }
        XCTAssertEqual(words, "")
    }

    func testGLibsLastMessageIsKept() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "slide.tif")
        try RawTIFF(
            pages: [
                RawTIFF.Page(SlideFixtures.picture(64, 64)),
                RawTIFF.Page(SlideFixtures.picture(60, 640)).reduced,
            ]
        ).write(to: url)
        XCTAssertThrowsError(try SlideFile(url))
        XCTAssertTrue(String(cString: glib_take_last_message()).contains("not correctly ordered"))
        XCTAssertEqual(String(cString: glib_take_last_message()), "")
    }

    /// What is written to standard error while `body` runs.
    private func wordsOnStandardError(_ body: () throws -> Void) throws -> String {
        let url = try SlideFixtures.folder(for: self).appending(path: "words")
        let file = open(url.path, O_CREAT | O_RDWR, 0o600)
        let kept = dup(STDERR_FILENO)
        XCTAssertTrue(file >= 0 && kept >= 0)
        dup2(file, STDERR_FILENO)
        defer {
            close(kept)
            close(file)
        }
        do {
            defer { dup2(kept, STDERR_FILENO) }
            try body()
        }
        return try String(contentsOf: url, encoding: .utf8)
    }
}
