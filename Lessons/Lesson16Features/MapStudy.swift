import DeepTeaching
import SyntheticCohort

/// The slides of a cohort, what is true of them, and simulated maps.
struct MapStudy {
    let slides: [StudySlide]

    /// The patients whose stages staging is asked for, with their slides.
    var patients: [[StudySlide]] {
        Dictionary(grouping: slides, by: \.patient).sorted { $0.key < $1.key }.map(\.value)
    }

    /// The hospital whose stain makes the network less sure.
    static let shifted = 3

    /// The lesions are those of the course's generator; nothing is painted.
    ///
    /// - Throws: `MapError` if a map holds something that is no probability.
    init(seed: UInt64) throws {
        let plan = CohortPlan(profile: .features, seed: seed)
        let hospitals = plan.patients.map { patient in
            var generator = SeededGenerator(seed: seed, stream: "\(patient.name)/confidence")
            return MapSimulation.confidence(ofCenter: patient.center)
                + 0.4 * generator.normal()
        }
        let all = zip(plan.patients, hospitals).flatMap { patient, confidence in
            patient.slides.map { (slide: $0, patient: patient, confidence: confidence) }
        }
        slides = try parallelMap(all.count) { index in
            let one = all[index]
            return try StudySlide(
                plan.slidePlan(one.slide), of: one.patient,
                simulation: MapSimulation(seed: seed, confidence: one.confidence))
        }
    }
}

extension CohortProfile {
    /// Forty patients, eight a hospital, with sections of 8 x 6 mm.
    fileprivate static let features = CohortProfile(
        name: "features", micronsPerPixel: 2, sectionMillimeters: (8, 6),
        patientsPerCenter: [8, 8, 8, 8, 8], tileSide: 256)
}

/// A slide, its simulated map and the numbers of the map.
struct StudySlide: Sendable {
    let name: String
    let patient: String
    let center: Int
    let type: MetastasisType
    let lesions: [LesionSize]
    let map: ConfidenceMap

    /// In the order of `Measure.all`.
    let values: [Double]

    init(_ plan: SlidePlan, of patient: SyntheticPatient, simulation: MapSimulation) throws {
        name = plan.slide.name
        self.patient = patient.name
        center = patient.center
        type = plan.slide.type
        let outlines = plan.annotations.filter { $0.kind == .tumor }
        lesions = zip(plan.lesions, outlines).map { lesion, outline in
            LesionSize(lesion, outline: outline, micronsPerPixel: plan.profile.micronsPerPixel)
        }
        map = try simulation.map(of: plan)
        values = try Measure.values(of: map)
    }

    /// The longest diameter of what exceeds a threshold, mm.
    func longestDiameter(above threshold: Float) -> Double {
        var settings = DetectionSettings()
        settings.threshold = threshold
        return (map.detections(settings: settings).map(\.longestDiameter).max() ?? 0) / 1000
    }

    /// The probability whose odds are some times those of the slide's median.
    func threshold(odds factor: Double) -> Float {
        // listing: StudySlide.relative
        let tissue = zip(map.probabilities.values, map.covered.pixels)
            .filter(\.1).map(\.0)
        let median = Double(tissue.sorted()[tissue.count / 2])
        let odds = factor * median / (1 - median)
        return Float(odds / (1 + odds))
        // end listing
    }
}

/// How large a lesion is, measured in two ways.
struct LesionSize: Sendable {
    /// The true longest diameter in micrometres.
    let diameter: Double

    /// The longer side of the bounding box of its outline in micrometres.
    let boxSide: Double

    /// The number of tumour cells.
    let cells: Int

    init(_ lesion: Lesion, outline: Annotation, micronsPerPixel: Double) {
        diameter = lesion.longestDiameter
        cells = lesion.cellCount
        func length(_ values: [Double]) -> Double {
            ((values.max() ?? 0) - (values.min() ?? 0)) * micronsPerPixel
        }
        boxSide = max(length(outline.outline.map(\.x)), length(outline.outline.map(\.y)))
    }
}
