import ArgumentParser
import CourseKit

/// The command `GenerateCohort`.
@main
struct GenerateCohort: ReportingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Synthetic lymph node slides in the folders of CAMELYON17 or CAMELYON16.",
        discussion: """
            Without a subcommand it writes a cohort: GenerateCohort --profile small --out FOLDER.
            """,
        subcommands: [WriteCohort.self, PaintTile.self], defaultSubcommand: WriteCohort.self)
}
