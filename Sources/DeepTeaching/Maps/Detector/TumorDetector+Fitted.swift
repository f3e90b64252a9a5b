extension TumorDetector {
    /// A network, or several, that say how probable tumour is in a patch of tissue.
    ///
    /// Several networks, each trained on other patients, give the mean of their probabilities.
    public struct Fitted: Sendable {
        /// The networks; class 1 is tumour. All have patches of the same side.
        public let networks: [PatchClassifier<Float>]

        /// The micrometres that one pixel of a patch covers.
        public let micronsPerPixel: Double

        /// What brings a slide to the staining that the networks know; nil leaves it as it is.
        public let normalization: SlideNormalization?

        /// A detector of networks that expect patches of one side, resolution and staining.
        public init(
            networks: [PatchClassifier<Float>], micronsPerPixel: Double,
            normalization: SlideNormalization? = nil
        ) {
            require(
                !networks.isEmpty && networks.allSatisfy { $0.side == networks[0].side },
                "a tumour detector needs networks for patches of one side")
            self.networks = networks
            self.micronsPerPixel = micronsPerPixel
            self.normalization = normalization
        }

        /// The detector that asks all networks of several.
        public init(combining detectors: [Fitted]) {
            self.init(
                networks: detectors.flatMap(\.networks),
                micronsPerPixel: detectors[0].micronsPerPixel,
                normalization: detectors[0].normalization)
        }

        /// The side of a patch in pixels.
        public var side: Int { networks[0].side }

        /// The patches that this detector examines; without a stride they lie edge to edge.
        public func grid(stride: Int? = nil) -> PatchGrid {
            PatchGrid(
                side: side, micronsPerPixel: micronsPerPixel, stride: stride,
                minimumTissue: PatchGrid.tissueToExamine)
        }

        /// The probability of tumour in each patch of a batch [batch, side, side, 3].
        ///
        /// - Parameter ways: how each patch is laid; the probability is the mean over all of them.
        public func probabilities(
            for patches: Tensor<Float>, averaging ways: [Dihedral] = [.identity]
        ) -> [Float] {
            var sums = [Float](repeating: 0, count: patches.shape[0])
            for network in networks {
                let classes = network.probabilities(for: patches, averaging: ways).elements
                for index in sums.indices { sums[index] += classes[2 * index + 1] }
            }
            return sums.map { $0 / Float(networks.count) }
        }

        /// The confidence map of a slide, in the staining that the networks know.
        ///
        /// - Parameters:
        ///   - slide: a slide that knows its resolution.
        ///   - tissue: where to look.
        ///   - stride: the distance of patches, in their pixels; `side` if not given.
        ///   - ways: how each patch is laid; its probability is the mean over all of them.
        ///   - progress: is told the share that is done, from 0 to 1.
        /// - Throws: `PatchError`, `SlideError`.
        public func map(
            of slide: some Slide, tissue: TissueMask, stride: Int? = nil,
            averaging ways: [Dihedral] = [.identity], progress: (Double) -> Void = { _ in }
        ) throws -> ConfidenceMap {
            let stained: any Slide = try normalization?.normalized(slide, tissue: tissue) ?? slide
            return try ConfidenceMap(
                of: stained, tissue: tissue, grid: grid(stride: stride), progress: progress,
                classify: { probabilities(for: $0, averaging: ways) })
        }
    }
}
