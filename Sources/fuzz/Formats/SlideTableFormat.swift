import DeepTeaching
import Foundation

/// Tables of one's own slides. Accepted means: each line is a row, each file is there, and the slides
/// are as many as the rows.
struct SlideTableFormat: FileFormat {
    static let name = "slide-table"
    static let words = [
        "file", "patient", "label", "centre", "microns_per_pixel", "annotations", "region", "a.svs",
        "b.tif", "negative", "itc", "0.25", "0 0 5 5", "\r\n", "\r", ";", "\t", "\"", ",",
        "\u{FEFF}", "sep=;\n", "../", "/",
    ]

    let file: URL

    init(in folder: URL) throws {
        file = folder.appending(path: "slides.csv")
        for name in ["a.svs", "b.tif"] { try Data().write(to: folder.appending(path: name)) }
    }

    var samples: [Data] {
        let table = """
            file,patient,label,centre,microns_per_pixel,annotations,region
            a.svs,one,negative,0,0.25,,
            b.tif,two,itc,1,,a.svs,0 0 40 30
            b.tif,two,macro,1,,,40 0 40 30

            """
        return [
            Data(table.utf8), Data(table.replacing(",", with: ";").utf8),
            Data("\u{FEFF}label,patient,file\nadenoma,1,a.svs\nnegative,2,b.tif".utf8),
            Data("file,patient,label\na.svs,1,luminal\nb.tif,2,basal\n".utf8),
        ]
    }

    func fault(in bytes: Data) throws -> String? {
        let table = try SlideTable(contentsOf: file)
        let slides: [SlideRecord]
        if case .named(let names) = try table.classes() {
            let classed = try table.classedSlides()
            guard classed.names == names, Set(classed.labels) == Set(names.indices) else {
                return "classes and labels do not agree"
            }
            slides = classed.slides
        } else {
            slides = try table.slides()
        }
        guard slides.count == table.rows.count else { return "a row has no slide" }
        guard Set(slides.map { $0.name.lowercased() }).count == slides.count else {
            return "two slides have one name"
        }
        for slide in slides {
            guard FileManager.default.fileExists(atPath: slide.file.path) else {
                return "\(slide.file.path) is not there"
            }
            guard slide.micronsPerPixel?.isPlausible ?? true else { return "odd resolution" }
        }
        let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
        let lines = text.split { ["\n", "\r", "\r\n"].contains($0) }
            .filter { $0.contains { $0.isLetter || $0.isNumber } }
        return lines.count > table.rows.count ? nil : "there are more rows than lines"
    }
}
