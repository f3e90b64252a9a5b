import DeepTeaching
import Foundation

/// What the text of a run says, read back from its tables.
struct StagingText {
    let text: String

    /// A row of the table of slides.
    struct SlideRow: Equatable {
        let slide: String
        let truth: MetastasisType
        let prediction: MetastasisType
        let positiveScore: Double
    }

    /// A row of the table of the three questions.
    struct PatientRow: Equatable {
        let patient: String
        let isPositive: Bool
        let types: [MetastasisType]
        let stage: PNStage
        let truth: PNStage
    }

    init(_ text: String) { self.text = text }

    var lines: [String] { text.components(separatedBy: "\n") }

    /// The titles of the steps with their numbers: "3. Where is tissue?".
    var headings: [String] {
        zip(lines, lines.dropFirst()).filter { $1.hasPrefix("───") }.map(\.0)
    }

    var slides: [SlideRow] {
        rows(/\s+(patient_\d{3}_node_\d) +(\w+) +(\w+) +([01]\.\d{3}) +\d+\.\d\d/) { cells in
            guard let truth = MetastasisType(rawValue: cells[1]),
                let prediction = MetastasisType(rawValue: cells[2]),
                let score = Double(cells[3])
            else { return nil }
            return SlideRow(
                slide: cells[0], truth: truth, prediction: prediction, positiveScore: score)
        }
    }

    var patients: [PatientRow] {
        lines.compactMap { line in
            guard
                let match = line.wholeMatch(
                    of: /\s+(patient_\d{3}) +(\d) +(\w+(?: \w+){4}) +(\S+) +(\S+)/),
                let stage = PNStage(rawValue: String(match.4)),
                let truth = PNStage(rawValue: String(match.5))
            else { return nil }
            return PatientRow(
                patient: String(match.1), isPositive: match.2 != "0",
                types: match.3.split(separator: " ").compactMap {
                    MetastasisType(rawValue: String($0))
                }, stage: stage, truth: truth)
        }
    }

    /// The counts of a confusion matrix, found by its first column head.
    func confusion(_ classes: [String]) -> [[Int]]? {
        let heads = ["truth", "\\", "prediction"] + classes + ["recall"]
        guard let start = lines.firstIndex(where: { words($0) == heads }) else { return nil }
        let rows = lines.dropFirst(start + 2).prefix(classes.count).map(words)
        guard rows.map({ $0.first ?? "" }) == classes else { return nil }
        return rows.map { row in row.dropFirst().prefix(classes.count).compactMap { Int($0) } }
    }

    /// The number that stands behind words and a colon.
    func number(after label: String) -> String? {
        lines.first { $0.trimmingCharacters(in: .whitespaces).hasPrefix(label + ": ") }
            .map { $0.components(separatedBy: ": ").last ?? "" }
    }

    /// The files that the text names.
    var figures: [String] {
        lines.filter { $0.hasPrefix("→ ") }.map { String($0.dropFirst(2)) }
    }

    /// The text without what differs between two equal runs: the output folder.
    func comparable(output: String) -> String {
        text.replacingOccurrences(of: output, with: "OUTPUT")
    }

    /// The text as one line.
    var joined: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    private func words(_ line: String) -> [String] {
        line.split(separator: " ").map(String.init)
    }

    private func rows<Row>(
        _ pattern: Regex<(Substring, Substring, Substring, Substring, Substring)>,
        _ row: ([String]) -> Row?
    ) -> [Row] {
        lines.compactMap { line in
            line.wholeMatch(of: pattern).flatMap { match in
                row([match.1, match.2, match.3, match.4].map(String.init))
            }
        }
    }
}
