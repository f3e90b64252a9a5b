/// Evaluates the fields of one slide at a place.
struct FieldSource {
    let plan: SlidePlan
    private let geometry: NodeGeometry
    private let nests: TumorNests
    /// Those near the region that is painted.
    private let lesions: [Lesion]
    private let follicles: [Follicle]

    /// The fields of a slide within a rectangle in micrometres.
    init(plan: SlidePlan, left: Float, top: Float, right: Float, bottom: Float) {
        self.plan = plan
        geometry = NodeGeometry(nodes: plan.nodes, noise: plan.noise)
        nests = TumorNests(noise: plan.noise, style: plan.style.tumor)
        func isNear(_ x: Float, _ y: Float, _ reach: Float) -> Bool {
            x + reach > left && x - reach < right && y + reach > top && y - reach < bottom
        }
        lesions = plan.lesions.filter {
            isNear(Float($0.center.x), Float($0.center.y), Float($0.reach) + 150)
        }
        follicles = plan.follicles.filter { isNear($0.x, $0.y, $0.radius * 1.4 + 200) }
    }

    /// All fields at a place in micrometres.
    func field(x: Float, y: Float) -> TissueField {
        var field = TissueField(repeating: -1000)
        let noise = plan.noise
        field[FieldIndex.eosin] = noise.sum(x / 700 + 3, y / 700, octaves: 2)
        field[FieldIndex.thickness] = thickness(x: x, y: y)
        field[FieldIndex.polarity] = 0
        let place = geometry.warped(x: x, y: y)
        addNode(to: &field, x: x, y: y, warpedX: place.x, warpedY: place.y)
        if field[FieldIndex.depth] > -40 {
            // Lymphocytes crowd in clumps of 130 um inside units of half a millimetre.
            field[FieldIndex.density] =
                0.7 * noise.sum(x / 130, y / 130 + 8, octaves: 3)
                + 0.5 * noise.value(x / 520 + 12, y / 520)
            addFollicle(to: &field, x: place.x, y: place.y)
        }
        addLesion(to: &field, x: x, y: y)
        return field
    }

    private func thickness(x: Float, y: Float) -> Float {
        let variation = 1 + 0.14 * plan.noise.sum(x / 1500 + 61, y / 1500, octaves: 2)
        // Two layers stain nearly twice as dark.
        return variation * (1 + 0.9 * foldStrength(x: x, y: y))
    }

    /// How far the section lies double at a place in micrometres: 0 away from folds, 1 on one.
    func foldStrength(x: Float, y: Float) -> Float {
        guard !plan.artefacts.folds.isEmpty else { return 0 }
        let bent =
            SIMD2(x, y)
            + 130 * plan.noise.bend(x, y, grain: 800, first: [20, 0], second: [0, 64])
        var strongest: Float = 0
        for fold in plan.artefacts.folds {
            strongest = max(strongest, fold.strength(x: bent.x, y: bent.y))
        }
        return strongest
    }

    private func addFollicle(to field: inout TissueField, x: Float, y: Float) {
        guard !follicles.isEmpty else { return }
        let uneven =
            0.22 * plan.noise.value(x / 260 + 47, y / 260 + 13)
            + 0.13 * plan.noise.value(x / 95 + 21, y / 95 + 33)
        for follicle in follicles {
            let dx = x - follicle.x
            let dy = y - follicle.y
            let inside = follicle.radius * (1 + uneven) - (dx * dx + dy * dy).squareRoot()
            guard inside + follicle.mantle > field[FieldIndex.follicle] else { continue }
            field[FieldIndex.germinal] = inside
            field[FieldIndex.follicle] = inside + follicle.mantle
            field[FieldIndex.polarity] =
                (dx * follicle.axisX + dy * follicle.axisY) / follicle.radius
        }
    }

    private func addLesion(to field: inout TissueField, x: Float, y: Float) {
        for lesion in lesions {
            let depth = lesion.depth(x: x, y: y)
            guard depth > -60, depth > field[FieldIndex.lesion] else { continue }
            field[FieldIndex.lesion] = depth
            field[FieldIndex.nest] = nests.value(x: x, y: y, depth: depth, in: lesion)
            field[FieldIndex.lumen] = lesion.isSolid ? -100 : nests.lumen(x: x, y: y)
        }
    }
}
