/// Pictures with one digit each.
///
/// Drawn ones are a stand-in for handwriting that nobody has to fetch: strokes of a pen whose corners,
/// size, slant and turn differ from picture to picture. They are easier than MNIST, so numbers measured
/// on them say nothing about numbers measured there.
public struct DigitPictures: Sendable, Equatable {
    /// The grey values from 0 (ground) to 1 (ink), `[count, side, side]`.
    public let pictures: Tensor<Float>

    /// The digit of each picture, from 0 to 9.
    public let labels: [Int]

    /// Where the middle of each digit's 28 x 28 pixels lies, `[count, 2]`, x first, in the frame of
    /// ``GlimpseSensor``: (-1, -1) is the top left corner of the picture, (1, 1) the bottom right one.
    public let places: Tensor<Float>

    /// Draws pictures.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - scene: how large they are, and what else lies in them.
    ///   - seed: decides all of them; a picture is the same whatever their number.
    public static func drawn(_ count: Int, scene: DigitScene, seed: UInt64) -> DigitPictures {
        require(count >= 0, "\(count) pictures cannot be drawn")
        return made(count, scene: scene, seed: seed, stream: "digit picture") { _, generator in
            let label = generator.index(below: 10)
            return Source(
                digit: DrawnDigit(label, using: &generator).ink, label: label,
                other: { DrawnDigit($0.index(below: 10), using: &$0).ink })
        }
    }

    /// Places digits that were read from files, one picture each, in larger pictures.
    ///
    /// - Parameters:
    ///   - digits: grey values from 0 to 255, `[count, 28, 28]`, as IDX files hold them.
    ///   - labels: the digit of each, `[count]`.
    ///   - scene: how large the pictures are, and what else lies in them.
    ///   - seed: decides the places and the pieces.
    /// - Throws: ``AttentionError`` if digits and labels do not fit together.
    public init(
        placing digits: Tensor<Float>, labels: Tensor<Float>, scene: DigitScene, seed: UInt64
    ) throws {
        let classes = try Self.checkedLabels(labels, of: digits)
        let elements = digits.elements
        let area = DrawnDigit.side * DrawnDigit.side
        @Sendable func ink(_ index: Int) -> DigitCanvas.Ink {
            { x, y in elements[index * area + y * DrawnDigit.side + x] / 255 }
        }
        self = Self.made(
            classes.count, scene: scene, seed: seed, stream: "placed picture"
        ) { index, _ in
            Source(
                digit: ink(index), label: classes[index],
                other: { ink($0.index(below: classes.count)) })
        }
    }

    /// The pictures at some indices, in that order.
    public func selecting(_ indices: [Int]) -> DigitPictures {
        DigitPictures(
            pictures: pictures.gathered(indices), labels: indices.map { labels[$0] },
            places: places.gathered(indices))
    }

    private init(pictures: Tensor<Float>, labels: [Int], places: Tensor<Float>) {
        self.pictures = pictures
        self.labels = labels
        self.places = places
    }

    private static func checkedLabels(
        _ labels: Tensor<Float>, of digits: Tensor<Float>
    ) throws -> [Int] {
        guard digits.rank == 3, digits.shape.dropFirst().allSatisfy({ $0 == DrawnDigit.side })
        else { throw AttentionError.noDigits(shape: digits.shape) }
        guard labels.shape == [digits.shape[0]] else {
            throw AttentionError.labelsDisagree(pictures: digits.shape[0], labels: labels.shape)
        }
        return try labels.elements.enumerated().map { index, label in
            guard let digit = Int(exactly: label), 0...9 ~= digit else {
                throw AttentionError.noDigit(index: index, label: Double(label))
            }
            return digit
        }
    }

    /// What a picture is made of.
    private struct Source {
        let digit: DigitCanvas.Ink
        let label: Int

        /// Another digit, of which a piece is cut.
        let other: (inout SeededGenerator) -> DigitCanvas.Ink
    }

    /// Each picture has a stream of its own, so the number of threads changes nothing.
    private static func made(
        _ count: Int, scene: DigitScene, seed: UInt64, stream: String,
        _ source: @Sendable (Int, inout SeededGenerator) -> Source
    ) -> DigitPictures {
        let area = scene.side * scene.side
        let pictures = Tensor<Float>(uninitializedShape: [count, scene.side, scene.side])
        let parts = withPointers(pictures.storage) { start in
            let memory = SharedBuffer(UnsafeMutableBufferPointer(start: start, count: count * area))
            return parallelMap(count) { index in
                var generator = SeededGenerator(seed: seed, stream: "\(stream) \(index)")
                let source = source(index, &generator)
                let canvas = DigitCanvas(scene, in: memory[index * area, area])
                let place = canvas.place(source.digit, using: &generator)
                for _ in 0..<scene.pieces {
                    canvas.strew(source.other(&generator), using: &generator)
                }
                return (label: source.label, place: place)
            }
        }
        return DigitPictures(
            pictures: pictures, labels: parts.map(\.label),
            places: Tensor(parts.flatMap { [$0.place.x, $0.place.y] }, shape: [count, 2]))
    }
}
