import CourseKit
import DeepTeaching

/// Tables whose labels are any classes.
extension CohortSource {
    /// The slides of a table whose labels are neither types of metastasis nor negative and one other
    /// class, without those that are faulty if these are to be left out; nil for other slides.
    ///
    /// - Throws: `FaultySlides` with every fault; `StagingError` if a class has slides of fewer than two
    ///   patients.
    public func classedSlides(in lesson: Lesson) throws -> ClassedSlides? {
        // What is wrong with labels or table is said where the slides are opened.
        guard let file = table,
            case .named? = try? SlideTable(collectingFaultsOf: file).classes()
        else { return nil }
        let table = try soundTable(file, in: lesson)
        let told = told
        let all = try table.classedSlides().compactMap { slide in
            var slide = slide
            slide.micronsPerPixel = slide.micronsPerPixel ?? told
            return slide
        }
        try all.requireTwoPatientsOfEachClass()
        if table.rows.contains(where: { $0.annotations != nil }) {
            lesson.warn("outlines are not used where labels are any classes: they tell only tumour")
        }
        let findings = inspect(all.slides, in: lesson)
        try judge(findings, in: lesson)
        let sound = Set(leavingOut(findings, of: all.slides).map(\.name))
        return all.compactMap { sound.contains($0.name) ? $0 : nil }
    }
}
