import DeepTeaching
import Foundation

extension Workload {
    /// Colours of 2048 x 2048 pixels: from bytes, and from numbers; three stains told apart; and Macenko's
    /// method on 1024 x 1024 pixels, from the bytes to the normalised picture.
    static var colors: [Workload] {
        func fromNumbers(_ name: String, _ space: ColorSpace) -> Workload {
            Workload(name: "color_rgb2\(name)_2048_f32", items: pixels, unit: "pixels/s") {
                let colors = try PeerData.image("tissue_2048", side: 2048).converted(to: .rgb)
                return { _ = colors.converted(to: space) }
            }
        }
        func fromBytes(_ name: String, _ space: ColorSpace) -> Workload {
            Workload(name: "color_rgb2\(name)_2048_u8_f32", items: pixels, unit: "pixels/s") {
                let image = try PeerData.image("tissue_2048", side: 2048)
                return { _ = image.converted(to: space) }
            }
        }
        return [
            fromNumbers("hsv", .hsv), fromNumbers("lab", .lab), fromBytes("hsv", .hsv),
            fromBytes("lab", .lab),
            Workload(name: "color_rgb2hed_2048", items: pixels, unit: "pixels/s") {
                let image = try PeerData.image("tissue_2048", side: 2048)
                return { _ = ColorDeconvolution.hematoxylinEosinDAB.planes(of: image) }
            },
            macenko,
        ]
    }

    private static let pixels = 2048 * 2048

    /// To the stains and amounts that the peers' programs have as their target.
    private static var macenko: Workload {
        Workload(name: "macenko_1024", items: 1024 * 1024, unit: "pixels/s") {
            let image = try PeerData.image("tissue_1024", side: 1024)
            let macenko = MacenkoNormalizer()
            let target = StainProfile(
                stains: StainVectors(
                    hematoxylin: [0.5626, 0.7201, 0.4062], eosin: [0.2159, 0.8012, 0.5581]),
                hematoxylin: 1.9705, eosin: 1.0308)
            return { try! _ = macenko.normalized(image, to: target) }
        }
    }
}
