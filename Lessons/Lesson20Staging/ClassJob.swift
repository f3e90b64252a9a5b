import CourseKit
import DeepTeaching
import Foundation
import LessonSlides

/// Slides of any classes: a network learns from patches that take the class of their slide, and a slide
/// is called by the mean over its tissue. There are no metastases, outlines or stages.
struct ClassJob {
    let source: CohortSource
    let slides: ClassedSlides
    let seed: UInt64
    let settings: StagingSettings

    /// Training and maps look at tissue; that of each slide is found once.
    let tissue = TissueMasks()

    func teach(_ lesson: Lesson) throws {
        let split = try split(lesson)
        let patches = try patches(split, lesson)
        let classifier = try learn(from: patches, lesson)
        let findings = try map(split, with: classifier, lesson)
        try answer(findings, lesson)
    }

    private func split(_ lesson: Lesson) throws -> ClassedSlides.Split {
        try lesson.step("classTable") { step in
            let split = try slides.split(testShare: settings.testShare, seed: seed)
            let faulty = lesson.filesSetAside.keys.sorted()
            step.text("sourceName", source.name)
            step.number("classCount", slides.names.count)
            step.text("faultyFiles", faulty.joined(separator: ", "))
            step.choose("faulty", faulty.isEmpty ? "none" : "some")
            step.table(
                "classCounts",
                rows: slides.names.enumerated().map { label, name in
                    func count(_ part: [Int]) -> String {
                        let own = part.count { slides.labels[$0] == label }
                        let patients = slides.patients(ofClass: label, among: part).count
                        return "\(own) of \(patients)"
                    }
                    return [name, count(split.training), count(split.test)]
                })
            return split
        }
    }

    /// A quarter of their side apart, as many of each class.
    private func patches(
        _ split: ClassedSlides.Split, _ lesson: Lesson
    ) throws -> ClassedPatches {
        try lesson.step("classPatches") { step in
            let patches = try lesson.progress("Reading patches") { report in
                try slides.patches(
                    settings.patchCount, of: split.training, grid: source.grid.overlapping,
                    tissue: tissue, normalization: source.detector.normalization, seed: seed,
                    progress: report)
            }
            step.number("patches", patches.labels.count)
            step.figure("classGallery", gallery(of: patches))
            return patches
        }
    }

    /// A row for each class, of twelve at most.
    private func gallery(of patches: ClassedPatches) -> Image {
        var generator = SeededGenerator(seed: seed, stream: "gallery")
        let (columns, side) = (8, source.grid.side)
        let rows = slides.names.indices.prefix(12).flatMap { label in
            let drawn = generator.shuffled(patches.images(ofClass: label)).prefix(columns)
            let blank = Image(size: PixelSize(side: side))
            return drawn + [Image](repeating: blank, count: columns - drawn.count)
        }
        return Image.grid(Array(rows), columns: columns, spacing: 4)
    }

    private func learn(
        from patches: ClassedPatches, _ lesson: Lesson
    ) throws -> TissueClassifier.Fitted {
        try lesson.step("classNetwork") { step in
            step.number("guessLoss", Foundation.log(Double(slides.names.count)))
            var losses: [Double] = []
            var classifier = TissueClassifier(
                grid: source.grid, normalization: source.detector.normalization)
            classifier.training.epochs = settings.epochs
            let fitted = try lesson.progress("Training the network") { report in
                try classifier.fit(patches, seed: seed) {
                    losses.append($0.loss)
                    report(Double($0.step + 1) / Double($1))
                }
            }
            let last = losses.suffix(20)
            step.number("classLoss", last.reduce(0, +) / Double(last.count))
            return fitted
        }
    }
}
