/// The smooth functions that say what tissue lies at a place, sixteen numbers at once.
///
/// Most are rough distances in micrometres, positive inside: a distance stays sharp when it is
/// computed on a coarse grid and cut off late.
typealias TissueField = SIMD16<Float>

/// Which of the sixteen numbers is which.
enum FieldIndex {
    /// How deep in a lymph node.
    static let depth = 0
    /// How deep below the capsule.
    static let belowCapsule = 1
    /// How far inside a sinus, subcapsular or medullary.
    static let sinus = 2
    /// How far inside a germinal centre.
    static let germinal = 3
    /// How far inside a follicle, mantle included.
    static let follicle = 4
    /// How far inside a fibrous strand of the node.
    static let trabecula = 5
    /// How far inside fat.
    static let fat = 6
    /// How far inside a lesion.
    static let lesion = 7
    /// Above 0 in a nest of tumour cells.
    static let nest = 8
    /// How densely lymphocytes lie, -1 to 1.
    static let density = 9
    /// How thick the section is; 1 is normal.
    static let thickness = 10
    /// Above 0 where histiocytes gather outside the sinuses.
    static let histiocytes = 11
    /// How far inside a fibrous strand of the fat.
    static let strand = 12
    /// 0 in the cortex, 1 in the medulla.
    static let medulla = 13
    /// How strongly eosin stains here, -1 to 1.
    static let eosin = 14
    /// A coordinate across collagen fibres, in micrometres.
    static let fiber = 15
}

/// Evaluates the fields of one slide at a place.
struct FieldSource {
    private let plan: SlidePlan
    private let geometry: NodeGeometry
    private let nests: TumorNests
    /// Those near the region that is painted.
    private let lesions: [Lesion]
    private let follicles: [Follicle]

    /// The fields of a slide within a rectangle in micrometres.
    init(plan: SlidePlan, left: Float, top: Float, right: Float, bottom: Float) {
        self.plan = plan
        geometry = NodeGeometry(nodes: plan.nodes, noise: plan.noise)
        nests = TumorNests(noise: plan.noise, style: plan.style)
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
        field[FieldIndex.density] = noise.sum(x / 130, y / 130 + 8, octaves: 3)
        let variation = 1 + 0.14 * noise.sum(x / 1500 + 61, y / 1500, octaves: 2)
        field[FieldIndex.thickness] = variation * (1 + folding(x: x, y: y))
        addNode(to: &field, x: x, y: y)
        addLesion(to: &field, x: x, y: y)
        return field
    }

    private func folding(x: Float, y: Float) -> Float {
        guard !plan.artefacts.folds.isEmpty else { return 0 }
        let bentX = x + 130 * plan.noise.value(x / 800 + 20, y / 800)
        let bentY = y + 130 * plan.noise.value(x / 800, y / 800 + 64)
        var strongest: Float = 0
        for fold in plan.artefacts.folds {
            strongest = max(strongest, fold.strength(x: bentX, y: bentY))
        }
        return 0.9 * strongest
    }

    private func addNode(to field: inout TissueField, x: Float, y: Float) {
        let noise = plan.noise
        let place = geometry.warped(x: x, y: y)
        var depth = -Float.greatestFiniteMagnitude
        var envelope = depth
        var nearest = plan.nodes[0]
        var towardHilum: Float = 0
        let ragged = 0.62 + 0.55 * noise.sum(x / 420 + 17, y / 420 + 5, octaves: 3)
        for node in plan.nodes {
            let position = node.position(x: place.x, y: place.y)
            envelope = max(envelope, position.depth + node.fatReach * ragged)
            if position.depth > depth {
                depth = position.depth
                nearest = node
                towardHilum = position.towardHilum
            }
        }
        field[FieldIndex.depth] = depth
        field[FieldIndex.fat] = min(envelope, -depth)
        field[FieldIndex.fiber] = depth + 10 * noise.value(x / 90 + 4, y / 90)
        let strand = noise.sum(x / 330 + 40, y / 330 + 2, octaves: 2)
        field[FieldIndex.strand] =
            11 - abs(strand) * 200 - 60 * max(0, -noise.value(x / 500, y / 500))
        guard depth > -40 else { return }
        addInside(
            to: &field, x: x, y: y, depth: depth, towardHilum: towardHilum, node: nearest)
        addFollicle(to: &field, x: place.x, y: place.y)
    }

    private func addInside(
        to field: inout TissueField, x: Float, y: Float, depth: Float, towardHilum: Float,
        node: NodeShape
    ) {
        let noise = plan.noise
        let size = (node.semiMajor * node.semiMinor).squareRoot()
        let uneven = 1 + 0.45 * noise.value(x / 260 + 11, y / 260)
        let below = depth - node.capsuleThickness * uneven
        field[FieldIndex.belowCapsule] = below
        let ragged = 0.09 * noise.sum(x / 300, y / 300 + 77, octaves: 3)
        let medulla = min(max((towardHilum - node.medullaStart + ragged) / 0.12, 0), 1)
        field[FieldIndex.medulla] = medulla
        let hilumFat = (towardHilum - node.fatStart + 1.6 * ragged) * size
        field[FieldIndex.fat] = max(field[FieldIndex.fat], min(hilumFat, below + 30))
        let load = plan.style.sinusLoad
        let width = node.sinusThickness * (0.5 + 1.3 * load * load)
        let open = 0.7 + 0.8 * noise.value(x / 340 + 23, y / 340 + 9)
        let subcapsular = min(below + 4, width * open - below)
        let ridge = abs(noise.sum(x * 0.0042 + 50, y * 0.0042, octaves: 2))
        let medullary =
            (0.10 + 0.12 * load - ridge) * 130 - (1 - medulla) * 60
            + 12 * noise.value(x / 70, y / 70 + 31)
        field[FieldIndex.sinus] = max(subcapsular, min(medullary, below))
        let beam = abs(noise.sum(x * 0.0011 + 8, y * 0.0011 + 30, octaves: 3))
        let broken = max(0, noise.value(x / 380 + 2, y / 380 + 44) + 0.1)
        field[FieldIndex.trabecula] = 9 - beam * 420 - broken * 60
        field[FieldIndex.histiocytes] =
            noise.sum(x / 210 + 70, y / 210 + 19, octaves: 2) - 0.58 + 0.40 * load
    }

    private func addFollicle(to field: inout TissueField, x: Float, y: Float) {
        for follicle in follicles {
            let dx = x - follicle.x
            let dy = y - follicle.y
            let inside = follicle.radius - (dx * dx + dy * dy).squareRoot()
            field[FieldIndex.germinal] = max(field[FieldIndex.germinal], inside)
            field[FieldIndex.follicle] = max(field[FieldIndex.follicle], inside + follicle.mantle)
        }
    }

    private func addLesion(to field: inout TissueField, x: Float, y: Float) {
        for lesion in lesions {
            let depth = lesion.depth(x: x, y: y)
            guard depth > -60, depth > field[FieldIndex.lesion] else { continue }
            field[FieldIndex.lesion] = depth
            field[FieldIndex.nest] = nests.value(x: x, y: y, depth: depth, in: lesion)
        }
    }
}
