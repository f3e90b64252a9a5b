extension Mask {
    /// The mask grown by a structuring element: a pixel x is foreground if x - b is, for any offset b
    /// of the element.
    ///
    ///     dilated = { x : there is a b in B with x - b in the mask }
    ///
    /// What lies outside the picture counts as background, so nothing grows in from the border.
    ///
    /// Source: Serra, Image Analysis and Mathematical Morphology, 1982.
    public func dilated(by element: StructuringElement) -> Mask {
        if size.area == 0 { return self }
        return BitRows(self).dilated(by: element).mask()
    }

    /// The mask shrunk by a structuring element: a pixel x is foreground if x + b is, for all offsets
    /// b of the element.
    ///
    ///     eroded = { x : for all b in B, x + b is in the mask }
    ///
    /// What lies outside the picture counts as foreground, so nothing is eaten from the border.
    public func eroded(by element: StructuringElement) -> Mask {
        if size.area == 0 { return self }
        // Erosion of the foreground is dilation of the background by the reflected element.
        return BitRows(self, inverted: true).dilated(by: element.reflected).mask(inverted: true)
    }

    /// Erosion, then dilation: removes what the element does not fit into.
    ///
    /// What is left is the union of all places of the element that lie in the mask. A second opening
    /// changes nothing.
    public func opened(by element: StructuringElement) -> Mask {
        if size.area == 0 { return self }
        let eroded = BitRows(self, inverted: true).dilated(by: element.reflected).inverted
        return eroded.dilated(by: element).mask()
    }

    /// Dilation, then erosion: closes gaps that the element does not fit into. A second closing changes
    /// nothing.
    public func closed(by element: StructuringElement) -> Mask {
        if size.area == 0 { return self }
        let dilated = BitRows(self).dilated(by: element)
        return dilated.inverted.dilated(by: element.reflected).mask(inverted: true)
    }

    /// What an opening removes: the parts of the foreground that the element does not fit into.
    public func whiteTopHat(by element: StructuringElement) -> Mask {
        subtracting(opened(by: element))
    }

    /// What a closing adds: the gaps that the element does not fit into.
    public func blackTopHat(by element: StructuringElement) -> Mask {
        closed(by: element).subtracting(self)
    }
}
