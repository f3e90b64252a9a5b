import DeepTeaching
import Foundation
import SyntheticCohort

extension SlideRecord {
    /// A slide of a synthetic cohort in a folder; it need not be painted yet.
    init(_ slide: SyntheticSlide, of patient: SyntheticPatient, in folder: URL) {
        let annotation = folder.appendingPathComponent(slide.annotationPath)
        self.init(
            name: slide.name, patient: patient.number, node: slide.node, center: patient.center,
            type: slide.type, file: folder.appendingPathComponent(slide.slidePath),
            annotation: slide.type == .negative ? nil : annotation)
    }
}
