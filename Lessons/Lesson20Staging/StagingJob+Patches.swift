import CourseKit
import DeepTeaching
import LessonSlides

/// Step 4 and 5: who is trained on, and the patches.
extension StagingJob {
    func split(_ lesson: Lesson, _ folder: SlideCohort) throws -> PatientFolds {
        try lesson.step("split") { step in
            guard folder.patients.count > 1 else {
                if let table = source.table {
                    throw StagingJobError.tooFewInTable(
                        table: table.path, patients: folder.patients.map(\.name))
                }
                throw StagingJobError.tooFewPatients(
                    folder: folder.location.path, whole: folder.patients.map(\.name),
                    skipped: folder.skippedPatients)
            }
            let split = try PatientFolds(of: folder.patients, settings: settings, seed: seed)
            step.number("foldCount", split.folds.count)
            step.choose("folding", split.folds.count > 1 ? "several" : "one")
            step.table(
                "folds",
                rows: split.folds.enumerated().map { fold, patients in
                    [
                        "\(fold + 1)", "\(patients.count)", "\(patients.flatMap(\.slides).count)",
                        stages(of: patients),
                    ]
                })
            step.choose("staged", folder.isStaged ? "stages" : "worst")
            step.number("testPatients", split.test.count)
            step.choose("patientCount", split.test.count == 1 ? "one" : "several")
            step.number("testSlides", split.test.flatMap(\.slides).count)
            step.text("testStages", stages(of: split.test))
            return split
        }
    }

    private func stages(of patients: [SlidePatient]) -> String {
        let stages = patients.contains { $0.stage != nil }
        let names =
            stages ? PNStage.allCases.map(\.rawValue) : MetastasisType.allCases.map(\.rawValue)
        return names.compactMap { name in
            let count = patients.count { ($0.stage?.rawValue ?? $0.worst.rawValue) == name }
            return count == 0 ? nil : "\(count) × \(name)"
        }.joined(separator: ", ")
    }

    func readPatches(_ lesson: Lesson, _ split: PatientFolds) throws -> [PatchSet] {
        try lesson.step("patches") { step in
            let (side, resolution) = (source.grid.side, source.grid.micronsPerPixel)
            step.number("patchSide", side)
            step.number("patchMicrons", Int(Double(side) * resolution))
            let sets = try lesson.progress("Reading patches") { report in
                let learners = split.folds.indices.map { split.learners(for: $0) }
                return try learners.enumerated().map { fold, patients in
                    try patches(of: patients, fold: fold) { share in
                        report((Double(fold) + share) / Double(learners.count))
                    }
                }
            }
            step.number("patches", sets.reduce(0) { $0 + $1.count })
            step.number("tumorPatches", sets.reduce(0) { $0 + $1.tumorCount })
            // A nucleus of a tumour cell is about 10 µm wide.
            step.choose("patchPixels", resolution < 3 ? "fine" : "coarse")
            let tumor = gallery(of: sets, isTumor: true)
            let normal = gallery(of: sets, isTumor: false)
            step.choose("patchLight", tumor.light > normal.light ? "paler" : "darker")
            step.figure("patchesTumor", tumor)
            step.figure("patchesNormal", normal)
            return sets
        }
    }

    /// Patches a quarter of their side apart, half of them tumour.
    private func patches(
        of patients: [SlidePatient], fold: Int,
        progress: @escaping @Sendable (Double) -> Void
    ) throws -> PatchSet {
        do {
            return try PatchCollection(
                of: patients.flatMap(\.slides), grid: source.grid.overlapping, tissue: tissue,
                normalization: detector.normalization,
                maskMicrons: 4, progress: progress
            ).drawn(settings.patchCount, seed: seed &* 10 &+ UInt64(fold))
        } catch PatchError.nothingToSample(label: .tumor) {
            throw StagingJobError.noOutlines(patients: patients.map(\.name))
        }
    }

    private func gallery(of sets: [PatchSet], isTumor: Bool) -> Image {
        var generator = SeededGenerator(seed: seed, stream: "gallery")
        let all = sets.flatMap { set in
            zip(set.images, set.isTumor).filter { $0.1 == isTumor }.map(\.0)
        }
        return Image.grid(Array(generator.shuffled(all).prefix(24)), columns: 8, spacing: 4)
    }
}

extension Image {
    /// The mean of all values.
    fileprivate var light: Double {
        pixels.reduce(0.0) { $0 + Double($1) } / Double(max(1, pixels.count))
    }
}
