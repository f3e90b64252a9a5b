import Curriculum
import DeepTeaching
import GraderKit

private let call = StagingCalls.submission

extension StagingGraders {
    static let submission = ExerciseGrader(
        call,
        checks: [
            call.check(
                "rows", "the header, the patient's row and a row for each node",
                question: "Which rows has one patient, and what stands in the very first line?",
                inputs: { generator in
                    [
                        [patient(4, &generator)], [],
                        [StagedPatient(name: "patient_000", types: [.itc], stage: .pN0ITC)],
                        [patient(1, &generator), patient(2, &generator), patient(17, &generator)],
                    ]
                },
                compare: compareLines),
            call.check(
                "order", "patients by name, their nodes as they are listed",
                question: "In which order do the patients come, and in which their nodes?",
                inputs: { generator in
                    [[31, 4, 12], [99, 100, 7], [2, 1]].map { numbers in
                        numbers.map { patient($0, &generator) }
                    }
                },
                compare: compareLines),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("lines that are joined at the end") { patients in
                let lines = patients.sorted { $0.name < $1.name }.flatMap { patient in
                    ["\(patient.name).zip,\(patient.stage.rawValue)"]
                        + patient.types.indices.map {
                            "\(patient.name)_node_\($0).tif,\(patient.types[$0].rawValue)"
                        }
                }
                return (["patient,stage"] + lines).joined(separator: "\n") + "\n"
            }
        ],
        hints: Hints(
            question: "How many lines has the table of two patients with five nodes each?",
            concept: "Thirteen: a header, and six for each patient. The patient's row is the one "
                + "that is scored; the nodes' rows show where it comes from.",
            step:
                "Begin with \"patient,stage\\n\". For each of patients.sorted { $0.name < $1.name } "
                + "add \"\\(patient.name).zip,\\(patient.stage.rawValue)\\n\" and then the nodes with "
                + "enumerated()."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "the header is forgotten", check: "rows",
            hints: Hints(
                question: "How does a program know what the second column is?",
                concept: "By the header: patient,stage.",
                step: "var text = \"patient,stage\\n\".")
        ) { table($0, header: "") },
        call.misconception(
            "the patients come in the order in which they are given", check: "order",
            hints: Hints(
                question: "Which patient do you write first?",
                concept: "Two people who hand in the same stages hand in the same file, so the "
                    + "order must not depend on how they were computed.",
                step: "patients.sorted { $0.name < $1.name }.")
        ) { table($0, sorts: false) },
        call.misconception(
            "the nodes are sorted by their type", check: "order",
            hints: Hints(
                question: "Which node is types[0]?",
                concept: "Its place in the list is its number.",
                step: "patient.types.enumerated(), unsorted.")
        ) { patients in
            table(
                patients.map {
                    StagedPatient(name: $0.name, types: $0.types.sorted(), stage: $0.stage)
                })
        },
        call.misconception(
            "nodes are numbered from 1", check: "rows",
            hints: Hints(
                question: "Which number has the first node?",
                concept: "CAMELYON17 counts nodes 0 to 4, as Swift counts.",
                step: "for (node, type) in patient.types.enumerated().")
        ) { table($0, first: 1) },
        call.misconception(
            "the patient's row comes after those of the nodes", check: "rows",
            hints: Hints(
                question: "Which row of a patient is the first?",
                concept: "That of the patient, with the stage.",
                step: "Add the .zip line before the loop over the nodes.")
        ) { table($0, patientFirst: false) },
        call.misconception(
            "the patient has no row of its own", check: "rows",
            hints: Hints(
                question: "Where does your table say the stage?",
                concept: "The row of the patient says it, and it is the one that is scored.",
                step: "\"\\(patient.name).zip,\\(patient.stage.rawValue)\\n\".")
        ) { patients in
            table(patients).split(separator: "\n").filter { !$0.contains(".zip") }
                .map { $0 + "\n" }.joined()
        },
        call.misconception(
            "names of Swift cases are written in place of raw values", check: "rows",
            hints: Hints(
                question: "What does CAMELYON17 call the stage with isolated tumour cells?",
                concept: "pN0(i+). A case of Swift cannot have such a name, its raw value can.",
                step: "patient.stage.rawValue.")
        ) { patients in table(patients).replacing("pN0(i+)", with: "pN0ITC") },
        call.misconception(
            "the last line does not end", check: "rows",
            hints: Hints(
                question: "What is the last character of your text?",
                concept: "Each line ends with a line break, the last one too: else a program that "
                    + "appends to the file spoils its last row.",
                step: "Add \"\\n\" to each line instead of between lines.")
        ) { String(table($0).dropLast()) },
        call.misconception(
            "a space follows the comma", check: "rows",
            hints: Hints(
                question: "Which characters stand between name and stage?",
                concept: "A comma alone: a space would belong to the value.",
                step: "\"...zip,\\(patient.stage.rawValue)\".")
        ) { table($0).replacing(",", with: ", ") },
        call.misconception(
            "the file's ending is left out", check: "rows",
            hints: Hints(
                question: "What does the row of a node begin with?",
                concept: "With the name of the slide's file: patient_004_node_0.tif.",
                step: "\"\\(patient.name)_node_\\(node).tif,\\(type.rawValue)\\n\".")
        ) { table($0).replacing(".tif", with: "") },
    ]

    private static func table(
        _ patients: [StagedPatient], header: String = "patient,stage\n", sorts: Bool = true,
        first: Int = 0, patientFirst: Bool = true
    ) -> String {
        let patients = sorts ? patients.sorted { $0.name < $1.name } : patients
        return patients.reduce(header) { text, patient in
            let own = "\(patient.name).zip,\(patient.stage.rawValue)\n"
            let nodes = patient.types.enumerated().map { node, type in
                "\(patient.name)_node_\(node + first).tif,\(type.rawValue)\n"
            }.joined()
            return text + (patientFirst ? own + nodes : nodes + own)
        }
    }

    /// The first line that differs.
    @Sendable private static func compareLines(_ expected: String, _ got: String) -> Verdict {
        if expected == got { return .right }
        func lines(_ text: String) -> [String] {
            text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        let (wanted, found) = (lines(expected), lines(got))
        let line = zip(wanted, found).prefix { $0 == $1 }.count
        func words(_ lines: [String]) -> String {
            guard line < lines.count else { return "nothing more" }
            return lines[line].isEmpty ? "an empty line" : "\"\(lines[line].prefix(60))\""
        }
        return .wrong("line \(line + 1): expected \(words(wanted)), got \(words(found))")
    }

    /// A patient whose nodes are in no order.
    private static func patient(
        _ number: Int, _ generator: inout SeededGenerator
    ) -> StagedPatient {
        let digits = "\(number)"
        let types: [MetastasisType] = [
            .itc, .negative, [.micro, .macro, .itc][generator.index(below: 3)], .negative,
            types(&generator)[0],
        ]
        return StagedPatient(
            name: "patient_" + String(repeating: "0", count: 3 - digits.count) + digits,
            types: types, stage: PNStage(nodes: types))
    }
}
