/// How a picture is read between its pixels.
public enum Interpolation: String, Sendable, Codable, CaseIterable {
    /// The pixel in which the point lies: for masks and labels, of which there is nothing between.
    case nearest

    /// A mean of the four pixels whose middles surround the point, weighted by how near they are.
    case bilinear
}
