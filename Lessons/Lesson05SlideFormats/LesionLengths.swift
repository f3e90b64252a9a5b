import DeepTeaching
import Foundation

/// How long the longest outline of each slide is, and what follows from it.
struct LesionLengths {
    /// The slides with their longest outline in micrometres, 0 where there is none.
    let slides: [(record: SlideRecord, length: Double)]

    /// - Throws: `SlideError` if a file of outlines cannot be read.
    init(_ records: [SlideRecord], micronsPerPixel: Double) throws {
        slides = try records.map { record in
            let longest = try record.outlines().filter { $0.kind == .tumor }
                .map { Self.longest($0.outline) }.max()
            return (record, (longest ?? 0) * micronsPerPixel)
        }
    }

    /// The largest distance between two corners of an outline, in its own pixels.
    private static func longest(_ outline: [BaselinePoint]) -> Double {
        outline.reduce(0.0) { longest, a in
            outline.reduce(longest) { max($0, hypot(a.x - $1.x, a.y - $1.y)) }
        }
    }

    /// How many slides hold an outline.
    var outlinedCount: Int { slides.count { $0.length > 0 } }

    /// How many patients there are.
    var patientCount: Int { Set(slides.map(\.record.patient)).count }

    /// The type of each slide by its length, if all lengths are multiplied by a factor.
    private func types(times factor: Double) -> [MetastasisType] {
        slides.map { MetastasisType(longestDiameter: $0.length * factor) }
    }

    /// How many slides get another type.
    func otherTypes(times factor: Double) -> Int {
        zip(types(times: factor), types(times: 1)).count { $0 != $1 }
    }

    /// How many patients get another stage.
    func otherStages(times factor: Double) -> Int {
        let right = stages(of: types(times: 1))
        return stages(of: types(times: factor)).count { right[$0.key] != $0.value }
    }

    private func stages(of types: [MetastasisType]) -> [Int: PNStage] {
        Dictionary(grouping: zip(slides, types), by: \.0.record.patient).mapValues { nodes in
            PNStage(nodes: nodes.map(\.1))
        }
    }

    /// The longest metastasis whose type changes, or else the longest of all.
    func example(times factor: Double) -> (record: SlideRecord, length: Double) {
        let changing = slides.filter {
            MetastasisType(longestDiameter: $0.length)
                != MetastasisType(longestDiameter: $0.length * factor)
        }
        return (changing.isEmpty ? slides : changing).max { $0.length < $1.length } ?? slides[0]
    }
}
