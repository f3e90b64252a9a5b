import CourseKit
import Curriculum
import DeepTeaching

/// Step 6: five hospitals in one stain.
extension ColorCourse {
    func showNormalization() throws {
        try lesson.step("normalization") { step in
            step.number("targetHospital", fields[0].center)
            let ways = [
                fields.map(\.images), try normalized(ReinhardNormalizer()),
                try normalized(MacenkoNormalizer()), try normalized(VahadaneNormalizer()),
            ]
            step.figure(
                "normalized",
                .grid(
                    ways.flatMap { way in way.map { $0[0].top(of: $0[1]) } },
                    columns: fields.count, spacing: 6))
            showDistances(ways, step)
            let tints = (
                try glassShift(ReinhardNormalizer()), try glassShift(MacenkoNormalizer())
            )
            step.number("reinhardGlass", tints.0, .tenths)
            step.number("macenkoGlass", tints.1, .tenths)
            step.choose("gaps", tints.0 > 2 * tints.1 ? "tinted" : "alike")
            try showByPatch(step)
            try showByHand(step)
        }
    }

    /// Both fields of each hospital in the staining of the first hospital; measured once on each
    /// slide.
    private func normalized<Normalizer: StainNormalizer>(
        _ normalizer: Normalizer
    ) throws -> [[Image]] {
        // listing: Lesson08.normalize
        let target = try normalizer.profile(of: fields[0].images)
        return try fields.map { field in
            let own = try normalizer.profile(of: field.images)
            let change = try normalizer.change(from: own, to: target)
            return field.images.map { change($0) }
        }
        // end listing
    }

    /// How far bare glass moves when its slide is changed, in the hospitals that are not the target.
    private func glassShift(_ normalizer: some StainNormalizer) throws -> Double {
        let target = try normalizer.profile(of: fields[0].images)
        return try fields.dropFirst().map { field in
            let change = try normalizer.change(
                from: normalizer.profile(of: field.images), to: target)
            return change(field.glass).meanLab.distance(to: field.glass.meanLab)
        }.mean
    }

    /// Of the pictures as they are, and of Reinhard's, Macenko's and Vahadane's.
    private func showDistances(_ ways: [[[Image]]], _ step: LessonStep) {
        let apart = ways.map { way in Self.meanDistance(way.map { $0[0].meanLab }) }
        let within = ways.map { way in
            way.map { $0[0].meanLab.distance(to: $0[1].meanLab) }.mean
        }
        step.table(
            "distances",
            rows: zip(["as they are", "Reinhard", "Macenko", "Vahadane"], ways.indices).map {
                name, index in
                [name] + [apart[index], within[index]].map { NumberFormat.tenths.text($0) }
            })
        step.number("beforeApart", apart[0], .tenths)
        step.number("reinhardApart", apart[1], .tenths)
        step.number("macenkoApart", apart[2], .tenths)
        step.number("vahadaneApart", apart[3], .tenths)
        let best = (1...3).min { apart[$0] < apart[$1] } ?? 1
        step.choose("nearest", ["", "reinhard", "macenko", "vahadane"][best])
        step.choose("normalizing", apart[best] < 0.7 * apart[0] ? "helps" : "fails")
    }

    /// The capsules of all hospitals, changed by what was measured on their slide, and on themselves: how far
    /// they lie from that of the first hospital.
    private func showByPatch(_ step: LessonStep) throws {
        let macenko = MacenkoNormalizer()
        let target = try macenko.profile(of: fields[0].images)
        let capsules = fields.map(\.capsule.image)
        let bySlide = try zip(fields, capsules).map { field, capsule in
            try macenko.change(from: macenko.profile(of: field.images), to: target)(capsule)
        }
        let byPatch = try capsules.map { try macenko.normalized($0, to: target) }
        step.figure(
            "byPatch", .grid(capsules + bySlide + byPatch, columns: fields.count, spacing: 6))
        func distance(_ images: [Image]) -> Double {
            images.dropFirst().map { $0.meanLab.distance(to: capsules[0].meanLab) }.mean
        }
        let (slide, patch) = (distance(bySlide), distance(byPatch))
        step.number("capsuleAsIs", distance(capsules), .tenths)
        step.number("capsuleBySlide", slide, .tenths)
        step.number("wrongCapsuleByPatch", patch, .tenths)
        step.choose("patchwise", patch > 1.15 * slide ? "worse" : "alike")
    }

    /// One pixel, number by number.
    private func showByHand(_ step: LessonStep) throws {
        let macenko = MacenkoNormalizer()
        let source = fields[1]
        let own = try macenko.profile(of: source.images)
        let target = try macenko.profile(of: fields[0].images)
        let place = source.normal.image.size.area / 2
        let color = source.normal.image.color(at: place)
        let planes = try own.stains.unmix(source.normal.image, over: OpticalDensity())
        let amounts = [planes.hematoxylin.values[place], planes.eosin.values[place]]
            .map { Double($0) }
        let change = try macenko.change(from: own, to: target)
        let result = change(source.normal.image).color(at: place)
        let factors = [target.hematoxylin / own.hematoxylin, target.eosin / own.eosin]
        step.number("handSource", source.center)
        step.text("handBefore", "\(color.red), \(color.green), \(color.blue)")
        step.text("handAfter", "\(result.red), \(result.green), \(result.blue)")
        step.number("handH", amounts[0], .decimals(2))
        step.number("handE", amounts[1], .decimals(2))
        step.number("handFactorH", factors[0], .decimals(2))
        step.number("handFactorE", factors[1], .decimals(2))
        step.number("handNewH", amounts[0] * factors[0], .decimals(2))
        step.number("handNewE", amounts[1] * factors[1], .decimals(2))
        func numbers(_ vector: SIMD3<Double>) -> [Double] { [vector.x, vector.y, vector.z] }
        try step.compare(
            mine, ColorModelsCalls.normalizeStain, [amounts], [own.hematoxylin, own.eosin],
            StainTarget(
                stains: [numbers(target.stains.hematoxylin), numbers(target.stains.eosin)],
                strength: [target.hematoxylin, target.eosin], white: 240),
            with: [[Int(result.red), Int(result.green), Int(result.blue)]])
    }
}

extension HospitalField {
    /// Normal tissue, then tumour.
    var images: [Image] { [normal.image, tumor.image] }
}

extension Image {
    /// This picture's upper half above another one's lower half, with a thin white line between.
    fileprivate func top(of other: Image) -> Image {
        let half = PixelSize(width: size.width, height: size.height / 2)
        func part(_ image: Image, _ y: Int) -> Image {
            image.cropped(to: PixelRectangle(x: 0, y: y, width: half.width, height: half.height))
        }
        return .grid([part(self, 0), part(other, half.height)], columns: 1, spacing: 2)
    }
}
