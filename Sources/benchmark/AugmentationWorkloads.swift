import DeepTeaching
import Foundation

extension Workload {
    /// Filters and changes of pictures, on the peers' picture of tissue.
    static var augmentations: [Workload] {
        [
            Workload(name: "gaussian_sigma2_2048_f32", items: 1, unit: "images/s") {
                let image = try PeerData.image("tissue_2048", side: 2048)
                let plane = Plane(
                    size: image.size,
                    values: stride(from: 0, to: image.pixels.count, by: 3).map {
                        Float(image.pixels[$0]) / 255
                    })
                // The window is 17 x 17 pixels, as that of the peers.
                return { _ = try? plane.blurred(sigma: 2) }
            },
            augmentation(
                "augment_b32_64",
                [.dihedral, .colors(brightness: 0.2, contrast: 0.2, saturation: 0.2, hue: 18)]),
            augmentation("augment_b32_64_flip_rot90_only", .turnsOnly),
        ]
    }

    /// 32 patches of 64 x 64 pixels, each changed by draws of its own, as a batch of floats.
    private static func augmentation(_ name: String, _ augmentation: Augmentation) -> Workload {
        Workload(name: name, items: 32, unit: "images/s") {
            let image = try PeerData.image("tissue_2048", side: 2048)
            var set = PatchSet()
            for y in stride(from: 0, to: 512, by: 64) {
                for x in stride(from: 0, to: 256, by: 64) {
                    let place = PixelRectangle(x: x, y: y, width: 64, height: 64)
                    set.append(image.cropped(to: place), isTumor: false)
                }
            }
            let (patches, batches) = (
                set, (0..<64).map { set.batches(of: 32, seed: 1, epoch: $0)[0] }
            )
            var turn = 0
            return {
                turn = (turn + 1) % batches.count
                _ = try? patches.pictures(of: batches[turn], augmentation: augmentation)
            }
        }
    }
}
