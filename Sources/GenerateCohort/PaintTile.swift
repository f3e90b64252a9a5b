import ArgumentParser
import DeepTeaching
import Foundation
import SyntheticCohort

/// `GenerateCohort tile`: one tile of one slide, without the rest.
struct PaintTile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tile",
        abstract: "Paints one tile of a slide alone, from its address, as a PNG.",
        discussion: """
            The picture is just what the slide's file holds before JPEG. A tile of a coarse level \
            is put together from its four tiles of the next finer level, down to level 0.
            """)

    @OptionGroup var cohort: CohortArguments

    @Option(help: "The slide, such as patient_020_node_1.")
    var slide: String

    @Option(help: "The level, 0 the finest.")
    var level = 0

    @Option(help: "The column of the tile, from the left, counted from 0.")
    var column: Int

    @Option(help: "The row of the tile, from the top, counted from 0.")
    var row: Int

    @Option(help: "The PNG file to write.")
    var out: String

    func run() throws {
        var options = CohortOptions()
        options.layout = cohort.layout
        let profile = try cohort.knownProfile()
        let generator = CohortGenerator(profile: profile, seed: cohort.seed, options: options)
        let address = TileAddress(level: level, column: column, row: row)
        let place = "level \(level), column \(column), row \(row)"
        let tile = try generator.tile(of: slide, at: address)
        // What a file leaves out, its readers see as white.
        let layout = PyramidLayout(size: profile.slideSize, tileSide: profile.tileSide)
        let size = layout.tileSize(at: address) ?? PixelSize(side: profile.tileSide)
        try (tile ?? Image(unscanned: size)).writePNG(to: URL(fileURLWithPath: out))
        let remark = tile == nil ? ", bare glass that the slide's file leaves out" : ""
        print("\(slide), \(place): \(size) pixels in \(out)\(remark).")
    }
}
