extension ClassedSlides {
    /// Slides to learn from and slides of other patients for the test, as indices of `slides`.
    public struct Split: Sendable, Equatable {
        /// The slides to learn from.
        public let training: [Int]

        /// The slides of the test.
        public let test: [Int]
    }

    /// Shares out whole patients so that both parts have slides of each class.
    ///
    /// Patients are drawn by the classes that they have, as ``PatientSplit`` does. Where patients have
    /// slides of several classes, a draw may leave a part without one of them; then another is made, up
    /// to a hundred, the later half of them with half of the patients for the test.
    ///
    /// - Parameters:
    ///   - testShare: the share of the patients for the test, above 0 and below 1.
    ///   - seed: decides the draw.
    /// - Throws: `StagingError` if a class has slides of fewer than two patients, or if no draw gives
    ///   both parts each class.
    public func split(testShare: Double = 0.4, seed: UInt64) throws -> Split {
        try requireTwoPatientsOfEachClass()
        let patients = Dictionary(grouping: slides.indices) { slides[$0].patient }
        let stratified = patients.sorted { $0.key < $1.key }.map { number, own in
            StratifiedPatient(
                patient: "\(number)",
                stratum: Set(own.map { labels[$0] }).sorted().map { "\($0)" }
                    .joined(separator: " "))
        }
        for draw in 0..<100 {
            let test = Set(
                try PatientSplit(
                    of: stratified, validation: 0, test: draw < 50 ? testShare : 0.5,
                    seed: seed &+ UInt64(draw) &* 1_000_003
                ).test)
            func part(isTest: Bool) -> [Int] {
                slides.indices.filter { test.contains("\(slides[$0].patient)") == isTest }
            }
            let split = Split(training: part(isTest: false), test: part(isTest: true))
            let areWhole = [split.training, split.test].allSatisfy { part in
                Set(part.map { labels[$0] }).count == names.count
            }
            if areWhole { return split }
        }
        throw StagingError.noSplit(classes: names)
    }

    /// A class of one patient cannot be both learnt and examined.
    ///
    /// - Throws: `StagingError` about the first such class.
    public func requireTwoPatientsOfEachClass() throws {
        for (label, name) in names.enumerated() {
            let own = patients(ofClass: label)
            guard own.count < 2 else { continue }
            throw StagingError.classOfOnePatient(
                name: name, patient: own.first.map { patients[$0] })
        }
    }
}
