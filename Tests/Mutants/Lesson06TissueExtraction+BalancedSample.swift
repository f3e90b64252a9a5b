import Curriculum
import Solutions

extension TissueExtractionMutants {
    /// The patch is drawn from one heap: the slides with the largest metastases win.
    public enum PatchFromOneHeap: TissueExtractionMutant {
        /// The answer.
        public static func balancedSample(
            from patches: [AnnotatedPatch], draws: [[Double]]
        ) throws -> [Int] {
            draws.map { u in
                let labelled = u[0] < 0.5 ? tumor(patches) : normal(patches)
                return labelled[Int(u[2] * Double(labelled.count))]
            }
        }
    }

    /// What is not outlined on a positive slide is taken for normal.
    public enum RestOfAPositiveSlideIsNormal: TissueExtractionMutant {
        /// The answer.
        public static func balancedSample(
            from patches: [AnnotatedPatch], draws: [[Double]]
        ) throws -> [Int] {
            let rest = patches.indices.filter { !patches[$0].isOutlined }
            return draws.map { u in draw(u, patches, u[0] < 0.5 ? tumor(patches) : rest) }
        }
    }

    /// All patches of a positive slide are taken for tumour.
    public enum PositiveSlideIsTumour: TissueExtractionMutant {
        /// The answer.
        public static func balancedSample(
            from patches: [AnnotatedPatch], draws: [[Double]]
        ) throws -> [Int] {
            let positive = patches.indices.filter { patches[$0].isSlidePositive }
            return draws.map { u in draw(u, patches, u[0] < 0.5 ? positive : normal(patches)) }
        }
    }

    /// Slide and patch are drawn, whatever the label.
    public enum LabelNotDrawn: TissueExtractionMutant {
        /// The answer.
        public static func balancedSample(
            from patches: [AnnotatedPatch], draws: [[Double]]
        ) throws -> [Int] {
            let known = (tumor(patches) + normal(patches)).sorted()
            return draws.map { u in draw(u, patches, known) }
        }
    }

    /// The slide is drawn among all slides, and then a patch of the label if it has one.
    public enum SlideBeforeLabel: TissueExtractionMutant {
        /// The answer.
        public static func balancedSample(
            from patches: [AnnotatedPatch], draws: [[Double]]
        ) throws -> [Int] {
            let slides = Set(patches.map(\.slide)).sorted()
            return draws.map { u in
                let slide = slides[Int(u[1] * Double(slides.count))]
                let all = patches.indices.filter { patches[$0].slide == slide }
                let wanted = all.filter { patches[$0].isOutlined == (u[0] < 0.5) }
                let candidates = wanted.isEmpty ? all : wanted
                return candidates[Int(u[2] * Double(candidates.count))]
            }
        }
    }

    /// The slides in the order in which they are listed, not in ascending order.
    public enum SlidesAsListed: TissueExtractionMutant {
        /// The answer.
        public static func balancedSample(
            from patches: [AnnotatedPatch], draws: [[Double]]
        ) throws -> [Int] {
            draws.map { u in
                let labelled = u[0] < 0.5 ? tumor(patches) : normal(patches)
                if labelled.isEmpty { return -1 }
                var slides: [Int] = []
                for index in labelled where !slides.contains(patches[index].slide) {
                    slides.append(patches[index].slide)
                }
                let slide = slides[Int(u[1] * Double(slides.count))]
                let candidates = labelled.filter { patches[$0].slide == slide }
                return candidates[Int(u[2] * Double(candidates.count))]
            }
        }
    }

    /// Normal below one half, tumour above.
    public enum LabelsSwapped: TissueExtractionMutant {
        /// The answer.
        public static func balancedSample(
            from patches: [AnnotatedPatch], draws: [[Double]]
        ) throws -> [Int] {
            draws.map { u in
                draw(u, patches, u[0] < 0.5 ? normal(patches) : tumor(patches))
            }
        }
    }

    /// One number draws both slide and patch: they hang together.
    public enum OneNumberForBoth: TissueExtractionMutant {
        /// The answer.
        public static func balancedSample(
            from patches: [AnnotatedPatch], draws: [[Double]]
        ) throws -> [Int] {
            draws.map { u in
                draw([u[0], u[1], u[1]], patches, u[0] < 0.5 ? tumor(patches) : normal(patches))
            }
        }
    }

    /// The last slide and the last patch are never drawn (`count - 1`).
    public enum LastNeverDrawn: TissueExtractionMutant {
        /// The answer.
        public static func balancedSample(
            from patches: [AnnotatedPatch], draws: [[Double]]
        ) throws -> [Int] {
            draws.map { u in
                let labelled = u[0] < 0.5 ? tumor(patches) : normal(patches)
                return draw(u, patches, labelled) { Int($0 * Double($1 - 1)) }
            }
        }
    }

    /// The place is rounded, so that the first has half a chance only.
    public enum PlaceRounded: TissueExtractionMutant {
        /// The answer.
        public static func balancedSample(
            from patches: [AnnotatedPatch], draws: [[Double]]
        ) throws -> [Int] {
            draws.map { u in
                let labelled = u[0] < 0.5 ? tumor(patches) : normal(patches)
                return draw(u, patches, labelled) {
                    min($1 - 1, Int(($0 * Double($1)).rounded()))
                }
            }
        }
    }
}

extension TissueExtractionAlternatives {
    /// Groups the patches by slide once, before the draws.
    public enum GroupedBefore: TissueExtractionMutant {
        /// The answer.
        public static func balancedSample(
            from patches: [AnnotatedPatch], draws: [[Double]]
        ) throws -> [Int] {
            let groups = [tumor(patches), normal(patches)].map { labelled in
                Dictionary(grouping: labelled) { patches[$0].slide }
                    .sorted { $0.key < $1.key }.map(\.value)
            }
            return draws.map { u in
                let slides = groups[u[0] >= 0.5 ? 1 : 0]
                let members = slides[Int((u[1] * Double(slides.count)).rounded(.down))]
                return members[Int((u[2] * Double(members.count)).rounded(.down))]
            }
        }
    }
}

private func tumor(_ patches: [AnnotatedPatch]) -> [Int] {
    patches.indices.filter { patches[$0].isOutlined }
}

private func normal(_ patches: [AnnotatedPatch]) -> [Int] {
    patches.indices.filter { !patches[$0].isOutlined && !patches[$0].isSlidePositive }
}

/// Draws a slide of the labelled patches, then one of its patches.
private func draw(
    _ u: [Double], _ patches: [AnnotatedPatch], _ labelled: [Int],
    place: (Double, Int) -> Int = { Int($0 * Double($1)) }
) -> Int {
    let slides = Set(labelled.map { patches[$0].slide }).sorted()
    if slides.isEmpty { return -1 }
    let slide = slides[place(u[1], slides.count)]
    let candidates = labelled.filter { patches[$0].slide == slide }
    return candidates[place(u[2], candidates.count)]
}
