import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = AugmentationCalls.apply

extension AugmentationGraders {
    static let apply = ExerciseGrader(
        call,
        checks: [
            call.check(
                "image", "each pixel shows what lies where the map leads from its middle",
                inputs: { generator in
                    [
                        inside(9, 9, degrees: generator.uniform(20, 70), factor: 0.6, &generator),
                        inside(
                            12, 5, degrees: generator.uniform(165, 195), factor: 0.4, &generator),
                        inside(3, 11, degrees: generator.uniform(-15, 15), factor: 0.7, &generator),
                        // Moved by less than half a pixel: middles stay where they are.
                        still(0.3, &generator), still(-0.4, &generator),
                    ]
                }, compare: { Comparison.exact($0.image, $1.image) }),
            call.check(
                "mask", "the mask goes where the picture goes, and beyond it is no tumour",
                inputs: { generator in
                    [
                        inside(10, 10, degrees: generator.uniform(30, 60), factor: 0.7, &generator),
                        inside(4, 7, degrees: generator.uniform(165, 195), factor: 0.5, &generator),
                        sample(AffineWarp(dx: 2.3, dy: -3.7), 6, 6, &generator),
                        sample(AffineWarp(dx: -0.8, dy: 0.8), 4, 4, &generator),
                    ]
                }, compare: { Comparison.exact($0.mask, $1.mask) }),
            call.check(
                "outside", "beyond the border all is white",
                inputs: { generator in
                    [
                        sample(AffineWarp(dx: 2.3, dy: -3.7), 6, 6, &generator),
                        // Less than a pixel beyond the border is outside too, on all four sides.
                        sample(AffineWarp(dx: -0.8, dy: -0.8), 4, 4, &generator),
                        sample(AffineWarp(dx: 0.8, dy: 0.8), 4, 4, &generator),
                        sample(AffineWarp(dx: 50), 3, 3, &generator),
                        sample(AffineWarp(dx: -0.2, dy: -4.3), 3, 11, &generator),
                        sample(
                            .scaling(
                                by: generator.uniform(2.3, 2.9), around: PixelPoint(x: 3.5, y: 3.5)),
                            7, 7, &generator),
                    ]
                },
                comparing: { expected, got, map, image, _ in
                    beyond(map, image.size, expected.image, got.image)
                }),
        ],
        misconceptions: applyMisconceptions,
        alternatives: [
            call.answer("the places first, one for each pixel, then two lists") {
                map, image, mask in
                let size = image.size
                let places = (0..<size.area).map { index -> Int? in
                    let point = map(
                        PixelPoint(
                            x: Double(index % size.width) + 0.5,
                            y: Double(index / size.width) + 0.5))
                    let isInside =
                        point.x >= 0 && point.y >= 0 && point.x < Double(size.width)
                        && point.y < Double(size.height)
                    return isInside ? Int(point.y) * size.width + Int(point.x) : nil
                }
                return MaskedImage(
                    image: Image(
                        size: size,
                        pixels: places.flatMap { place in
                            (0..<3).map { channel in
                                place.map { image.pixels[3 * $0 + channel] } ?? 255
                            }
                        }),
                    mask: Mask(
                        size: size, pixels: places.map { $0.map { mask.pixels[$0] } ?? false }))
            }
        ],
        hints: Hints(
            question:
                "Pick one pixel of the result. How do you find the pixel of the picture that it "
                + "shows?",
            concept:
                "Go over the result; let the map lead from the middle of the pixel to a point of "
                + "the picture; round its coordinates down. One walk serves picture and mask.",
            step:
                "Pixel x 0, y 0 and AffineWarp(dx: -1): the middle (0.5, 0.5) leads to (-0.5, "
                + "0.5). Column floor(-0.5) = -1 lies outside: leave white and false."))

    /// Compares the pixels whose source lies outside, and no others.
    @Sendable
    private static func beyond(
        _ map: AffineWarp, _ size: PixelSize, _ expected: Image, _ got: Image
    ) -> Verdict {
        guard got.size == expected.size else { return Comparison.exact(expected, got) }
        func outside(_ image: Image) -> [[Double]] {
            (0..<size.area).compactMap { index in
                let (column, row) = middle(map, index % size.width, index / size.width)
                if contains(size, column, row) { return nil }
                return image.pixels[3 * index..<3 * index + 3].map { Double($0) }
            }
        }
        return Comparison.exact(outside(expected), outside(got)).about("beyond the border")
    }

    private static let applyMisconceptions = [
        call.misconception(
            "you move one colour, and leave the other two", check: "image",
            hints: Hints(
                question: "Of how many bytes does a pixel consist?",
                concept:
                    "Of three, and they belong together. Moved alone, red shows one place of the "
                    + "tissue and green another.",
                step: "result.image[x: x, y: y] = image[x: column, y: row] moves an RGB, all three."
            )
        ) { map, image, mask in
            var result = try AugmentationSolution.apply(map, to: image, mask: mask)
            walk(image.size) { x, y in
                let (column, row) = middle(map, x, y)
                guard contains(image.size, column, row) else { return }
                result.image[x: x, y: y].green = image[x: x, y: y].green
                result.image[x: x, y: y].blue = image[x: x, y: y].blue
            }
            return result
        },
        call.misconception(
            "the mask is left behind", check: "mask",
            hints: Hints(
                question:
                    "You turn a photograph. Does the outline that somebody drew on a foil over it "
                    + "turn by itself?",
                concept:
                    "The loss still falls and no error is thrown: the network learns that tumour "
                    + "lies where it does not. Whatever moves the picture moves the mask.",
                step: "In the same loop: result.mask[x: x, y: y] = mask[x: column, y: row].")
        ) { map, image, mask in
            MaskedImage(
                image: try AugmentationSolution.apply(map, to: image, mask: mask).image, mask: mask)
        },
        call.misconception(
            "you carry the pixels forwards, and some of the result get none", check: "image",
            hints: Hints(
                question: "If a picture grows, do its pixels still cover the result without gaps?",
                concept:
                    "The map leads from the result to the picture. Asked that way, every pixel of "
                    + "the result gets a colour; carried forwards, some get two and some none.",
                step: "result[x: x, y: y] = image[x: column, y: row], where column and row come "
                    + "from map(middle of x, y).")
        ) { map, image, mask in
            var result = MaskedImage(image: Image(size: image.size), mask: Mask(size: image.size))
            walk(image.size) { x, y in
                let (column, row) = middle(map, x, y)
                guard contains(image.size, column, row) else { return }
                result.image[x: column, y: row] = image[x: x, y: y]
                result.mask[x: column, y: row] = mask[x: x, y: y]
            }
            return result
        },
        call.misconception(
            "you ask for the corner of a pixel, not for its middle", check: "image",
            hints: Hints(
                question:
                    "A map moves by 0.3 pixels to the left. Should any pixel change its place?",
                concept:
                    "The pixel in column x covers x to x + 1. Its middle stands for it: moved by "
                    + "less than half a pixel, it still lies in the same pixel.",
                step: "map(PixelPoint(x: Double(x) + 0.5, y: Double(y) + 0.5)).")
        ) { map, image, mask in moved(image, mask) { place(map, Double($0), Double($1)) } },
        call.misconception(
            "you round to the nearest whole number, not down", check: "image",
            hints: Hints(
                question: "In which pixel does the point x = 3.7 lie?",
                concept:
                    "In column 3, which covers 3 to 4. Since the middle was half a pixel further "
                    + "already, rounding to the nearest moves everything by one.",
                step: "Int(source.x.rounded(.down)).")
        ) { map, image, mask in
            moved(image, mask) { x, y in
                let point = map(PixelPoint(x: Double(x) + 0.5, y: Double(y) + 0.5))
                return (Int(point.x.rounded()), Int(point.y.rounded()))
            }
        },
        call.misconception(
            "x and y are exchanged", check: "image",
            hints: Hints(
                question: "In image[x: 2, y: 0], which is the column?",
                concept: "x runs to the right and counts columns, y runs down and counts rows.",
                step: "image[x: Int(source.x.rounded(.down)), y: Int(source.y.rounded(.down))].")
        ) { map, image, mask in
            moved(image, mask) { x, y in
                let (column, row) = middle(map, x, y)
                return (row, column)
            }
        },
        call.misconception(
            "a point just outside on the left or above counts as inside", check: "outside",
            hints: Hints(
                question: "What is Int(-0.3)?",
                concept:
                    "0: Int cuts off towards zero, so a strip of one pixel outside the picture "
                    + "shows its first column once more.",
                step: "source.x.rounded(.down) is -1 for -0.3; then ask whether that is a column.")
        ) { map, image, mask in
            moved(image, mask) { x, y in
                let point = map(PixelPoint(x: Double(x) + 0.5, y: Double(y) + 0.5))
                return (Int(point.x), Int(point.y))
            }
        },
        call.misconception(
            "beyond the border you go on with the last pixel", check: "outside",
            hints: Hints(
                question: "What does the slide show where there is no tissue?",
                concept:
                    "Going on with the last pixel is a border policy too, but the exercise asks "
                    + "for glass: white, and no tumour.",
                step: "guard 0..<width ~= column, 0..<height ~= row else { continue }.")
        ) { map, image, mask in
            moved(image, mask) { x, y in
                let (column, row) = middle(map, x, y)
                return (
                    min(image.size.width - 1, max(0, column)),
                    min(image.size.height - 1, max(0, row))
                )
            }
        },
        call.misconception(
            "beyond the border you leave black", check: "outside",
            hints: Hints(
                question: "Which colour has bare glass under a microscope?",
                concept:
                    "White: nothing holds the light back. A black frame would tell the network "
                    + "that the picture was turned.",
                step: "Begin with Image(size: image.size), which is white.")
        ) { map, image, mask in
            moved(image, mask, background: .black) { x, y in
                middle(map, x, y)
            }
        },
        call.misconception(
            "beyond the border you call it tumour", check: "mask",
            hints: Hints(
                question: "Is there tumour where there is no tissue?",
                concept: "What is not known to be tumour is none: false.",
                step: "Begin with Mask(size: image.size), which is false everywhere.")
        ) { map, image, mask in
            moved(image, mask, isTumorOutside: true) { x, y in
                middle(map, x, y)
            }
        },
    ]

    /// The pixel that the middle of a pixel of the result shows.
    private static func middle(_ map: AffineWarp, _ x: Int, _ y: Int) -> (Int, Int) {
        place(map, Double(x) + 0.5, Double(y) + 0.5)
    }

    private static func place(_ map: AffineWarp, _ x: Double, _ y: Double) -> (Int, Int) {
        let point = map(PixelPoint(x: x, y: y))
        return (Int(point.x.rounded(.down)), Int(point.y.rounded(.down)))
    }

    private static func contains(_ size: PixelSize, _ x: Int, _ y: Int) -> Bool {
        0..<size.width ~= x && 0..<size.height ~= y
    }

    private static func walk(_ size: PixelSize, _ visit: (Int, Int) -> Void) {
        for y in 0..<size.height { for x in 0..<size.width { visit(x, y) } }
    }

    private static func moved(
        _ image: Image, _ mask: Mask, background: RGB = .white, isTumorOutside: Bool = false,
        _ source: (Int, Int) -> (Int, Int)
    ) -> MaskedImage {
        var result = MaskedImage(
            image: Image(size: image.size, color: background),
            mask: Mask(size: image.size, repeating: isTumorOutside))
        walk(image.size) { x, y in
            let (column, row) = source(x, y)
            guard contains(image.size, column, row) else { return }
            result.image[x: x, y: y] = image[x: column, y: row]
            result.mask[x: x, y: y] = mask[x: column, y: row]
        }
        return result
    }

    private static func sample(
        _ map: AffineWarp, _ width: Int, _ height: Int, _ generator: inout SeededGenerator
    ) -> (map: AffineWarp, image: Image, mask: Mask) {
        let both = masked(width, height, &generator)
        return (map, both.image, both.mask)
    }

    /// A turn and a shrinking that lead from each pixel to a point of the picture.
    private static func inside(
        _ width: Int, _ height: Int, degrees: Double, factor: Double,
        _ generator: inout SeededGenerator
    ) -> (map: AffineWarp, image: Image, mask: Mask) {
        let center = PixelPoint(x: Double(width) / 2 + 0.03, y: Double(height) / 2 - 0.04)
        let map = AffineWarp.rotation(degrees: degrees, around: center)
            .followed(by: .scaling(by: factor, around: center))
        return sample(map, width, height, &generator)
    }

    private static func still(
        _ move: Double, _ generator: inout SeededGenerator
    ) -> (map: AffineWarp, image: Image, mask: Mask) {
        sample(AffineWarp(dx: move, dy: -move), 5, 5, &generator)
    }
}
