import Foundation

/// The table of stages of CAMELYON17: the header `patient,stage`, then for each patient a row
/// `patient_000.zip,pN0` and five rows like `patient_000_node_0.tif,negative`.
struct StageTable {
    /// A patient's row with the rows of the nodes 0 to 4.
    struct Patient {
        let number: Int
        let stage: PNStage
        let nodes: [Node]
    }

    /// A node's row.
    struct Node {
        let name: CamelyonSlideName
        let type: MetastasisType
        let line: Int
    }

    private let file: String
    private var stages: [Int: (stage: PNStage, line: Int)] = [:]
    private var types: [CamelyonSlideName: Node] = [:]

    /// The patients by number, each checked.
    private(set) var patients: [Patient] = []

    /// What is wrong with rows and patients; such patients are left out.
    private(set) var faults: [StagingError] = []

    /// Reads and checks a table.
    ///
    /// - Throws: `StagingError` with the line in which it is wrong.
    init(contentsOf url: URL) throws {
        try self.init(collectingFaultsOf: url)
        if let fault = faults.first { throw fault }
    }

    /// Reads a table as spreadsheets save it (see `TableText`), and goes on after what is wrong with a
    /// row or a patient.
    ///
    /// - Throws: `StagingError` if the file is no such table at all.
    init(collectingFaultsOf url: URL) throws {
        file = url.path
        let text = try TableText(contentsOf: url)
        guard text.header.map({ $0.lowercased() }) == ["patient", "stage"] else {
            throw StagingError.wrongHeader(found: text.headerLine, file: file)
        }
        // A patient with a wrong row has missing rows too: one mistake is said once.
        var doubtful: Set<Int> = []
        for (line, row) in text.rows {
            do {
                try add(row, location: location(line))
            } catch let fault as StagingError {
                faults.append(fault)
                if let number = Self.patientNumber(row) { doubtful.insert(number) }
            }
        }
        let numbers = Set(stages.keys).union(types.keys.map(\.patient)).subtracting(doubtful)
        for number in numbers.sorted() {
            do {
                patients.append(try patient(number))
            } catch let fault as StagingError {
                faults.append(fault)
            }
        }
    }

    /// The patient that a row speaks of, as far as its first cell tells.
    private static func patientNumber(_ row: [String]) -> Int? {
        let name = row.first ?? ""
        return CamelyonSlideName.patientNumber(name)
            ?? CamelyonSlideName((name as NSString).deletingPathExtension)?.patient
            ?? name.lowercased().prefixMatch(of: /patient_(\d+)_/).flatMap { Int($0.1) }
    }

    /// A line of the table, the header being 1.
    func location(_ line: Int) -> StagingError.Location {
        StagingError.Location(file: file, line: line)
    }

    private mutating func add(_ cells: [String], location: StagingError.Location) throws {
        guard !cells.isEmpty else { return }
        guard cells.count <= 2 else {
            throw StagingError.unreadableTable(
                file: file, reason: "line \(location.line) has \(cells.count) cells instead of two")
        }
        let label = cells.count > 1 ? cells[1] : ""
        if let number = CamelyonSlideName.patientNumber(cells[0]) {
            if let first = stages[number] {
                throw StagingError.duplicateRow(
                    name: cells[0], location: location, firstLine: first.line)
            }
            stages[number] = (try stage(label, location: location), location.line)
        } else if let name = CamelyonSlideName((cells[0] as NSString).deletingPathExtension) {
            if let first = types[name] {
                throw StagingError.duplicateRow(
                    name: cells[0], location: location, firstLine: first.line)
            }
            types[name] = Node(
                name: name, type: try type(label, location: location), line: location.line)
        } else {
            throw StagingError.unknownName(cells[0], location: location)
        }
    }

    private func stage(_ label: String, location: StagingError.Location) throws -> PNStage {
        guard let stage = try? PNStage(parsing: label) else {
            throw StagingError.unknownStage(label, location: location)
        }
        return stage
    }

    private func type(_ label: String, location: StagingError.Location) throws -> MetastasisType {
        guard let type = try? MetastasisType(parsing: label) else {
            throw StagingError.unknownType(label, location: location)
        }
        return type
    }

    /// The rows of one patient, if they belong together.
    private func patient(_ number: Int) throws -> Patient {
        let name = CamelyonSlideName.patientName(number)
        let nodes = types.values.filter { $0.name.patient == number }
            .sorted { $0.name < $1.name }
        guard let row = stages[number] else {
            throw StagingError.noPatientRow(patient: name, location: location(nodes[0].line))
        }
        let found = nodes.map(\.name.node)
        guard found == Array(0..<PatientStaging.nodesPerPatient) else {
            throw StagingError.wrongNodes(patient: name, found: found, location: location(row.line))
        }
        let fromNodes = PNStage(nodes: nodes.map(\.type))
        guard fromNodes == row.stage else {
            throw StagingError.contradictoryStage(
                patient: name, stage: row.stage, fromNodes: fromNodes, location: location(row.line))
        }
        return Patient(number: number, stage: row.stage, nodes: nodes)
    }
}
