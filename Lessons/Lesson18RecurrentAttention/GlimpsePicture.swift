import DeepTeaching
import LessonSlides

/// Pictures of what a model sees, and of where it looks.
enum GlimpsePicture {
    /// Numbers from 0 (black) to 1 (white), row by row, in squares of `scale` pixels.
    static func gray(_ values: [Float], width: Int, scale: Int) -> Image {
        let size = PixelSize(width: width, height: values.count / width)
        return Image(size: size).overlaying(
            Plane(size: size, values: values), where: Mask(size: size, repeating: true), by: .gray,
            opacity: 1
        ).enlarged(by: scale)
    }

    /// One picture of a batch `[count, height, width]`.
    static func picture(_ pictures: Tensor<Float>, _ index: Int, scale: Int) -> Image {
        let one = pictures.slice(index..<index + 1)
        return gray(one.elements, width: pictures.shape[2], scale: scale)
    }

    /// The squares of all scales around a place, the sharpest in the strongest colour.
    static func squares(
        of sensor: GlimpseSensor, at place: (x: Double, y: Double), side: Int, scale: Int
    ) -> [PixelRectangle] {
        (0..<sensor.scales).map { crop in
            PixelRectangle(
                x: sensor.start(at: place.x, scale: crop, length: side) * scale,
                y: sensor.start(at: place.y, scale: crop, length: side) * scale,
                width: sensor.width(ofScale: crop) * scale,
                height: sensor.width(ofScale: crop) * scale)
        }
    }

    /// What the retina sees: a square for each scale, all of one size.
    static func retina(
        _ pictures: Tensor<Float>, _ index: Int, sensor: GlimpseSensor,
        at place: (x: Double, y: Double), width: Int
    ) -> [Image] {
        let places = Tensor([Float(place.x), Float(place.y)], shape: [1, 2])
        let glimpse = sensor(pictures.slice(index..<index + 1), at: places).elements
        let area = sensor.size * sensor.size
        return (0..<sensor.scales).map { crop in
            gray(
                Array(glimpse[crop * area..<(crop + 1) * area]), width: sensor.size,
                scale: max(1, width / sensor.size))
        }
    }

    /// The way of the eye: a line from place to place, a dot at each, a large one at the last.
    static func path(
        _ image: Image, _ places: [(x: Double, y: Double)], color: RGB
    ) -> Image {
        var result = image
        let points = places.map { place in
            (
                x: (place.x + 1) / 2 * Double(image.size.width),
                y: (place.y + 1) / 2 * Double(image.size.height)
            )
        }
        for (from, to) in zip(points, points.dropFirst()) {
            for step in 0...200 {
                let share = Double(step) / 200
                result.dot(
                    from.x + share * (to.x - from.x), from.y + share * (to.y - from.y), 0.8, color)
            }
        }
        for (index, point) in points.enumerated() {
            let isLast = index == points.count - 1
            result.dot(point.x, point.y, isLast ? 4.5 : 2.5, color)
            if index == 0 { result.dot(point.x, point.y, 1.2, .white) }
        }
        return result
    }
}

extension Image {
    /// Fills a disc; what lies beyond the picture is cut off.
    fileprivate mutating func dot(_ x: Double, _ y: Double, _ radius: Double, _ color: RGB) {
        let reach = Int(radius.rounded(.up))
        for row in Int(y) - reach...Int(y) + reach {
            for column in Int(x) - reach...Int(x) + reach {
                let (dx, dy) = (Double(column) - x + 0.5, Double(row) - y + 0.5)
                if dx * dx + dy * dy <= radius * radius, 0..<size.width ~= column,
                    0..<size.height ~= row
                {
                    self[x: column, y: row] = color
                }
            }
        }
    }
}
