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
            patient.nodes.allSatisfy { !slides.contains($0.name) }
        }
        let skipped = patients.filter { !isWhole($0) }.map(\.name)
        var kept = patients.filter(isWhole)
        for patient in kept.indices {
            for node in kept[patient].nodes.indices
            where annotations.contains(kept[patient].nodes[node].name) {
                kept[patient].nodes[node].annotation = nil
            }
        }
        return CamelyonFolder(
            url: url, patients: kept, skippedPatients: (skippedPatients + skipped).sorted())
    }

    /// The folder with a resolution that counts for all slides, whatever their files say.
    public func assuming(_ micronsPerPixel: MicronsPerPixel?) -> CamelyonFolder {
        var patients = patients
        for patient in patients.indices {
            for node in patients[patient].nodes.indices {
                patients[patient].nodes[node].micronsPerPixel = micronsPerPixel
            }
        }
        return CamelyonFolder(url: url, patients: patients, skippedPatients: skippedPatients)
    }
}
