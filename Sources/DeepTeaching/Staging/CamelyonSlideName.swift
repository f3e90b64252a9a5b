/// The name that CAMELYON17 gives a slide: patient_PPP_node_N.
struct CamelyonSlideName: Sendable, Hashable, Comparable, CustomStringConvertible {
    let patient: Int
    let node: Int

    init(patient: Int, node: Int) {
        self.patient = patient
        self.node = node
    }

    /// The slide that a file's name without its extension speaks of; case does not matter.
    init?(_ stem: some StringProtocol) {
        guard let match = stem.lowercased().wholeMatch(of: /patient_(\d+)_node_(\d+)/),
            let patient = Int(match.1), let node = Int(match.2)
        else { return nil }
        self.init(patient: patient, node: node)
    }

    /// For example "patient_012_node_3".
    var description: String { "\(Self.patientName(patient))_node_\(node)" }

    /// For example "patient_012".
    static func patientName(_ number: Int) -> String {
        let digits = String(number)
        return "patient_" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    /// The patient that a text such as "patient_012" or "patient_012.zip" names.
    static func patientNumber(_ text: some StringProtocol) -> Int? {
        text.lowercased().wholeMatch(of: /patient_(\d+)(\.zip)?/).flatMap { Int($0.1) }
    }

    static func < (first: Self, second: Self) -> Bool {
        (first.patient, first.node) < (second.patient, second.node)
    }
}
