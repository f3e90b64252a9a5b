import CourseKit
import DeepTeaching
import Foundation
import LessonSlides

/// A slide of the user's own: its stains, and how it looks in those of a hospital of the course.
struct OwnSlide {
    let file: URL

    /// The hospital whose staining it gets.
    let target: HospitalField

    /// Patches of about this resolution show nuclei.
    private static let micronsPerPixel = 1.0

    func teach(_ lesson: Lesson) throws {
        try lesson.step("ownSlide") { step in
            let slide = try SlideFile(file)
            for warning in slide.warnings { lesson.warn(warning.description) }
            step.text("ownName", slide.name)
            step.figure("ownOverview", try slide.thumbnail(maximumSide: 720).pixels)
            let patches = try lesson.progress("Reading patches") { _ in
                try self.patches(of: slide)
            }
            step.number("ownPatches", patches.count)
            let shown = patches[patches.count / 2]
            let found = try [
                ("Macenko", MacenkoNormalizer().profile(of: patches)),
                ("Vahadane", VahadaneNormalizer().profile(of: patches)),
            ]
            step.table(
                "ownStains",
                rows: found.map { name, profile in
                    let stains = profile.stains
                    let numbers = [stains.hematoxylin, stains.eosin].map { vector in
                        (0..<3).map { NumberFormat.decimals(2).text(vector[$0]) }
                            .joined(separator: " ")
                    }
                    return [name] + numbers
                        + [profile.hematoxylin, profile.eosin, stains.spread].map {
                            NumberFormat.decimals(2).text($0)
                        }
                })
            let stains = found[0].1.stains
            let planes = try stains.unmix(shown, over: OpticalDensity())
            step.figure(
                "ownPlanes",
                .sideBySide(
                    [
                        shown, planes.hematoxylin.stained(stains.hematoxylin),
                        planes.eosin.stained(stains.eosin),
                    ], spacing: 6))
            step.figure(
                "ownNormalized",
                .sideBySide(
                    [
                        shown, try normalized(ReinhardNormalizer(), shown, patches),
                        try normalized(MacenkoNormalizer(), shown, patches),
                        try normalized(VahadaneNormalizer(), shown, patches),
                    ], spacing: 6))
            step.number("ownTarget", target.center)
        }
    }

    private func normalized(
        _ normalizer: some StainNormalizer, _ image: Image, _ patches: [Image]
    ) throws -> Image {
        let change = try normalizer.change(
            from: normalizer.profile(of: patches), to: normalizer.profile(of: target.images))
        return change(image)
    }

    /// Up to 16 patches of tissue at equal distances.
    private func patches(of slide: SlideFile) throws -> [Image] {
        let resolution = slide.assumedMicronsPerPixel
        let grid = PatchGrid(
            side: 192, micronsPerPixel: max(Self.micronsPerPixel, resolution.mean),
            minimumTissue: 0.7)
        let known = ResolvedSlide(slide, micronsPerPixel: resolution)
        let all = try grid.patches(on: known, tissue: TissueMask(of: slide))
        guard !all.isEmpty else { throw StainError.tooLittleStain(pixels: 0, needed: 192 * 192) }
        let step = max(1, all.count / 16)
        let chosen = stride(from: 0, to: all.count, by: step).map { all[$0].region }
        return try PatchReader(known, grid: grid).images(of: chosen)
    }
}
