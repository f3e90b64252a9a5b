import DeepTeaching

extension Tensor: FiguresConvertible {
    /// The elements, with the tensor's shape.
    public var figures: Figures { Figures(elements.map { Double($0) }, shape: shape) }
}

extension Image: FiguresConvertible {
    /// Red, green and blue from 0 to 255, axes [height, width, channel].
    public var figures: Figures {
        Figures(pixels.map(Double.init), shape: [size.height, size.width, 3])
    }
}

extension Mask: FiguresConvertible {
    /// 1 for foreground and 0 for background, axes [height, width].
    public var figures: Figures {
        Figures(pixels.map { $0 ? 1 : 0 }, shape: [size.height, size.width])
    }
}

extension Plane: FiguresConvertible {
    /// The values, axes [height, width].
    public var figures: Figures {
        Figures(values.map { Double($0) }, shape: [size.height, size.width])
    }
}

extension BaselinePoint: FiguresConvertible {
    /// x and y.
    public var figures: Figures { Figures([x, y], shape: [2]) }
}

extension PixelSize: FiguresConvertible {
    /// Width and height.
    public var figures: Figures { Figures([Double(width), Double(height)], shape: [2]) }
}
