extension Image {
    /// Pictures arranged in rows from the top left, each in the middle of a cell that fits all.
    ///
    /// - Parameters:
    ///   - images: the pictures, row by row; without any the result is empty.
    ///   - columns: how many stand side by side.
    ///   - spacing: pixels between the cells.
    ///   - background: the colour around the pictures.
    public static func grid(
        _ images: [Image], columns: Int, spacing: Int = 4, background: RGB = .white
    ) -> Image {
        require(columns > 0 && spacing >= 0, "a grid needs columns, not \(columns)")
        let columns = min(columns, images.count)
        if columns == 0 { return Image(size: PixelSize(width: 0, height: 0)) }
        let rows = (images.count + columns - 1) / columns
        let cell = PixelSize(
            width: images.map(\.size.width).max() ?? 0,
            height: images.map(\.size.height).max() ?? 0)
        var result = Image(
            size: PixelSize(
                width: columns * (cell.width + spacing) - spacing,
                height: rows * (cell.height + spacing) - spacing),
            color: background)
        for (index, image) in images.enumerated() {
            result.paste(
                image,
                x: index % columns * (cell.width + spacing) + (cell.width - image.size.width) / 2,
                y: index / columns * (cell.height + spacing)
                    + (cell.height - image.size.height) / 2)
        }
        return result
    }

    /// Pictures in one row, from left to right.
    public static func sideBySide(_ images: [Image], spacing: Int = 4) -> Image {
        grid(images, columns: max(1, images.count), spacing: spacing)
    }
}
