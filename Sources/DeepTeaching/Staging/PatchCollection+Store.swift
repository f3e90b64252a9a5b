import Foundation

extension PatchCollection {
    /// Writes the patches into a store, slide by slide and row by row, in constant memory.
    ///
    /// A writing that was interrupted goes on where it ended, if it was of the same patches.
    ///
    /// ```swift
    /// let store = try collection.writeStore(to: folder.appending(path: "training.patches"))
    /// let training = try store.patches { $0.patient != "patient_012" }
    /// ```
    ///
    /// - Parameters:
    ///   - url: the file; its folder exists.
    ///   - labels: what the patches show that are written.
    ///   - progress: is told the share that is done, from 0 to 1.
    ///   - patientName: the name of a slide's patient; that of CAMELYON17, such as "patient_012", if not
    ///     given.
    /// - Throws: `SlideError` if a slide cannot be read; `PatchStoreError` if the store cannot be written, or
    ///   was begun with other patches.
    @discardableResult
    public func writeStore(
        to url: URL, labels: Set<PatchLabel> = [.tumor, .normal],
        progress: (Double) throws -> Void = { _ in },
        patientName: ((SlideRecord) -> String)? = nil
    ) throws -> PatchStore {
        let writer = try PatchStoreWriter(to: url, layout: PatchStore.Layout(grid))
        let wanted = patches.map { $0.filter { labels.contains($0.label) } }
        func record(_ patch: LabeledPatch) -> PatchRecord {
            let slide = slides[patch.slide]
            return PatchRecord(
                patch, slide: slide.name,
                patient: patientName?(slide) ?? CamelyonSlideName.patientName(slide.patient))
        }
        let all = wanted.joined()
        let total = all.count
        guard writer.count <= total,
            writer.last == all.prefix(writer.count).suffix(1).first.map(record)
        else { throw PatchStoreError.otherPatches(path: url.path + ".partial") }
        var first = 0
        for (index, patches) in wanted.enumerated() {
            let left = Array(patches.dropFirst(writer.count - first))
            first += patches.count
            if left.isEmpty { continue }
            let reader = try reader(of: slides[index])
            for start in stride(from: 0, to: left.count, by: 256) {
                let block = left[start..<min(start + 256, left.count)]
                let images = try reader.images(of: block.map(\.patch.region))
                for (image, patch) in zip(images, block) {
                    try writer.append(image, record(patch))
                }
                try progress(Double(writer.count) / Double(total))
            }
        }
        return try writer.finish()
    }
}
