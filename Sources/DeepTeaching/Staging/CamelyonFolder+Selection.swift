/// A folder seen otherwise than its files lie there.
extension CamelyonFolder {
    /// The folder without some of its files.
    ///
    /// A patient with a slide among them is left out whole, since a missing node is not a negative
    /// one. A slide whose outlines are left out stays; what its tissue shows is then unknown.
    ///
    /// - Parameters:
    ///   - slides: the names of slides, such as "patient_012_node_3".
    ///   - annotations: the names of slides whose outlines are left out.
    public func leavingOut(slides: Set<String>, annotations: Set<String> = []) -> CamelyonFolder {
        let isWhole = { (patient: CamelyonPatient) in
            patient.slides.allSatisfy { !slides.contains($0.name) }
        }
        let skipped = patients.filter { !isWhole($0) }.map(\.name)
        var kept = patients.filter(isWhole)
        for patient in kept.indices {
            for slide in kept[patient].slides.indices
            where annotations.contains(kept[patient].slides[slide].name) {
                kept[patient].slides[slide].annotation = nil
            }
        }
        return CamelyonFolder(
            url: url, patients: kept, skippedPatients: (skippedPatients + skipped).sorted())
    }

    /// The folder with a resolution that counts for all slides, whatever their files say.
    public func assuming(_ micronsPerPixel: MicronsPerPixel?) -> CamelyonFolder {
        var patients = patients
        for patient in patients.indices {
            for slide in patients[patient].slides.indices {
                patients[patient].slides[slide].micronsPerPixel = micronsPerPixel
            }
        }
        return CamelyonFolder(url: url, patients: patients, skippedPatients: skippedPatients)
    }
}
