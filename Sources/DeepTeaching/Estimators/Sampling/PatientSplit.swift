/// One patient and the groups that every part should have its share of.
public struct StratifiedPatient: Sendable, Hashable, Codable {
    /// The patient.
    public var patient: String

    /// For example the stage, and the centre. Each part gets its share of each of them, while pairs of
    /// both may be too rare to be shared out. All patients have as many strata.
    public var strata: [String]

    /// A patient and its stratum.
    public init(patient: String, stratum: String = "") {
        self.init(patient: patient, strata: [stratum])
    }

    /// A patient and its strata, the most important first.
    public init(patient: String, strata: [String]) {
        self.patient = patient
        self.strata = strata
    }
}

/// Patients shared out to training, validation and test.
///
/// Whole patients are shared out, never slides or patches: two slides of one patient look alike,
/// so a network would be examined on what it had learnt by heart. ``SampleSplit`` is for samples of
/// which a table is made; here patients come first, and a rare stratum may have one member.
public struct PatientSplit: Sendable, Equatable, Codable {
    /// The patients to learn from.
    public let training: [String]

    /// The patients to choose settings and the moment to stop by.
    public let validation: [String]

    /// The patients of the final examination.
    public let test: [String]

    /// Shares out patients by chance, so that each part gets its share of each stratum, as far as
    /// whole patients allow.
    ///
    /// Patients are shuffled within their stratum and then taken in turn by whichever part is
    /// furthest behind its share of the stratum and of all, so that a rare stratum of two patients
    /// comes into two parts. The order in which they are listed does not matter.
    ///
    /// - Parameters:
    ///   - patients: each patient once.
    ///   - validation: the share for validation, from 0 to 1.
    ///   - test: the share for the test, from 0 to 1.
    ///   - seed: decides the draw.
    /// - Throws: `EstimatorError` if a patient is listed twice, or a part with a share stays empty.
    public init(
        of patients: [StratifiedPatient], validation: Double, test: Double, seed: UInt64
    ) throws {
        require(
            validation >= 0 && test >= 0 && validation + test < 1,
            "shares of \(validation) and \(test) leave nothing to learn from")
        let shares = [1 - validation - test, validation, test]
        let parts = try dealt(patients, shares: shares, seed: seed)
        training = parts[0]
        self.validation = parts[1]
        self.test = parts[2]
    }

    /// Patients shared out to folds of equal size, for cross-fitting: each fold is predicted by a
    /// model that learnt from the others.
    ///
    /// - Parameters:
    ///   - patients: each patient once.
    ///   - count: the number of folds.
    ///   - seed: decides the draw.
    /// - Returns: the patients of each fold.
    /// - Throws: `EstimatorError` if a patient is listed twice, or there are fewer patients than folds.
    public static func folds(
        of patients: [StratifiedPatient], count: Int, seed: UInt64
    ) throws -> [[String]] {
        require(count > 1, "\(count) folds leave nothing to learn from")
        return try dealt(
            patients, shares: [Double](repeating: 1 / Double(count), count: count), seed: seed)
    }
}

/// Deals patients to parts in proportion to the shares, of each stratum and of all; each part is
/// sorted.
private func dealt(
    _ patients: [StratifiedPatient], shares: [Double], seed: UInt64
) throws -> [[String]] {
    require(
        patients.allSatisfy { $0.strata.count == patients[0].strata.count && !$0.strata.isEmpty },
        "every patient needs a stratum, and as many of them as the others")
    var parts = [[String]](repeating: [], count: shares.count)
    let sorted = patients.sorted { ($0.strata[0], $0.patient) < ($1.strata[0], $1.patient) }
    var seen: Set<String> = []
    for patient in sorted where !seen.insert(patient.patient).inserted {
        throw EstimatorError.repeatedPatient(patient.patient)
    }
    var generator = SeededGenerator(seed: seed, stream: "patient split")
    var all = StratumShares(of: shares)
    var strata: [[String: StratumShares]] = (patients.first?.strata ?? []).map { _ in [:] }
    for stratum in generator.shuffled(Set(sorted.map { $0.strata[0] }).sorted()) {
        for patient in generator.shuffled(sorted.filter { $0.strata[0] == stratum }) {
            let own = zip(strata, patient.strata).map { $0[$1] ?? StratumShares(of: shares) }
            // Several strata pull in different directions; then a part that is full takes no more.
            let open = parts.indices.filter { part in
                own.count == 1
                    || Double(parts[part].count) < shares[part] * Double(patients.count) - 1e-6
            }
            let neediest = StratumShares.neediest(own + [all], among: open)
            parts[neediest].append(patient.patient)
            all.add(to: neediest)
            for (index, name) in patient.strata.enumerated() {
                strata[index][name, default: StratumShares(of: shares)].add(to: neediest)
            }
        }
    }
    let asked = shares.count { $0 > 0 }
    if zip(shares, parts).contains(where: { $0 > 0 && $1.isEmpty }) {
        throw EstimatorError.tooFewGroups(found: patients.count, needed: asked)
    }
    return parts.map { $0.sorted() }
}

/// How many patients of a stratum each part has got, beside how many it should have.
private struct StratumShares {
    private let shares: [Double]
    private var counts: [Double]

    init(of shares: [Double]) {
        self.shares = shares
        counts = shares.map { _ in 0 }
    }

    mutating func add(to part: Int) { counts[part] += 1 }

    /// How far each part would be behind its share with one patient more.
    private var deficits: [Double] {
        let next = counts.reduce(1, +)
        return zip(shares, counts).map { $0 * next - $1 }
    }

    /// Of some parts the one that is furthest behind in all strata together; the first of those that
    /// are equally far.
    static func neediest(_ strata: [StratumShares], among parts: [Int]) -> Int {
        let sums = strata.map(\.deficits).reduce(strata[0].shares.map { _ in 0 }) {
            zip($0, $1).map(+)
        }
        // 0.6 * 5 and 3 count as equal.
        let rounded = sums.map { (1e6 * $0).rounded() }
        return parts.max { (rounded[$0], $1) < (rounded[$1], $0) } ?? 0
    }
}
