import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Steps 3 and 4: the bytes of the file, from the first one on.
extension FormatCourse {
    func showHeader() throws {
        try lesson.step("header") { step in
            step.table("header", rows: walk.headerRows)
            let place = walk.directories.first?.place ?? 0
            step.number("firstPlace", place)
            step.number("fileBytes", walk.size)
            step.number("fourGigabytes", Double(1 << 32) / 1e9, .decimals(2))
            // listing: FormatCourse.otherOrder
            let bytes = walk.header.suffix(walk.width)
            let wrong = TIFFWalk.unsigned(bytes, isLittle: !walk.isLittle)
            // end listing
            step.number("wrongPlace", Double(wrong), .scientific(1))
            step.choose("file", walk.isBig ? "big" : "classic")
        }
    }

    func showDirectory() throws {
        try lesson.step("directory") { step in
            let first = walk.directories[0]
            step.table("entries", rows: try walk.entryRows(of: first))
            step.number("entryCount", first.entries.count)
            if let entry = first[324] {
                step.number("offsetsEntry", entry.place)
                step.text(
                    "offsetsBytes",
                    hexadecimal(try walk.bytes(at: entry.place, count: walk.entrySize)))
                step.number("offsetsCount", entry.count)
                step.number("offsetsSize", entry.size)
                step.number("offsetsLength", entry.count * entry.size)
                step.number("fieldWidth", walk.width)
                step.number("offsetsPlace", entry.valuePlace)
                step.number("thirdTilePlace", entry.valuePlace + 2 * entry.size)
                step.number("thirdTile", try walk.numbers(entry)[min(2, entry.count - 1)])
            }
            step.table("chain", rows: try walk.chainRows())
            let sizes = try walk.directories.map { try walk.size(of: $0) }
            let levels = slide.levels.map(\.size)
            step.choose(
                "openSlide",
                sizes == levels ? "same" : levels.allSatisfy(sizes.contains) ? "among" : "other")
            // Second entry, if entries had 12 bytes.
            step.number(
                "wrongTag",
                try walk.number(at: first.entries[0].place + 12, count: 2))
            step.number("rightTag", first.entries[1].tag)
            try compareDirectories(step, levels: levels)
        }
    }

    /// The student's parser beside what OpenSlide finds; larger files would take too long to send.
    private func compareDirectories(_ step: LessonStep, levels: [PixelSize]) throws {
        let isSmall = walk.size <= 8_000_000
        let bytes = isSmall && mine != nil ? try walk.bytes(at: 0, count: walk.size) : []
        try step.compare(
            isSmall ? mine : nil, SlideFormatsCalls.parseDirectories, bytes,
            with: levels.map { [$0.width, $0.height] },
            part: { $0.map { [$0.width, $0.height] } })
    }
}
