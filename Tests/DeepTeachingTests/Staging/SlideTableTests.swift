import DeepTeaching
import Foundation
import XCTest

/// Tables of one's own slides.
final class SlideTableTests: XCTestCase {
    private var folder: URL!

    override func setUpWithError() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "table-\(UUID())")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "scans"), withIntermediateDirectories: true)
        for name in ["a.svs", "b.tif", "c d.png", "b.xml"] {
            try Data().write(to: folder.appending(path: "scans/\(name)"))
        }
    }

    override func tearDown() { try? FileManager.default.removeItem(at: folder) }

    private var file: URL { folder.appending(path: "slides.csv") }

    private func write(_ text: String) throws { try Data(text.utf8).write(to: file) }

    private func read(_ text: String) throws -> SlideTable {
        try write(text)
        return try SlideTable(contentsOf: file)
    }

    func testAllColumns() throws {
        let table = try read(
            """
            Label;FILE;patient;annotations;microns_per_pixel;region;center
            negative;scans/a.svs;Smith;;0.25;;Basel
            macro;scans/b.tif;Miller;scans/b.xml;;;Bern
            ;;;;;;
            itc;"scans/c d.png";Smith;;;10 20 300 400;Basel
            """)
        XCTAssertEqual(table.labels, ["negative", "macro", "itc"])
        XCTAssertEqual(table.patients, ["Smith", "Miller"])
        XCTAssertEqual(table.rows.map(\.line), [2, 3, 5])
        let slides = try table.slides()
        XCTAssertEqual(slides.map(\.name), ["a", "b", "c d"])
        XCTAssertEqual(slides.map(\.patient), [0, 1, 0])
        XCTAssertEqual(slides.map(\.node), [0, 0, 1])
        XCTAssertEqual(slides.map(\.center), [0, 1, 0])
        XCTAssertEqual(slides.map(\.type), [.negative, .macro, .itc])
        XCTAssertEqual(slides.map(\.micronsPerPixel), [MicronsPerPixel(0.25), nil, nil])
        XCTAssertEqual(slides[1].annotation?.path, folder.appending(path: "scans/b.xml").path)
        XCTAssertEqual(slides[1].file.path, folder.appending(path: "scans/b.tif").path)
        XCTAssertEqual(
            slides[2].region,
            BaselineRectangle(origin: BaselinePoint(x: 10, y: 20), width: 300, height: 400))
    }

    func testTheNeededColumnsAreEnoughAndPathsMayBeWhole() throws {
        let path = folder.appending(path: "scans/a.svs").path
        let table = try read("file,patient,label\n\(path),1,Negative\n")
        XCTAssertEqual(try table.slides().map(\.type), [.negative])
        XCTAssertEqual(try table.slides()[0].file.path, path)
    }

    func testCentresThatAreNumbersKeepThem() throws {
        let rows = "file,patient,label,centre\nscans/a.svs,1,itc,4\nscans/b.tif,1,itc,2\n"
        XCTAssertEqual(try read(rows).slides().map(\.center), [4, 2])
        XCTAssertEqual(
            try read(rows.replacing(",2\n", with: ",B\n")).slides().map(\.center), [0, 1])
    }

    func testClasses() throws {
        func classes(_ labels: String...) throws -> SlideTable.Classes {
            let files = ["scans/a.svs", "scans/b.tif", "scans/c d.png"]
            let rows = zip(files, labels).map { "\($0),p,\($1)" }
            return try read((["file,patient,label"] + rows).joined(separator: "\n")).classes()
        }
        XCTAssertEqual(try classes("negative", "ITC", "macro"), .types)
        XCTAssertEqual(try classes("negative", "Adenoma", "Negative"), .positive("Adenoma"))
        // Classes of one's own; negative may be one of three.
        XCTAssertEqual(try classes("b", "a", "B"), .named(["b", "a"]))
        XCTAssertEqual(try classes("a", "Negative", "b"), .named(["a", "Negative", "b"]))
        for (labels, problem) in [
            (["adenoma", "Adenoma"], SlideTableProblem.oneLabel("adenoma")),
            (["macro", "adenoma"], .mixedLabels(type: "macro", other: "adenoma")),
            (["negative", "adenoma", "itc"], .mixedLabels(type: "itc", other: "adenoma")),
        ] {
            XCTAssertThrowsError(try classes(labels[0], labels[1], labels.last ?? "")) { error in
                guard case .slideTable(let found, let location)? = error as? StagingError else {
                    return XCTFail("\(error)")
                }
                XCTAssertEqual(found, problem)
                XCTAssertEqual(location.line, labels[0] == "adenoma" ? 2 : 3)
            }
        }
    }

    func testSlidesOfAnyClasses() throws {
        let table = try read(
            """
            file,patient,label,annotations
            scans/a.svs,p,Luminal,
            scans/b.tif,q,basal,scans/b.xml
            scans/c d.png,p,luminal,
            """)
        let slides = try table.classedSlides()
        XCTAssertEqual(slides.names, ["Luminal", "basal"])
        XCTAssertEqual(slides.labels, [0, 1, 0])
        XCTAssertEqual(slides.slides.map(\.patient), [0, 1, 0])
        XCTAssertEqual(slides.patients, ["p", "q"])
        XCTAssertEqual(slides.slides.map(\.annotation), [nil, nil, nil], "they tell only tumour")
        XCTAssertThrowsError(try table.slides()) { error in
            XCTAssertTrue("\(error)".contains("line 2: the labels are \"Luminal\", \"basal\""))
            XCTAssertTrue("\(error)".contains("negative and one other class"), "\(error)")
        }
    }

    func testNamesAreUnique() throws {
        try FileManager.default.createDirectory(
            at: folder.appending(path: "more"), withIntermediateDirectories: true)
        try Data().write(to: folder.appending(path: "more/A.svs"))
        let table = try read(
            """
            file,patient,label,region
            scans/a.svs,1,itc,
            more/A.svs,1,itc,
            scans/b.tif,1,itc,0 0 5 5
            scans/b.tif,1,itc,5 0 5 5
            """)
        XCTAssertEqual(
            try table.slides().map(\.name), ["a-line-2", "A-line-3", "b-line-4", "b-line-5"])
    }

    func testMistakesAreSaidWithTheirLine() throws {
        let header = "file,patient,label,microns_per_pixel,annotations,region\n"
        func expect(_ text: String, _ problem: SlideTableProblem, line: Int) {
            XCTAssertThrowsError(try read(text), text) { error in
                XCTAssertEqual(
                    error as? StagingError,
                    .slideTable(
                        problem, location: StagingError.Location(file: file.path, line: line)))
                XCTAssertTrue("\(error)".hasPrefix("\(file.path), line \(line): "), "\(error)")
            }
        }
        expect("file,label\n", .missingColumn("patient"), line: 1)
        expect("file,label,file\n", .repeatedColumn("file"), line: 1)
        expect("file,patient,label\n", .noSlides, line: 1)
        expect(
            "file,patient,label,grade\n",
            .unknownColumn(
                "grade",
                known: [
                    "file", "patient", "label", "centre", "microns_per_pixel", "annotations",
                    "region",
                ]), line: 1)
        expect(header + "scans/a.svs,,itc\n", .emptyCell(column: "patient"), line: 2)
        expect(header + "scans/a.svs,1\n", .emptyCell(column: "label"), line: 2)
        expect(header + ",1,itc\n", .emptyCell(column: "file"), line: 2)
        expect(header + "a,b,c,d,e,f,g\n", .tooManyCells(found: 7, columns: 6), line: 2)
        expect(
            header + "scans/a.svs,1,itc\nno.svs,1,itc\n",
            .noFile(path: folder.appending(path: "no.svs").path), line: 3)
        expect(
            header + "scans/a.svs,1,itc,,no.xml\n",
            .noFile(path: folder.appending(path: "no.xml").path), line: 2)
        expect(
            header + "scans/a.svs,1,itc\nscans/../scans/a.svs,2,itc\n",
            .secondRow(file: "a.svs", firstLine: 2), line: 3)
        for text in ["0", "-1", "nan", "353", "half", "\"0,25\""] {
            expect(
                header + "scans/a.svs,1,itc,\(text)\n",
                .unusableCell(
                    column: "microns_per_pixel",
                    text: text.replacing("\"", with: ""),
                    wanted: "a number from 0.01 to 100 with a point, such as 0.25"), line: 2)
        }
        for text in ["0 0 5", "0 0 0 5", "-1 0 5 5", "a b c d", "0 0 5 5 5", "0 0 99999999999 5"] {
            expect(
                header + "scans/a.svs,1,itc,,,\(text)\n",
                .unusableCell(
                    column: "region", text: text,
                    wanted: "x y width height in whole level-0 pixels, such as 0 0 4000 3000"),
                line: 2)
        }
        try Data([0xFF, 0xFE, 0x00]).write(to: file)
        XCTAssertThrowsError(try SlideTable(contentsOf: file))
    }

    func testSoundLinesAreReadBesideFaultyOnes() throws {
        try write("file,patient,label\nscans/a.svs,1,itc\nno.svs,1,itc\nscans/b.tif,2,macro\n")
        let table = try SlideTable(collectingFaultsOf: file)
        XCTAssertEqual(table.rows.map(\.line), [2, 4])
        XCTAssertEqual(table.faults.count, 1)
    }
}
