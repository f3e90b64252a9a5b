extension FieldSource {
    /// Adds the distances to the node's parts and to the fat around it.
    func addNode(to field: inout TissueField, x: Float, y: Float, warpedX: Float, warpedY: Float) {
        let noise = plan.noise
        var depth = -Float.greatestFiniteMagnitude
        var envelope = depth
        var nearest = plan.nodes[0]
        var towardHilum: Float = 0
        let ragged = 0.62 + 0.75 * noise.sum(x / 420 + 17, y / 420 + 5, octaves: 3)
        for node in plan.nodes {
            let position = node.position(x: warpedX, y: warpedY)
            envelope = max(envelope, position.depth + node.fatReach * ragged)
            if position.depth > depth {
                depth = position.depth
                nearest = node
                towardHilum = position.towardHilum
            }
        }
        field[FieldIndex.depth] = depth
        field[FieldIndex.fat] = min(envelope, -depth)
        guard envelope > -40 || depth > -40 else { return }
        let wave = 10 * noise.value(x / 90 + 4, y / 90)
        var (strand, across) = fatStrand(x: x, y: y)
        if depth > -40 {
            addInside(
                to: &field, x: x, y: y, depth: depth, towardHilum: towardHilum, node: nearest)
            let intoNode = ramp(depth - max(field[FieldIndex.fat], 0) * 4, -10, 10)
            let beam = trabecula(x: x, y: y)
            strand = mix(strand, beam.depth, intoNode)
            across = mix(across, beam.across, intoNode)
        }
        field[FieldIndex.strand] = strand
        // Fibres run along what they belong to: the capsule's round the node, a strand's along it.
        let inStrand = max(ramp(depth, 40, 110), ramp(depth, -10, -60))
        field[FieldIndex.fiber] = mix(depth, across, inStrand) + wave
    }

    /// Connective tissue that parts the lobules of fat: how far inside a strand a place lies, and
    /// how far across it from its middle.
    private func fatStrand(x: Float, y: Float) -> (depth: Float, across: Float) {
        let across = 200 * plan.noise.sum(x / 330 + 40, y / 330 + 2, octaves: 2)
        let width = 4.5 + 6 * plan.noise.value(x / 900 + 7, y / 900)
        let broken = 40 * max(0, -plan.noise.value(x / 500, y / 500) - 0.1)
        return (width - abs(across) - broken, across)
    }

    /// Connective tissue that runs from the capsule into the node, as above.
    private func trabecula(x: Float, y: Float) -> (depth: Float, across: Float) {
        let across = 420 * plan.noise.sum(x * 0.0011 + 8, y * 0.0011 + 30, octaves: 3)
        let broken = max(0, plan.noise.value(x / 380 + 2, y / 380 + 44) + 0.1)
        return (9 - abs(across) - broken * 60, across)
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
        let ragged = 0.13 * noise.sum(x / 300, y / 300 + 77, octaves: 3)
        let medulla = ramp(towardHilum - node.medullaStart + ragged, 0, 0.12)
        // Fat grows into the hilum along the vessels, with a border of bays and tongues.
        let hilumFat = (towardHilum - node.fatStart + 1.8 * ragged) * size
        field[FieldIndex.fat] = max(field[FieldIndex.fat], min(hilumFat, below + 30))
        let load = plan.style.lymphoid.sinusLoad
        field[FieldIndex.sinus] = max(
            subcapsularSinus(x: x, y: y, below: below, load: load, node: node),
            medullarySinus(x: x, y: y, below: below, load: load, medulla: medulla))
        field[FieldIndex.histiocytes] =
            noise.sum(x / 210 + 70, y / 210 + 19, octaves: 2) - 0.58 + 0.40 * load
            + Float(plan.style.lymphoid.reaction.extent)
    }

    private func subcapsularSinus(
        x: Float, y: Float, below: Float, load: Float, node: NodeShape
    ) -> Float {
        let width = node.sinusThickness * (0.5 + 1.3 * load * load)
        let open = 0.7 + 0.8 * plan.noise.value(x / 340 + 23, y / 340 + 9)
        return min(below + 4, width * open - below)
    }

    /// The sinuses of the medulla wind between cords of lymphoid tissue.
    private func medullarySinus(
        x: Float, y: Float, below: Float, load: Float, medulla: Float
    ) -> Float {
        guard medulla > 0 else { return -1000 }
        let noise = plan.noise
        let bent =
            SIMD2(x, y) + 30 * noise.bend(x, y, grain: 75, first: [3, 0], second: [0, 31])
        let ridge = abs(noise.sum(bent.x / 170 + 50, bent.y / 170, octaves: 2))
        let width = (0.09 + 0.13 * load - ridge) * 95 - (1 - medulla) * 45
        return min(width + 6 * noise.value(x / 40, y / 40 + 31), below)
    }
}
