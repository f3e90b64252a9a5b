import DeepTeaching
import Foundation

/// Small slides of three classes that differ in their texture, not in their colours, in a table.
struct PaintedClasses {
    static let classes = ["sparse", "dense", "striped"]

    let folder: URL

    /// The lines of the table, below its header.
    private(set) var lines: [String] = []

    /// Four patients of each class with a slide each, and one with slides of two classes.
    init(in folder: URL) throws {
        self.folder = folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for patient in 0..<12 {
            // The case of a label does not matter.
            let name = Self.classes[patient % 3]
            try add(
                patient % 3, patient: "P\(patient)", label: patient < 6 ? name : name.uppercased())
        }
        try add(1, patient: "Both", label: "dense")
        try add(2, patient: "Both", label: "striped")
    }

    private mutating func add(_ kind: Int, patient: String, label: String) throws {
        let name = "slide-\(lines.count).tif"
        try Self.slide(kind, seed: UInt64(lines.count))
            .writePyramid(to: folder.appending(path: name))
        lines.append("\(name),\(patient),\(label)")
    }

    /// Writes the table, of some of its lines or others.
    @discardableResult
    func write(_ lines: [String]? = nil, header: String = "file,patient,label") throws -> URL {
        let file = folder.appending(path: "slides.csv")
        try Data(([header] + (lines ?? self.lines)).joined(separator: "\n").utf8).write(to: file)
        return file
    }

    /// A section on glass: nuclei far apart, nuclei close together, or fibres.
    static func slide(_ kind: Int, seed: UInt64) -> MemorySlide {
        var generator = SeededGenerator(seed: seed, stream: "class \(kind)")
        let size = PixelSize(width: 400, height: 300)
        var image = Image(size: size)
        let light = UInt8(generator.index(below: 12))
        func isTissue(_ x: Int, _ y: Int) -> Bool {
            let (dx, dy) = ((Double(x) - 200) / 170, (Double(y) - 150) / 120)
            return dx * dx + dy * dy < 1
        }
        for y in 0..<size.height {
            for x in 0..<size.width where isTissue(x, y) {
                let isFibre = kind == 2 && (x + y / 3) % 9 < 3
                image[x: x, y: y] = isFibre ? Self.nucleus : RGB(220 + light, 140 + light, 185)
            }
        }
        guard kind < 2 else {
            return MemorySlide(image: image, micronsPerPixel: MicronsPerPixel(4))
        }
        let (cell, radius) = kind == 0 ? (14, 2) : (7, 2)
        for row in 0..<size.height / cell {
            for column in 0..<size.width / cell {
                let x = column * cell + generator.index(below: cell)
                let y = row * cell + generator.index(below: cell)
                for dy in -radius...radius {
                    for dx in -radius...radius where dx * dx + dy * dy <= radius * radius {
                        let (px, py) = (x + dx, y + dy)
                        guard px >= 0, py >= 0, px < size.width, py < size.height,
                            isTissue(px, py)
                        else { continue }
                        image[x: px, y: py] = Self.nucleus
                    }
                }
            }
        }
        return MemorySlide(image: image, micronsPerPixel: MicronsPerPixel(4))
    }

    private static let nucleus = RGB(95, 60, 140)
}
