import DeepTeaching

extension SlideRenderer {
    /// Whether a rectangle of level 0 shows nothing but bare glass: neither tissue nor an artefact
    /// touches it.
    func isGlass(x: Int, y: Int, size: PixelSize) -> Bool { false }
}
