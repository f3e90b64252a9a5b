/// Patches of slides, each with the class of its slide: a weak label.
public struct ClassedPatches: Sendable {
    /// The names of the classes.
    public let names: [String]

    /// The pictures. Whether a patch is tumour is not said, so all are called normal.
    public let patches: PatchSet

    /// The class of each patch, an index of `names`.
    public let labels: [Int]

    /// The picture of the patches of a class, in their order.
    public func images(ofClass label: Int) -> [Image] {
        zip(patches.images, labels).filter { $0.1 == label }.map(\.0)
    }
}

extension ClassedSlides {
    /// Patches drawn by chance, equally many of each class: first the class, then a slide of it, then a
    /// patch of that slide with tissue. So neither the largest slides nor the most frequent class give
    /// most of them.
    ///
    /// - Parameters:
    ///   - count: how many are drawn; each is kept once.
    ///   - chosen: from which slides, as indices of `slides`.
    ///   - grid: the patches.
    ///   - tissue: knows the tissue of the slides, or finds it now.
    ///   - normalization: what brings all slides to one staining; nil leaves them as they are.
    ///   - seed: decides the draws.
    ///   - progress: takes the share that is done, from 0 to 1, from any thread.
    /// - Returns: the patches, slide by slide and row by row.
    /// - Throws: `StagingError` if a class has no patch with enough tissue; `SlideError`, `PatchError`
    ///   if a slide cannot be read.
    public func patches(
        _ count: Int, of chosen: [Int], grid: PatchGrid, tissue: TissueMasks = TissueMasks(),
        normalization: SlideNormalization? = nil, seed: UInt64,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws -> ClassedPatches {
        let counter = ProgressCounter(total: 2 * chosen.count, report: progress)
        let found = try parallelMap(chosen.count) { index in
            defer { counter.countOne() }
            let record = slides[chosen[index]]
            return try grid.patches(on: try record.open(), tissue: try tissue.mask(of: record))
        }
        let drawn = try draw(count, from: found, of: chosen, seed: seed)
        let sets = try parallelMap(chosen.count) { index in
            defer { counter.countOne() }
            let record = slides[chosen[index]]
            var set = PatchSet()
            if drawn[index].isEmpty { return set }
            let slide = try record.open()
            let stained: any Slide =
                try normalization?.normalized(slide, tissue: try tissue.mask(of: record)) ?? slide
            let images = try PatchReader(stained, grid: grid).images(of: drawn[index].map(\.region))
            for image in images { set.append(image, isTumor: false, slide: chosen[index]) }
            return set
        }
        let patches = PatchSet(joining: sets)
        return ClassedPatches(
            names: names, patches: patches, labels: patches.slides.map { labels[$0] })
    }

    /// - Returns: for each of the chosen slides the patches that were drawn, row by row.
    private func draw(
        _ count: Int, from found: [[GridPatch]], of chosen: [Int], seed: UInt64
    ) throws -> [[GridPatch]] {
        let byClass = names.indices.map { label in
            chosen.indices.filter { labels[chosen[$0]] == label && !found[$0].isEmpty }
        }
        for (name, slides) in zip(names, byClass) where slides.isEmpty {
            throw StagingError.classWithoutTissue(name: name)
        }
        var generator = SeededGenerator(seed: seed, stream: "patches of classes")
        var drawn = [Set<GridPatch>](repeating: [], count: chosen.count)
        for number in 0..<count {
            let slides = byClass[number % names.count]
            let slide = slides[generator.index(below: slides.count)]
            drawn[slide].insert(found[slide][generator.index(below: found[slide].count)])
        }
        return drawn.map { $0.sorted { $0.index < $1.index } }
    }
}
