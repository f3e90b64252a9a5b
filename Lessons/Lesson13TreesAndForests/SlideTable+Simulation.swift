import DeepTeaching
import Foundation
import SyntheticCohort

/// log10 of a size to which 0.01 is added, so that 0 has one.
func logarithm(_ size: Double) -> Double { log10(size + 0.01) }

extension SlideTable {
    /// The slides of a hundred patients of five hospitals. Their lesions are those of the course's
    /// generator; nothing is painted. What a network's map says of them is simulated.
    init(seed: UInt64) {
        let plan = CohortPlan(profile: .small100, seed: seed)
        for patient in plan.patients {
            var generator = SeededGenerator(seed: seed, stream: "\(patient.name)/examination")
            let stain = Stain(center: patient.center, using: &generator)
            for slide in patient.slides {
                let examination = Examination(
                    lesions: plan.slidePlan(slide).lesions, center: patient.center,
                    using: &generator)
                rows.append(examination.numbers + stain.ofSlide(using: &generator))
                labels.append(slide.type.severity)
                patients.append(patient.name)
                centers.append(patient.center)
            }
        }
    }
}

extension CohortProfile {
    /// A hundred patients, twenty a hospital, with sections of 8 x 6 mm.
    fileprivate static let small100 = CohortProfile(
        name: "table", micronsPerPixel: 1.94, sectionMillimeters: (8, 6),
        patientsPerCenter: [20, 20, 20, 20, 20], tileSide: 256)
}

/// The slides of a patient are stained together: they differ less from each other than from those of other
/// patients.
private struct Stain {
    let densities: [Double]

    init(center: Int, using generator: inout SeededGenerator) {
        let haematoxylin = [1.0, 1.0, 1.05, 1.3, 0.9][center]
        let eosin = [0.6, 1.1, 0.7, 0.8, 0.65][center]
        densities = [haematoxylin, eosin].map { $0 * exp(0.2 * generator.normal()) }
    }

    func ofSlide(using generator: inout SeededGenerator) -> [Double] {
        densities.map { $0 * exp(0.03 * generator.normal()) }
    }
}

/// What a network's map would say of a slide: a region where it found the largest lesion, and regions where
/// it was wrong.
private struct Examination {
    /// A region of the map: lengths in mm, areas in mm2.
    private struct Region {
        var diameter: Double
        var area: Double
        var probability: Double
    }

    private let regions: [Region]
    private let tissue: Double

    /// - Parameter center: hospitals differ in how sure the network is, and how often it is wrong.
    init(lesions: [Lesion], center: Int, using generator: inout SeededGenerator) {
        let sureness = [0.3, 0, -0.2, -0.5, 0.2][center]
        let mistakes = [0.5, 0.8, 0.7, 1.4, 0.6][center]
        // listing: SlideTable.examination
        var regions: [Region] = []
        for lesion in lesions {
            let diameter = lesion.longestDiameter / 1000
            // The smaller a lesion, the more often it is missed.
            let isFound = generator.uniform() < 1 - exp(-diameter / 0.18)
            let factor = exp(0.12 * generator.normal())
            let sharpness = 1.5 + 0.5 * log(diameter)
            let logit = sharpness + sureness + 0.6 * generator.normal()
            if isFound {
                regions.append(
                    Region(
                        diameter: factor * diameter,
                        area: factor * factor * lesion.area / 1e6,
                        probability: 1 / (1 + exp(-logit))))
            }
        }
        // Germinal centres and folds that look like tumour.
        while generator.uniform() < mistakes / (1 + mistakes) {
            let diameter = 0.16 * exp(0.7 * generator.normal())
            let logit = 0.2 + sureness + 0.6 * generator.normal()
            regions.append(
                Region(
                    diameter: diameter, area: 0.5 * diameter * diameter,
                    probability: 1 / (1 + exp(-logit))))
        }
        // end listing
        self.regions = regions
        tissue = 22 * exp(0.25 * generator.normal())
    }

    /// In the order of the features, without the stains.
    var numbers: [Double] {
        let largest = regions.max { $0.diameter < $1.diameter }
        let area = regions.reduce(0) { $0 + $1.area }
        return [
            largest?.diameter ?? 0, largest?.area ?? 0, area / tissue, Double(regions.count),
            largest?.probability ?? 0, tissue,
        ]
    }
}
