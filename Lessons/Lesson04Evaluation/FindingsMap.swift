import CourseKit
import DeepTeaching
import LessonSlides

/// Three small slides with round lesions, and what a detector has marked on them.
struct FindingsMap {
    /// A round lesion.
    struct Lesion {
        let number: Int
        let x: Double
        let y: Double
        let radius: Double
        var isCells = false
    }

    /// A place and how sure the detector is of it.
    struct Mark {
        let x: Double
        let y: Double
        let score: Double
    }

    let lesions: [Lesion]
    let marks: [Mark]

    /// The width and height of a slide, in the unit of its places.
    static let size = PixelSize(width: 60, height: 44)

    /// How many pixels of the picture make one such unit.
    private static let scale = 5

    /// What a mark counts for.
    enum Role: String {
        case hit
        case secondHit = "second hit"
        case cells = "ITC"
        case falsePositive = "false positive"
    }

    static let all = [
        FindingsMap(
            lesions: [
                Lesion(number: 1, x: 18, y: 18, radius: 11),
                Lesion(number: 2, x: 46, y: 13, radius: 5),
                Lesion(number: 3, x: 47, y: 34, radius: 3, isCells: true),
            ],
            marks: [
                Mark(x: 15, y: 15, score: 0.95), Mark(x: 22, y: 23, score: 0.85),
                Mark(x: 46, y: 14, score: 0.60), Mark(x: 47, y: 34, score: 0.75),
                Mark(x: 9, y: 38, score: 0.55),
            ]),
        FindingsMap(
            lesions: [],
            marks: [Mark(x: 20, y: 12, score: 0.80), Mark(x: 42, y: 31, score: 0.30)]),
        FindingsMap(
            lesions: [
                Lesion(number: 1, x: 40, y: 24, radius: 8),
                Lesion(number: 2, x: 14, y: 13, radius: 4),
            ],
            marks: [Mark(x: 42, y: 26, score: 0.70), Mark(x: 20, y: 35, score: 0.40)]),
    ]

    /// The lesion at a place.
    func lesion(atX x: Double, y: Double) -> Lesion? {
        lesions.first {
            let (dx, dy) = (x - $0.x, y - $0.y)
            return dx * dx + dy * dy <= $0.radius * $0.radius
        }
    }

    /// What the library judges.
    func detections() throws -> SlideDetections {
        // listing: FindingsMap.detections
        try SlideDetections(
            marks.map { (point: (x: $0.x, y: $0.y), score: $0.score) },
            lesions: Set(lesions.filter { !$0.isCells }.map(\.number)),
            isolatedTumorCells: Set(lesions.filter(\.isCells).map(\.number)),
            lesionAt: { lesion(atX: $0.x, y: $0.y)?.number })
        // end listing
    }

    func role(of mark: Mark) -> Role {
        guard let own = lesion(atX: mark.x, y: mark.y) else { return .falsePositive }
        if own.isCells { return .cells }
        let better = marks.contains {
            $0.score > mark.score && lesion(atX: $0.x, y: $0.y)?.number == own.number
        }
        return better ? .secondHit : .hit
    }

    /// The slide with its number: lesions as discs, marks as squares in the colour of what they
    /// count for, with their scores.
    func image(number: Int) -> Image {
        let scale = Self.scale
        var image = Image(
            size: PixelSize(width: scale * Self.size.width, height: scale * Self.size.height),
            color: RGB(250, 240, 246))
        for y in 0..<image.size.height {
            for x in 0..<image.size.width {
                let place = (x: Double(x) / Double(scale), y: Double(y) / Double(scale))
                guard let lesion = lesion(atX: place.x, y: place.y) else { continue }
                image[x: x, y: y] = lesion.isCells ? RGB(165, 160, 170) : RGB(205, 150, 195)
            }
        }
        image.write("\(number)", x: 6, y: 6, dot: 3)
        for mark in marks {
            var square = Image(size: PixelSize(side: 12), color: .white)
            square.paste(
                Image(size: PixelSize(side: 8), color: color(of: role(of: mark))), x: 2, y: 2)
            image.paste(square, x: scale * Int(mark.x) - 6, y: scale * Int(mark.y) - 6)
            image.write(
                NumberFormat.decimals(2).text(mark.score), x: scale * Int(mark.x) + 9,
                y: scale * Int(mark.y) - 5, dot: 2)
        }
        return image
    }

    private func color(of role: Role) -> RGB {
        switch role {
        case .hit: .blue
        case .secondHit: .skyBlue
        case .cells: RGB(240, 228, 66)
        case .falsePositive: .black
        }
    }
}
