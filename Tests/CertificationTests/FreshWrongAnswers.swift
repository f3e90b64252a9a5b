import Curriculum
import DeepTeaching
import Solutions

/// Wrong answers as beginners write them, none of which the graders know by name.
enum FreshWrongAnswers {
    static let lastBinLeftOut = TissueExtractionCalls.otsuThreshold.answer(
        "off by one: the last bin is never counted"
    ) { histogram in
        var best = 0.0
        var threshold: Int?
        let total = histogram.dropLast().reduce(0, +)
        for t in 0..<histogram.count - 1 {
            let below = histogram[0...t].reduce(0, +)
            if below == 0 || below == total { continue }
            let sum0 = (0...t).reduce(0) { $0 + $1 * histogram[$1] }
            let sum1 = (t + 1..<histogram.count - 1).reduce(0) { $0 + $1 * histogram[$1] }
            let mu0 = Double(sum0) / Double(below)
            let mu1 = Double(sum1) / Double(total - below)
            let w0 = Double(below) / Double(total)
            let variance = w0 * (1 - w0) * (mu0 - mu1) * (mu0 - mu1)
            if variance > best { (best, threshold) = (variance, t) }
        }
        return threshold
    }

    static let firstRise = TissueExtractionCalls.otsuThreshold.answer(
        "returning early: the first threshold that is better than the one before it"
    ) { histogram in
        let total = histogram.reduce(0, +)
        for t in histogram.indices.dropLast() {
            let below = histogram[0...t].reduce(0, +)
            if below > 0 && below < total { return t }
        }
        return nil
    }

    static let exampleByHeart = TissueExtractionCalls.otsuThreshold.answer(
        "the example of the documentation, by heart"
    ) { histogram in
        histogram == [8, 2, 0, 0, 10] ? 1 : nil
    }

    static let colourfulOrLight = TissueExtractionCalls.tissueMask.answer(
        "`or` for `and`: whatever is colourful or light is tissue"
    ) { image, threshold, darkest, penHues in
        var mask = Mask(size: image.size)
        for y in 0..<image.size.height {
            for x in 0..<image.size.width {
                let color = image[x: x, y: y].hsv
                mask[x: x, y: y] =
                    color.saturation > threshold
                    || color.value >= darkest
                        && !penHues.contains(color.hue)
            }
        }
        return mask
    }

    static let copyChanged = TissueExtractionCalls.tissueMask.answer(
        "a copy is changed: the mask that is returned stays empty"
    ) { image, threshold, _, _ in
        let mask = Mask(size: image.size)
        for y in 0..<image.size.height {
            for x in 0..<image.size.width {
                var changed = mask
                changed[x: x, y: y] = image[x: x, y: y].hsv.saturation > threshold
            }
        }
        return mask
    }

    static let crossingOfTheColumn = TissueExtractionCalls.rasterize.answer(
        "the wrong variable: the height of a centre is x, when the edges are looked at"
    ) { polygons, holes, size in
        func isInside(_ outline: [PixelPoint], _ x: Double, _ y: Double) -> Bool {
            var inside = false
            for i in outline.indices {
                let (a, b) = (outline[i], outline[(i + 1) % outline.count])
                if (a.y <= y) != (b.y <= y) && a.x > x { inside.toggle() }
            }
            return inside
        }
        var mask = Mask(size: size)
        for row in 0..<size.height {
            for column in 0..<size.width {
                let (x, y) = (Double(column) + 0.5, Double(row) + 0.5)
                mask[x: column, y: row] =
                    polygons.contains { isInside($0, x, y) }
                    && !holes.contains { isInside($0, x, y) }
            }
        }
        return mask
    }

    static let firstHoleOnly = TissueExtractionCalls.rasterize.answer(
        "only the first hole is cut out"
    ) { polygons, holes, size in
        try TissueExtractionSolution.rasterize(
            polygons: polygons, holes: Array(holes.prefix(1)), size: size)
    }

    static let heightForWidth = TissueExtractionCalls.patchGrid.answer(
        "width and height mixed up: the rows run as far as the picture is wide"
    ) { tissue, side, stride, minimumTissue in
        let shorter = min(tissue.size.width, tissue.size.height)
        return try TissueExtractionSolution.patchGrid(
            on: tissue, side: side, stride: stride, minimumTissue: minimumTissue
        ).filter { $0.x + side <= shorter }
    }

    static let breaksForContinue = TissueExtractionCalls.patchGrid.answer(
        "returning early: a whole row is left as soon as one patch has too little tissue"
    ) { tissue, side, stride, minimumTissue in
        var result: [PixelRectangle] = []
        var y = 0
        while y + side <= tissue.size.height {
            var x = 0
            while x + side <= tissue.size.width {
                var count = 0
                for j in 0..<side {
                    for i in 0..<side where tissue[x: x + i, y: y + j] { count += 1 }
                }
                if Double(count) / Double(side * side) < minimumTissue { break }
                result.append(PixelRectangle(x: x, y: y, width: side, height: side))
                x += stride
            }
            y += stride
        }
        return result
    }

    static let alwaysOnePatient = TissueExtractionCalls.split.answer(
        "one patient for the test, whatever the share"
    ) { patches, _, draws in
        let patients = Set(patches.map(\.patient)).sorted { draws[$0] < draws[$1] }
        return TrainingTestSplit(
            training: patches.indices.filter { patches[$0].patient != patients[0] },
            test: patches.indices.filter { patches[$0].patient == patients[0] })
    }

    static let drawsSortedAlone = TissueExtractionCalls.split.answer(
        "sorting wrongly: the draws are sorted, and their patients forgotten"
    ) { patches, testShare, draws in
        let count = Set(patches.map(\.patient)).count
        let sorted = draws.prefix(count).sorted()
        let testCount = max(1, Int((testShare * Double(count)).rounded()))
        let test = sorted.prefix(testCount).map { Int($0 * Double(count)) }
        return TrainingTestSplit(
            training: patches.indices.filter { !test.contains(patches[$0].patient) },
            test: patches.indices.filter { test.contains(patches[$0].patient) })
    }

    static let slidesAsTheyCome = TissueExtractionCalls.balancedSample.answer(
        "the slides in the order in which they are met, not in ascending order"
    ) { patches, draws in
        draws.map { u in
            let labeled = patches.indices.filter { index in
                u[0] < 0.5
                    ? patches[index].isOutlined
                    : !patches[index].isOutlined && !patches[index].isSlidePositive
            }
            var slides: [Int] = []
            for index in labeled where !slides.contains(patches[index].slide) {
                slides.append(patches[index].slide)
            }
            let slide = slides[Int(u[1] * Double(slides.count))]
            let candidates = labeled.filter { patches[$0].slide == slide }
            return candidates[Int(u[2] * Double(candidates.count))]
        }
    }

    static let placeAmongCandidates = TissueExtractionCalls.balancedSample.answer(
        "places instead of indices: where a patch stands among the candidates"
    ) { patches, draws in
        draws.map { u in
            let labeled = patches.indices.filter { index in
                u[0] < 0.5
                    ? patches[index].isOutlined
                    : !patches[index].isOutlined && !patches[index].isSlidePositive
            }
            let slides = Set(labeled.map { patches[$0].slide }).sorted()
            let slide = slides[Int(u[1] * Double(slides.count))]
            let count = labeled.count { patches[$0].slide == slide }
            return Int(u[2] * Double(count))
        }
    }
}
