import Foundation
import XCTest

@testable import DeepTeaching

final class AugmentationTests: XCTestCase {
    /// One of each kind, so that no kind is forgotten.
    private let all: Augmentation = [
        .dihedral, .rotation(degrees: 20), .scale(0.1), .shift(pixels: 2),
        .elastic(amplitude: 1.5, smoothness: 5), .crop(side: 20), .stainJitter(0.3, offset: 0.05),
        .densityJitter(stain: 0.2, color: 0.1, light: 0.03),
        .colors(brightness: 0.1, contrast: 0.1, saturation: 0.1, hue: 10), .blur(sigma: 1),
        .noise(deviation: 4), .jpeg(qualities: 60...95), .cutOut(side: 6),
        .sometimes(0.5, .blur(sigma: 2)),
    ]

    private func picture(_ seed: UInt64 = 1, side: Int = 24) -> Image {
        var generator = SeededGenerator(seed: seed)
        let size = PixelSize(side: side)
        return Image(
            size: size, pixels: (0..<3 * size.area).map { _ in UInt8(generator.index(below: 256)) })
    }

    func testTheSameNumbersGiveTheSameBytesOnAnyThread() throws {
        let (image, all) = (picture(), all)
        func made() throws -> [Image] {
            try parallelMap(12) { index in
                try all.drawn(for: image.size, seed: 7, epoch: 2, index: index)(image)
            }
        }
        let expected = try made()
        XCTAssertEqual(try withThreads(1) { try made() }, expected)
        XCTAssertEqual(
            Set(expected.map(\.pixels)).count, 12, "each picture is changed in its own way")
        // In another order, one alone, and from what was written down.
        let fifth = try all.drawn(for: image.size, seed: 7, epoch: 2, index: 5)
        XCTAssertEqual(try fifth(image), expected[5])
        let read = try JSONDecoder().decode(
            PictureTransform.self, from: JSONEncoder().encode(fifth))
        XCTAssertEqual(try read(image), expected[5])
        XCTAssertNotEqual(try all.drawn(for: image.size, seed: 7, epoch: 3, index: 5), fifth)
        XCTAssertNotEqual(try all.drawn(for: image.size, seed: 8, epoch: 2, index: 5), fifth)
    }

    func testABatchIsTheSameForAnyNumberOfThreads() throws {
        var set = PatchSet()
        for seed in 0..<9 { set.append(picture(UInt64(seed)), isTumor: seed % 2 == 0) }
        let batch = set.batches(of: 8, seed: 3, epoch: 1)[0]
        let expected = try set.pictures(of: batch, augmentation: all)
        XCTAssertEqual(expected.shape, [8, 20, 20, 3])
        for threads in [1, 2, 4] {
            XCTAssertEqual(
                try withThreads(threads) { try set.pictures(of: batch, augmentation: all) },
                expected)
        }
    }

    /// What changes the place changes both, what changes colours leaves the mask alone.
    func testTheMaskMovesWithItsPicture() throws {
        var generator = SeededGenerator(seed: 3)
        var mask = Mask(size: PixelSize(side: 24))
        for y in 3..<14 { for x in 8..<19 where x + y < 27 { mask[x: x, y: y] = true } }
        let image = mask.colored()
        let places: Augmentation = [
            .dihedral, .rotation(degrees: 40), .shift(pixels: 3), .crop(side: 20),
        ]
        for _ in 0..<50 {
            let (moved, movedMask) = try places(image, mask, using: &generator)
            XCTAssertEqual(moved.size, movedMask.size)
            // Between black and white, the picture is grey; the mask is its nearest pixel.
            for index in 0..<movedMask.pixels.count {
                let red = moved.pixels[3 * index]
                if red > 191 { XCTAssertTrue(movedMask.pixels[index]) }
                if red < 64 { XCTAssertFalse(movedMask.pixels[index]) }
            }
        }
        let colors: Augmentation = [
            .stainJitter(0.3), .blur(sigma: 2), .noise(deviation: 9), .cutOut(side: 8),
        ]
        XCTAssertEqual(try colors(image, mask, using: &generator).mask, mask)
        assertThrows(
            PictureError.differentSizes(picture: PixelSize(side: 24), other: PixelSize(side: 3))
        ) { try places(image, Mask(size: PixelSize(side: 3)), using: &generator).mask }
    }

    /// A turn after a turn is one turn: the picture is read between its pixels once.
    func testAffineStepsAreJoined() throws {
        let steps: Augmentation = [.rotation(degrees: 9), .scale(0.2), .shift(pixels: 1)]
        let changes = try steps.drawn(for: PixelSize(side: 8), seed: 1, epoch: 0, index: 0).changes
        XCTAssertEqual(changes.count, 1)
        let mixed: Augmentation = [.rotation(degrees: 9), .dihedral, .rotation(degrees: 9)]
        XCTAssertEqual(
            try mixed.drawn(for: PixelSize(side: 8), seed: 1, epoch: 0, index: 0).changes.count, 3)
    }

    func testEachStepStaysWithinItsStrength() throws {
        let size = PixelSize(width: 30, height: 20)
        for index in 0..<300 {
            func drawn(_ step: Augmentation.Step) throws -> [PictureChange] {
                try Augmentation([step]).drawn(for: size, seed: 5, epoch: 0, index: index).changes
            }
            if case .affine(let map, _) = try drawn(.rotation(degrees: 10))[0] {
                XCTAssertLessThan(abs(atan2(map.xy, map.xx)) * 180 / .pi, 10)
            } else {
                XCTFail("no rotation")
            }
            if case .affine(let map, _) = try drawn(.scale(0.25))[0] {
                XCTAssertTrue((0.75...1.25).contains(map.xx))
            } else {
                XCTFail("no scale")
            }
            if case .crop(let part) = try drawn(.crop(side: 20))[0] {
                XCTAssertTrue(part.lies(within: size))
            } else {
                XCTFail("no crop")
            }
            if case .jpeg(let quality) = try drawn(.jpeg(qualities: 40...42))[0] {
                XCTAssertTrue((40...42).contains(quality))
            } else {
                XCTFail("no JPEG")
            }
        }
    }

    func testSometimesIsAsOftenAsItSays() throws {
        let step: Augmentation = [.sometimes(0.25, .dihedral)]
        let happened = try (0..<2000).count { index in
            try !step.drawn(for: PixelSize(side: 4), seed: 1, epoch: 0, index: index).changes
                .isEmpty
        }
        XCTAssertEqual(Double(happened), 500, accuracy: 60)
    }

    func testNoiseAndCutOutDoWhatTheySay() throws {
        let gray = Image(size: PixelSize(side: 40), color: RGB(128, 128, 128))
        let noisy = try gray.withNoise(deviation: 10, seed: 3)
        let squares = noisy.pixels.reduce(0.0) { $0 + pow(Double($1) - 128, 2) }
        XCTAssertEqual((squares / 4800).squareRoot(), 10, accuracy: 0.4)
        XCTAssertEqual(try gray.withNoise(deviation: 10, seed: 3), noisy)
        let cut = PictureChange.cutOut(
            PixelRectangle(x: 36, y: -3, width: 8, height: 8), color: .black)
        XCTAssertEqual(try cut(gray).pixels.count { $0 == 0 }, 3 * 4 * 5)
        for far in [
            PixelRectangle(x: 90, y: 0, width: 9, height: 9),
            PixelRectangle(x: -9, y: 2, width: 5, height: 1),
            PixelRectangle(x: .max - 1, y: 3, width: 9, height: .max),
        ] {
            XCTAssertEqual(try PictureChange.cutOut(far, color: .black)(gray), gray)
        }
    }

    func testWhatCannotBeDoneIsSaidInWords() throws {
        let wrong: [(Augmentation.Step, String)] = [
            (.crop(side: 30), "30 x 30 pixels cannot be cut out of a picture of 24 x 24"),
            (.crop(side: -4), "The side of the crop is -4"),
            (.rotation(degrees: .nan), "The strongest rotation in degrees is nan"),
            (.scale(-0.1), "strength of the scaling is -0.1: give a number from 0 to 0.9"),
            (.shift(pixels: .infinity), "longest shift in pixels is inf"),
            (.elastic(amplitude: 1, smoothness: 0), "elastic smoothness in pixels is 0.0"),
            (.elastic(amplitude: .nan), "elastic amplitude in pixels is nan"),
            (.blur(sigma: -1), "strongest blur in pixels is -1.0"),
            (.noise(deviation: 300), "strongest noise in bytes is 300.0"),
            (.jpeg(qualities: 0...50), "range of JPEG qualities is 0...50"),
            (.brightness(2), "strength of the brightness is 2.0"),
            (.contrast(.nan), "strength of the contrast is nan"),
            (.saturation(-1), "strength of the saturation is -1.0"),
            (.hue(degrees: 500), "strongest turn of the hue in degrees is 500.0"),
            (.stainJitter(1.5), "strength of the stain jitter is 1.5"),
            (.stainJitter(0.1, offset: .nan), "offset of the stain jitter is nan"),
            (.densityJitter(stain: 2, color: 0, light: 0), "strength of the density jitter is 2.0"),
            (.cutOut(side: 0), "The side of the cut-out is 0"),
            (.sometimes(1.2, .dihedral), "probability of a step is 1.2"),
            (.sometimes(0.5, .blur(sigma: .nan)), "strongest blur in pixels is nan"),
        ]
        var generator = SeededGenerator(seed: 1)
        for (step, words) in wrong {
            XCTAssertThrowsError(
                try Augmentation([step])(picture(), using: &generator), "\(step)"
            ) { XCTAssertTrue("\($0)".contains(words), "\($0)") }
        }
        XCTAssertThrowsError(try picture().compressed(jpegQuality: 101))
        let nothing = Image(size: PixelSize(side: 0))
        XCTAssertThrowsError(try nothing.compressed(jpegQuality: 50))
        XCTAssertThrowsError(try Augmentation([.cutOut(side: 3)])(nothing, using: &generator))
    }

    /// What was written down, and changed by somebody, is an error and no trap.
    func testAChangeFromAFileIsChecked() throws {
        let texts = [
            #"{"density":{"_0":{"densityFactors":[1,-1,1],"light":1}}}"#,
            #"{"density":{"_0":{"densityFactors":[1],"light":1}}}"#,
            #"{"blur":{"sigma":-3}}"#, #"{"jpeg":{"quality":0}}"#,
            #"{"crop":{"_0":{"x":20,"y":0,"width":9,"height":2}}}"#,
            #"{"noise":{"deviation":1e9,"seed":1}}"#,
            #"{"affine":{"_0":{"xx":0,"xy":0,"yx":0,"yy":0,"dx":0,"dy":0},"border":{"wrap":{}}}}"#,
        ]
        for text in texts {
            let change = try JSONDecoder().decode(PictureChange.self, from: Data(text.utf8))
            XCTAssertThrowsError(try change(picture()), text) {
                XCTAssertTrue($0 is PictureError, "\($0)")
            }
        }
    }

    /// Quarter turns of patches that are not square leave two sizes: no batch can hold them.
    func testABatchOfTwoSizesIsRefused() {
        var set = PatchSet()
        for _ in 0..<16 {
            set.append(Image(size: PixelSize(width: 6, height: 4)), isTumor: false)
        }
        let batch = set.batches(of: 16, seed: 1, epoch: 0)[0]
        XCTAssertThrowsError(try set.pictures(of: batch, augmentation: .turnsOnly)) { error in
            guard case PictureError.differentSizes = error else { return XCTFail("\(error)") }
        }
    }
}
