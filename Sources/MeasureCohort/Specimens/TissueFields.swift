import DeepTeaching
import SyntheticCohort

/// Square fields of a plan that show nothing but tissue of a lymph node, without artefacts.
struct TissueFields {
    let plan: SlidePlan

    /// The width and height of a field in level-0 pixels.
    let side: Int

    /// The top left corners of some fields, drawn by chance; fewer if the slide has hardly any.
    func corners(_ count: Int, seed: UInt64) -> [(x: Int, y: Int)] {
        let size = plan.profile.slideSize
        guard size.width > side, size.height > side else { return [] }
        var generator = SeededGenerator(seed: seed, stream: "fields of \(plan.slide.name)")
        var corners: [(x: Int, y: Int)] = []
        for _ in 0..<60 * count where corners.count < count {
            let x = generator.index(below: size.width - side)
            let y = generator.index(below: size.height - side)
            if isFull(x: x, y: y) { corners.append((x, y)) }
        }
        return corners
    }

    /// Whether nine points of a field lie in a node, and no artefact near it.
    private func isFull(x: Int, y: Int) -> Bool {
        for step in 0..<9 {
            let point = BaselinePoint(
                x: Double(x + side * (step % 3) / 2), y: Double(y + side * (step / 3) / 2))
            guard plan.depthInNode(at: point) > 60 else { return false }
        }
        return plan.isClean(x: x, y: y, size: PixelSize(side: side))
    }
}
