extension Mask {
    /// The mask grown by a structuring element: a pixel is foreground if any pixel under the
    /// element is.
    ///
    /// What lies outside the picture counts as background, so nothing grows in from the border.
    ///
    /// Source: Serra, Image Analysis and Mathematical Morphology, 1982.
    public func dilated(by element: StructuringElement) -> Mask {
        if size.area == 0 { return self }
        return BitRows(self).dilated(by: element).mask()
    }

    /// The mask shrunk by a structuring element: a pixel is foreground if all pixels under the
    /// element are.
    ///
    /// What lies outside the picture counts as foreground, so nothing is eaten from the border.
    public func eroded(by element: StructuringElement) -> Mask {
        if size.area == 0 { return self }
        // Erosion of the foreground is dilation of the background.
        return BitRows(self, inverted: true).dilated(by: element).mask(inverted: true)
    }

    /// Erosion, then dilation: removes what the element does not fit into.
    public func opened(by element: StructuringElement) -> Mask {
        eroded(by: element).dilated(by: element)
    }

    /// Dilation, then erosion: closes gaps that the element does not fit into.
    public func closed(by element: StructuringElement) -> Mask {
        dilated(by: element).eroded(by: element)
    }
}
