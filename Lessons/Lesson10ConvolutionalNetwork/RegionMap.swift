import DeepTeaching

/// The probability of tumour at every place of a region: one number every eight pixels.
struct RegionMap {
    /// How many pixels lie between neighbouring places.
    static let step = PatchClassifier<Float>.step

    let places: Plane

    /// The side of the patch of each place.
    let side: Int

    /// The whole region at once: the dense layers have become convolutions.
    ///
    /// A kernel as large as the window holds the weights of the hidden layer, a kernel of one
    /// place those of the last.
    init(_ network: PatchClassifier<Float>, atOnce region: Image) {
        let logits = network.logits(everywhereIn: Tensor(images: [region]))
        let size = PixelSize(width: logits.shape[2], height: logits.shape[1])
        self.init(size, logits.softmax().elements, side: network.side)
    }

    /// The same patch by patch: every patch is cut out and asked alone.
    init(_ network: PatchClassifier<Float>, patchByPatch region: Image) {
        let side = network.side
        let columns = (region.size.width - side) / Self.step + 1
        let rows = (region.size.height - side) / Self.step + 1
        var classes: [Float] = []
        for row in 0..<rows {
            let patches = (0..<columns).map { column in
                region.cropped(
                    to: PixelRectangle(
                        x: column * Self.step, y: row * Self.step, width: side, height: side))
            }
            classes += network(Tensor(images: patches)).softmax().elements
        }
        self.init(PixelSize(width: columns, height: rows), classes, side: side)
    }

    private init(_ size: PixelSize, _ classes: [Float], side: Int) {
        places = Plane(size: size, values: (0..<size.area).map { classes[2 * $0 + 1] })
        self.side = side
    }

    /// The map laid over its region; each place colours the middle of its patch.
    func picture(over region: Image) -> Image {
        var plane = Plane(size: region.size)
        var covered = Mask(size: region.size)
        let first = side / 2 - Self.step / 2
        for y in first..<first + places.size.height * Self.step {
            for x in first..<first + places.size.width * Self.step {
                covered[x: x, y: y] = true
                plane.values[y * region.size.width + x] =
                    places[x: (x - first) / Self.step, y: (y - first) / Self.step]
            }
        }
        return region.overlaying(plane, where: covered, opacity: 0.65)
    }

    /// The places whose patch has tumour in its very middle.
    func truth(_ tumor: Mask) -> [Bool] {
        (0..<places.size.area).map { place in
            tumor[
                x: place % places.size.width * Self.step + side / 2,
                y: place / places.size.width * Self.step + side / 2]
        }
    }
}
