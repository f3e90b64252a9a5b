import DeepTeaching
import Foundation

extension Workload {
    /// Tiles and tissue of the peers' slide: 16384 x 16384 pixels in JPEG tiles of 256, five levels.
    ///
    /// As the peers do, each run opens the file anew, so that no tile is there from the run before.
    static var slides: [Workload] {
        let all = (0..<4096).map { PixelIndex(x: $0 % 64 * 256, y: $0 / 64 * 256) }
        var random = SeededGenerator(seed: 1)
        let unaligned = (0..<512).map { _ in
            PixelIndex(
                x: Int.random(in: 0..<16384 - 256, using: &random),
                y: Int.random(in: 0..<16384 - 256, using: &random))
        }
        return [
            tiles("slide_read_all_256", at: all),
            tiles("slide_read_1024_256_to_rgb_array", at: Array(all[1536..<2560])),
            tiles("slide_read_512_random_unaligned", at: unaligned),
            Workload(name: "slide_tissue_mask_otsu_level4", items: 1, unit: "slides/s") {
                let file = try slideFile()
                // The resolution of level 4, which is the one that the peers read.
                var settings = TissueSettings()
                settings.micronsPerPixel = 8
                let wanted = settings
                return { _ = try! TissueMask(of: SlideFile(file), settings: wanted) }
            },
        ]
    }

    /// Squares of 256 x 256 pixels of level 0, as pictures.
    private static func tiles(_ name: String, at origins: [PixelIndex]) -> Workload {
        Workload(name: name, items: origins.count, unit: "tiles/s") {
            let file = try slideFile()
            return {
                let slide = try! SlideFile(file)
                parallel(origins.count) { number in
                    let origin = BaselinePoint(
                        x: Double(origins[number].x), y: Double(origins[number].y))
                    _ = try! slide.read(origin: origin, size: PixelSize(side: 256), level: 0)
                }
            }
        }
    }

    /// - Throws: `MissingData` if the slide is not there or no slide.
    private static func slideFile() throws -> URL {
        let folder = ProcessInfo.processInfo.environment["PEERS_DATA"] ?? "PEERS_DATA"
        let path = folder + "/slide.tiff"
        let file = URL(filePath: path)
        guard (try? SlideFile(file)) != nil else { throw MissingData(file: path) }
        return file
    }
}
