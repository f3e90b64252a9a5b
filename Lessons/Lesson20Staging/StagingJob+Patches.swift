import CourseKit
import DeepTeaching
import LessonSlides

/// Step 4 and 5: who is learnt from, and the patches.
extension StagingJob {
    func splitStep(_ lesson: Lesson, _ folder: CamelyonFolder) throws -> CaseSplit {
        try lesson.step("Patients are split, not patches") { step in
            guard folder.patients.count > 1 else {
                throw StagingJobError.tooFewPatients(
                    folder: folder.url.path, whole: folder.patients.map(\.name),
                    skipped: folder.skippedPatients)
            }
            step.words(
                """
                Two patches of one slide share the stain, the scanner and the patient. If one were \
                learnt from and the other examined, the network could know it by heart. So whole \
                *patients* are shared out, each stage as evenly as it goes.

                The training patients are split once more, into \(settings.foldCount) parts. Each part is \
                mapped by a network that learnt from the *other* parts: a network is too sure on \
                slides that it has seen, and a forest taught on such maps would trust it too much. \
                The test patients are mapped by all networks, which give the mean of their answers.
                """)
            let split = try split(folder.patients)
            step.table(
                header: ["part", "patients", "slides", "stages"],
                rows: split.folds.enumerated()
                    .map { ["training, part \($0 + 1)"] + summary($1) }
                    + [["test"] + summary(split.test)],
                alignment: [.left, .right, .right, .left])
            step.number("testPatients", split.test.count, "patients that nobody has seen yet")
            return split
        }
    }

    private func summary(_ patients: [CamelyonPatient]) -> [String] {
        let stages = PNStage.allCases.compactMap { stage in
            let count = patients.count { $0.stage == stage }
            return count == 0 ? nil : "\(count) × \(stage.rawValue)"
        }
        return [
            "\(patients.count)", "\(cases(of: patients).count)", stages.joined(separator: ", "),
        ]
    }

    private func split(_ patients: [CamelyonPatient]) throws -> CaseSplit {
        func part(_ names: [String]) -> [CamelyonPatient] {
            patients.filter { names.contains($0.name) }
        }
        func stratified(_ patients: [CamelyonPatient]) -> [StratifiedPatient] {
            patients.map { StratifiedPatient(patient: $0.name, stratum: $0.stage.rawValue) }
        }
        let split = try PatientSplit(
            of: stratified(patients), validation: 0, test: settings.testShare, seed: seed)
        let training = part(split.training)
        // A single training patient cannot be split: the same network maps and learns.
        let folds =
            training.count < 2
            ? [training]
            : try PatientSplit.folds(
                of: stratified(training), count: min(settings.foldCount, training.count), seed: seed
            ).map(part)
        return CaseSplit(folds: folds, test: part(split.test))
    }

    func patchStep(_ lesson: Lesson, _ split: CaseSplit) throws -> [PatchSet] {
        try lesson.step("Patches with labels") { step in
            let side = source.detector.side
            step.words(
                """
                The network sees squares of \(side) × \(side) pixels, about \
                \(Int(Double(side) * source.detector.micronsPerPixel)) µm wide. A patch is *tumour* \
                if more than half of its middle is inside an outline, and *normal* if it comes from \
                a negative slide. The rest of a positive slide is nobody's: not all isolated tumour \
                cells are outlined.

                First the label is drawn, then the slide, then the patch. From one heap, nearly all \
                tumour patches would come from the few slides with the largest metastases.
                """)
            let sets = try lesson.progress("Reading patches") { report in
                let learners = split.folds.indices.map { split.learners(for: $0) }
                return try learners.enumerated().map { fold, patients in
                    try patches(of: patients, fold: fold) { share in
                        report((Double(fold) + share) / Double(learners.count))
                    }
                }
            }
            step.number(
                "patches", sets.reduce(0) { $0 + $1.count }, "patches read, for all networks")
            step.number("tumorPatches", sets.reduce(0) { $0 + $1.tumorCount }, "of them tumour")
            for isTumor in [true, false] {
                let kind = isTumor ? "tumour" : "normal"
                step.figure(
                    gallery(of: sets, isTumor: isTumor), name: "patches-\(kind)",
                    caption: "Patches: \(kind) tissue.",
                    alternative: isTumor
                        ? "Squares with large, pale, crowded nuclei in nests."
                        : "Squares with small dark nuclei, strands and gaps.")
            }
            return sets
        }
    }

    /// Patches a quarter of their side apart, half of them tumour.
    private func patches(
        of patients: [CamelyonPatient], fold: Int,
        progress: @escaping @Sendable (Double) -> Void
    ) throws -> PatchSet {
        let grid = PatchGrid(
            side: source.detector.side, micronsPerPixel: source.detector.micronsPerPixel,
            stride: source.detector.side / 4, minimumTissue: 0.5)
        do {
            return PatchSet(
                try PatchCollection(
                    of: cases(of: patients).map(\.slide), grid: grid, maskMicrons: 4,
                    progress: progress
                ).drawn(settings.patchCount, seed: seed &* 10 &+ UInt64(fold)))
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
